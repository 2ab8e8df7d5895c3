// SPDX-License-Identifier: AGPL-3.0-or-later
import { decidingFields, type FactsContent } from '../../../administrations/index.ts'
import type { TailoredLine } from '../model.ts'
import { standingOf } from './progress.ts'

/** Something that nobody has said and that decides lines. */
export type OpenQuestion = {
  /** Where it is written in a profile: `facts.suap`, `plan.choices.CAP1.PA.01`; the code of a line without a rule. */
  readonly key: string
  /** The fact that it asks, or the number of inhabitants; absent: a choice, or a line. */
  readonly fact?: keyof FactsContent
  /** The lines that wait for it. */
  readonly lines: readonly TailoredLine[]
}

/** What decides the lines that neither the rule nor the body has decided, each thing once, in the order of the lines. */
export function openQuestions(lines: readonly TailoredLine[]): readonly OpenQuestion[] {
  const open = lines.filter((line) => ['to-verify', 'to-choose'].includes(standingOf(line)))
  const asked = open.flatMap((tailored) =>
    (tailored.applicability.missing ?? [tailored.line.code]).map((key) => ({ key, tailored })),
  )
  return [...Map.groupBy(asked, ({ key }) => key)].map(([key, found]) => {
    const fact = factAt(key)
    return { key, ...(fact && { fact }), lines: found.map(({ tailored }) => tailored) }
  })
}

/** The questions that are put to a body: pages, worklist, documents and commands count these. */
export const questionsToBody = (lines: readonly TailoredLine[]): readonly Required<OpenQuestion>[] =>
  openQuestions(lines).filter((question): question is Required<OpenQuestion> => question.fact !== undefined)

function factAt(key: string): keyof FactsContent | undefined {
  const [, name = ''] = /^(?:facts|administration)\.(\w+)$/.exec(key) ?? []
  return name in decidingFields ? (name as keyof FactsContent) : undefined
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../kernel/text.ts'
import { factFields, type Office, type Role } from '../../../administrations/index.ts'
import { fieldNames } from '../../../records/index.ts'
import {
  isWritten,
  type KeptEntry,
  type NumberedInitiative,
  standingOf,
  type TailoredPlan,
  textLabels,
} from '../../plan/index.ts'
import type { ChapterEntries, ContentsItem } from './readers.ts'

const factNames = fieldNames(factFields)

/** What the list of a plan's parts is made from. */
export type ContentsSource = {
  readonly tailored: TailoredPlan
  readonly facts: object
  readonly offices: readonly Office[]
  readonly roles: readonly Role[]
  readonly initiatives: readonly NumberedInitiative[]
}

/** Every part that this feature writes, in the order of the document. */
export function listContents({
  tailored,
  facts,
  offices,
  roles,
  initiatives,
}: ContentsSource): readonly ContentsItem[] {
  const { plan, edition } = tailored
  const { chapters = {}, ...texts } = plan.narrative ?? {}
  const known = factNames.filter((fact) => fact in facts).length
  const voluntary = edition.lines.filter(({ addressees }) => addressees?.voluntary)
  const decided = voluntary.filter(({ code }) => plan.choices?.[code] !== undefined).length
  return [
    body('facts', 'Fatti che decidono quali linee si applicano', known, `${known} su ${factNames.length} noti`),
    body('offices', 'Uffici che attuano il piano', offices.length, plural(offices.length, 'ufficio', 'uffici')),
    body('roles', 'Ruoli della transizione digitale', roles.length, plural(roles.length, 'ruolo', 'ruoli')),
    { part: 'title', group: 'texts', label: 'Titolo del piano', written: plan.title !== undefined },
    ...Object.entries(textLabels).map(([key, label]) => ({
      part: `narrative:${key}`,
      group: 'texts' as const,
      label,
      written: Boolean(texts[key as keyof typeof textLabels]?.trim()),
    })),
    ...(voluntary.length === 0
      ? []
      : [
          {
            part: 'choices' as const,
            group: 'chapters' as const,
            label: 'Linee facoltative' as const,
            written: decided > 0,
            detail: `${decided} decise su ${voluntary.length}`,
          },
        ]),
    ...tailored.chapters.map(({ chapter: { number, title } }) => ({
      part: `narrative:chapter-${number}`,
      group: 'chapters' as const,
      label: `Capitolo ${number}. ${title}`,
      written: Boolean(chapters[String(number)]?.trim()),
    })),
    ...initiatives.map(({ number, initiative }) => ({
      part: `initiative:${number}`,
      group: 'initiatives' as const,
      label: initiative.title,
      written: true,
    })),
  ]
}

const body = (part: string, label: string, count: number, detail: string): ContentsItem => ({
  part,
  group: 'body',
  label,
  written: count > 0,
  ...(count > 0 && { detail }),
})

/** How the entries of each chapter stand. */
export function countEntries({ chapters }: TailoredPlan, entries: readonly KeptEntry[]): readonly ChapterEntries[] {
  const waiting = new Set(entries.flatMap(({ toReview, entry }) => (toReview ? [entry.code] : [])))
  return chapters.map(({ chapter: { number, title }, lines }) => {
    const binding = lines.filter((line) => standingOf(line) === 'applies')
    return {
      number,
      title,
      binding: binding.length,
      written: binding.filter(({ entry }) => isWritten(entry)).length,
      toReview: lines.filter(({ line }) => waiting.has(line.code)).length,
    }
  })
}

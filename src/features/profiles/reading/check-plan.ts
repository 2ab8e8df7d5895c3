// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { trienniumOf } from '../../../kernel/ids.ts'
import { type Catalogue, type Edition, fitsYears, strangeYears } from '../../catalogue/index.ts'
import { checkCode, type KnownCodes, knownCodes } from './check-code.ts'
import { describeDate, isWrongDate } from './describe-date.ts'
import { excerpt, type Finding, type Path } from './source.ts'

const text = z.string().optional().catch(undefined)

/**
 * The parts of a plan that can be read even when the rest of the profile is wrong, so that all problems are told at
 * once.
 */
const OutlineSchema = z.object({
  edition: text,
  triennium: text,
  choices: z.record(z.string(), z.unknown()).catch({}),
  entries: z.array(z.object({ code: text, planned: text, completed: text }).catch({})).catch([]),
  initiatives: z.array(z.object({ planned: text, lines: z.array(text).catch([]) }).catch({ lines: [] })).catch([]),
})
type Outline = z.infer<typeof OutlineSchema>

/** Checks what a schema cannot know: codes of the edition, repeated codes, impossible dates, the triennium. */
export function checkPlan(data: unknown, catalogue: Catalogue): Finding[] {
  const outline = z.object({ plan: OutlineSchema }).safeParse(data).data?.plan
  if (!outline) return []
  const { edition } = outline
  return [
    ...checkDates(outline),
    ...checkRepeatedCodes(outline),
    ...(edition === undefined ? [] : checkEdition(edition, outline, catalogue)),
  ]
}

function checkEdition(edition: string, outline: Outline, catalogue: Catalogue): Finding[] {
  if (catalogue.ids().includes(edition)) return checkAgainst(catalogue.edition(edition), outline, catalogue)
  return withPath(
    {
      message: `l’edizione «${excerpt(edition)}» del Piano nazionale non è nel catalogo`,
      remedy: `usare una di: ${catalogue.ids().join(', ')}`,
    },
    ['plan', 'edition'],
  )
}

function checkAgainst(edition: Edition, outline: Outline, catalogue: Catalogue): Finding[] {
  const codes = knownCodes(edition, catalogue)
  return [
    ...checkTriennium(outline.triennium, edition),
    ...codePaths(outline).flatMap(([code, path, at]) => withPath(checkCode(code, codes), path, at)),
    ...checkChoices(outline, codes),
  ]
}

/** Every code that the plan names, and where. */
const codePaths = ({ choices, entries, initiatives }: Outline): (readonly [string, Path, 'key'?])[] => [
  ...Object.keys(choices).map((code) => [code, ['plan', 'choices', code], 'key'] as const),
  ...entries.flatMap(({ code }, index) =>
    code === undefined ? [] : [[code, ['plan', 'entries', index, 'code']] as const],
  ),
  ...initiatives.flatMap(({ lines }, index) =>
    lines.flatMap((code, line) =>
      code === undefined ? [] : [[code, ['plan', 'initiatives', index, 'lines', line]] as const],
    ),
  ),
]

function checkChoices({ choices }: Outline, codes: KnownCodes): Finding[] {
  return Object.keys(choices).flatMap((code) => {
    const { addressees } = codes.lines.get(code) ?? {}
    if (!addressees || addressees.voluntary) return []
    return withPath(
      {
        message: `la linea ${code} non è facoltativa: la scelta non avrebbe effetto`,
        remedy: 'togliere la scelta; per dire che non si applica usare lo stato notApplicable della sua voce',
      },
      ['plan', 'choices', code],
      'key',
    )
  })
}

function checkRepeatedCodes({ entries }: Outline): Finding[] {
  const first = new Map<string, number>()
  return entries.flatMap(({ code }, index) => {
    if (code === undefined) return []
    const earlier = first.get(code)
    if (earlier === undefined) first.set(code, index)
    return earlier === undefined
      ? []
      : withPath(
          {
            message: `la linea ${excerpt(code)} ha già una voce, la n. ${earlier + 1}`,
            remedy: 'riunirle in una sola',
          },
          ['plan', 'entries', index, 'code'],
        )
  })
}

/** Words are accepted where plans print them ("attività continuativa"); impossible dates are not. */
function checkDates({ entries, initiatives }: Outline): Finding[] {
  const dates: (readonly [string | undefined, Path])[] = [
    ...entries.flatMap(({ planned, completed }, index) => [
      [planned, ['plan', 'entries', index, 'planned']] as const,
      [completed, ['plan', 'entries', index, 'completed']] as const,
    ]),
    ...initiatives.map(({ planned }, index) => [planned, ['plan', 'initiatives', index, 'planned']] as const),
  ]
  return dates.flatMap(([date, path]) =>
    date !== undefined && isWrongDate(date.trim()) ? withPath(describeDate(date.trim()), path) : [],
  )
}

/** Words that are no triennium are told by the schema. */
function checkTriennium(words: string | undefined, edition: Edition): Finding[] {
  if (words === undefined || !/^\d{4}-\d{4}$/.test(words)) return []
  const triennium = trienniumOf(words)
  return fitsYears(triennium, edition) ? [] : withPath(strangeYears(triennium, edition), ['plan', 'triennium'])
}

const withPath = (words: Omit<Finding, 'path'> | undefined, path: Path, at?: 'key'): Finding[] =>
  words === undefined ? [] : [{ ...words, path, ...(at && { at }) }]

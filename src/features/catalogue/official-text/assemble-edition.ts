// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { invalidInput, type Problem } from '../../../kernel/errors.ts'
import { compareItalian } from '../../../kernel/text.ts'
import { OfficialInstitutionalLineSchema, type OfficialLine, OfficialLineSchema } from '../editions/catalogue.ts'
import { ChapterSchema, ExpectedResultSchema, ObjectiveSchema } from '../model.ts'
import type { OfficialContent } from './former-import.ts'
import type { Placed, Reading } from './reading.ts'

/** A source's content, checked and in order of code. `unread` lists what had to be left out. */
export type AssembledEdition = {
  readonly content: OfficialContent
  readonly unread: readonly Problem[]
}

/**
 * Checks what was read as a whole: shapes, codes used twice, references to chapters, objectives and results. What fails
 * is left out and reported.
 * @param source what was read, for people.
 * @throws {TimoneError} `invalid-input` when no line of action is left, with what was found wrong.
 */
export function assembleEdition(source: string, reading: Reading): AssembledEdition {
  const unread = [...reading.unread]

  const keep = <T>(
    schema: z.ZodType<T>,
    found: readonly Placed[],
    keyOf: (value: T) => string,
    faultOf: (value: T) => string | undefined,
  ): T[] => {
    const kept = new Map<string, { readonly place: string; readonly value: T }>()
    for (const { place, value } of found) {
      const { success, data, error } = schema.safeParse(value)
      const former = success ? kept.get(keyOf(data)) : undefined
      if (success && isDeepStrictEqual(former?.value, data)) continue
      const fault = !success
        ? `campi non validi: ${fieldsOf(error)}`
        : former
          ? `c’è già in ${former.place}, con altre parole`
          : faultOf(data)
      if (success && fault === undefined) kept.set(keyOf(data), { place, value: data })
      else
        unread.push({
          place,
          message: `${nameOf(value)}: ${fault}`,
          remedy: 'correggere la fonte e importare di nuovo',
        })
    }
    return [...kept.values()].map(({ value }) => value).sort((a, b) => compareItalian(keyOf(a), keyOf(b)))
  }
  const codeOf = ({ code }: { readonly code: string }) => code

  const chapters = keep(
    ChapterSchema,
    reading.chapters,
    ({ number }) => String(number),
    () => undefined,
  )
  const numbers = new Set(chapters.map(({ number }) => number))
  const objectives = keep(ObjectiveSchema, reading.objectives, codeOf, ({ chapter }) =>
    numbers.has(chapter) ? undefined : `è del capitolo ${chapter}, che non c’è`,
  )
  const objectiveCodes = new Set(objectives.map(codeOf))
  const results = keep(ExpectedResultSchema, reading.results, codeOf, ({ objective }) =>
    objectiveCodes.has(objective) ? undefined : `è dell’obiettivo ${objective}, che non c’è`,
  )
  const resultCodes = new Set(results.map(codeOf))
  const faultOfLine = ({ code, chapter, objective, results }: Omit<OfficialLine, 'code'> & { code: string }) => {
    const unknown = [objective, ...results].filter((known) => !objectiveCodes.has(known) && !resultCodes.has(known))
    if (!code.startsWith(`CAP${chapter}.`)) return `sta nel capitolo ${chapter}`
    return unknown.length > 0 ? `si riferisce a ${unknown.join(', ')}, che non c’è` : undefined
  }
  const lines = keep(OfficialLineSchema, reading.lines, codeOf, faultOfLine)
  const institutionalLines = keep(OfficialInstitutionalLineSchema, reading.institutionalLines, codeOf, faultOfLine)

  if (lines.length === 0) {
    throw invalidInput(`In ${source} non si legge nessuna linea di azione per le amministrazioni.`, [
      ...unread,
      ...(unread.length > 0 ? [] : [{ place: source, message: 'nessuna sezione «Linee di azione per le PA»' }]),
    ])
  }
  return { content: { chapters, objectives, results, lines, institutionalLines }, unread }
}

const fields: Readonly<Record<string, string>> = {
  code: 'codice',
  number: 'numero',
  chapter: 'capitolo',
  objective: 'obiettivo',
  results: 'risultati attesi',
  timing: 'data',
  replanned: 'ripianificazione',
  owners: 'soggetti',
  title: 'titolo',
  targets: 'target',
  officialText: 'testo',
  summary: 'sintesi',
}

const fieldsOf = (error: z.ZodError): string => [...new Set(error.issues.map(({ path }) => fieldAt(path)))].join(', ')

/** A field in Italian; within a rule, where. */
const fieldAt = ([field = '', ...inner]: readonly PropertyKey[]): string =>
  field === 'addressees' ? `regola (${['addressees', ...inner].join('.')})` : (fields[String(field)] ?? 'tutti')

const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' ? value.code : 'voce'

// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { invalidInput, unreadableFile } from '../../../kernel/errors.ts'
import { type ActionLine, ActionLineCode, ActionLineSchema, type Edition } from '../model.ts'
import type { WrittenLine } from './complete-edition.ts'

const { addressees, title, summary, legalDate } = ActionLineSchema.shape

const anything = z.unknown()

/** A line in the file: what to write, beside what is only there to be read. */
const FileLineSchema = z.strictObject({
  code: ActionLineCode,
  addressees: addressees.nullable(),
  title: title.nullable(),
  summary: summary.nullable(),
  legalDate: legalDate.nullable(),
  confirmed: z.boolean().optional(),
  timing: anything.optional(),
  officialText: anything.optional(),
  former: anything.optional(),
})

const FileSchema = z.strictObject({ edition: z.string(), follows: anything.optional(), lines: z.array(FileLineSchema) })

/**
 * Lines of an edition as a file that a person fills in and `readCompletionFile` takes back: what a line lacks is `null`,
 * and `confirmed` is there where something is to be confirmed, with both official texts.
 */
export const completionFile = ({ id, follows }: Edition, lines: readonly ActionLine[]): object => ({
  edition: id,
  ...(follows !== undefined && { follows }),
  lines: lines.map(({ code, timing, officialText, toConfirm, addressees, title, summary, legalDate }) => ({
    code,
    timing,
    ...(officialText !== undefined && { officialText }),
    ...(toConfirm && { former: { ...toConfirm }, confirmed: false }),
    addressees: addressees ?? null,
    title: title ?? null,
    summary: summary ?? null,
    legalDate: legalDate ?? null,
  })),
})

/**
 * Reads such a file.
 * @param file its name, for the places.
 * @param id the edition that it must be of.
 * @throws {TimoneError} `unreadable-file` when it is not JSON, `invalid-input` with the place of every fault.
 */
export function readCompletionFile(file: string, text: string, id: string): readonly WrittenLine[] {
  const content = parseJson(file, text)
  const { data, error } = FileSchema.safeParse(content)
  if (error) {
    throw invalidInput(
      `Il file ${file} non si può prendere: l’edizione ${id} resta com’era.`,
      error.issues.map((issue) => ({ place: placeOf(file, content, issue.path), ...wordsOf(issue) })),
    )
  }
  if (data.edition !== id) {
    throw invalidInput(`Il file ${file} è di un’altra edizione: ${id} resta com’era.`, [
      {
        place: `${file}: edition`,
        message: `«${data.edition}»`,
        remedy: `timone catalogue complete ${data.edition} ${file}`,
      },
    ])
  }
  return data.lines.map(({ code, addressees, title, summary, legalDate, confirmed }) => ({
    code,
    confirmed,
    ...(addressees && { addressees }),
    ...(title && { title }),
    ...(summary && { summary }),
    ...(legalDate && { legalDate }),
  }))
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadableFile(file, 'non è JSON, o è incompleto', 'ripartire da: timone catalogue complete EDIZIONE --json')
  }
}

/** `linee.json: lines[3] (CAP1.PA.04), addressees.conditions[0].fact`. */
function placeOf(file: string, content: unknown, path: readonly PropertyKey[]): string {
  const [list, at, ...inner] = path
  if (list !== 'lines' || typeof at !== 'number') return `${file}: ${path.join('.') || 'tutto il file'}`
  const code = z.object({ lines: z.array(z.object({ code: z.string() })) }).safeParse(content).data?.lines[at]?.code
  const within = inner.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return `${file}: lines[${at}]${code === undefined ? '' : ` (${code})`}${within && `, ${within.slice(1)}`}`
}

function wordsOf(issue: z.core.$ZodIssue): { readonly message: string; readonly remedy: string } {
  if (issue.code === 'invalid_value') {
    return { message: 'non è fra i valori possibili', remedy: `scrivere uno di: ${issue.values.join(', ')}` }
  }
  if (issue.code === 'unrecognized_keys') {
    return { message: `chiavi sconosciute: ${issue.keys.join(', ')}`, remedy: 'toglierle, o correggerne il nome' }
  }
  if (issue.code === 'too_big') return { message: 'è troppo lungo', remedy: `al più ${issue.maximum} caratteri` }
  if (issue.code === 'too_small') return { message: 'è vuoto', remedy: 'scriverlo, o lasciare null' }
  return { message: 'manca, o non ha la forma attesa', remedy: 'confrontarlo con catalogue/README.md' }
}

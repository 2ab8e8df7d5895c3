// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { invalidInput, unreadableFile } from '../../../kernel/errors.ts'
import { jsonFaults } from '../json-faults.ts'
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
  reset: z.boolean().optional(),
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
      jsonFaults(file, content, error, ['lines'], 'catalogue/README.md'),
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
  return data.lines.map(({ code, addressees, title, summary, legalDate, confirmed, reset }) => ({
    code,
    confirmed,
    reset,
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

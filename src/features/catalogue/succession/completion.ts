// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { type ActionLine, ActionLineCode, ActionLineSchema, type Edition, EditionSchema } from '../model.ts'

const { addressees, title, summary, legalDate } = ActionLineSchema.shape

/** What is written of a line by hand: what is absent stays as it is, and what is null is not there any more. */
const LineCompletionSchema = z.strictObject({
  addressees: addressees.nullable(),
  title: title.nullable(),
  summary: summary.nullable(),
  legalDate: legalDate.nullable(),
  /** The day on which it was written, and by whom. */
  writtenOn: z.iso.date(),
  writtenBy: z.string().min(1),
})
export type LineCompletion = z.infer<typeof LineCompletionSchema>

/** What the platform’s administrator wrote of an edition’s lines, by code. It outlives a new import of the edition. */
export const CompletionSchema = z.strictObject({
  edition: EditionSchema.shape.id,
  lines: z.partialRecord(ActionLineCode, LineCompletionSchema),
})
export type Completion = z.infer<typeof CompletionSchema>

/** The edition with what was written by hand over the rest; a line that somebody wrote is confirmed. */
export function withCompletion(edition: Edition, { lines }: Completion): Edition {
  return {
    ...edition,
    lines: edition.lines.map((line) => {
      const written = lines[line.code]
      if (!written) return line
      const { toConfirm: _, ...rest } = line
      return writtenParts.reduce<ActionLine>((done, part) => withPart(done, part, written[part]), rest)
    }),
  }
}

function withPart<Part extends WrittenPart>(line: ActionLine, part: Part, value: LineCompletion[Part]): ActionLine {
  if (value === undefined) return line
  const { [part]: _, ...rest } = line
  return value === null ? (rest as ActionLine) : { ...line, [part]: value }
}

/** The parts of a line that a person writes. */
export const writtenParts = ['addressees', 'title', 'summary', 'legalDate'] as const
type WrittenPart = (typeof writtenParts)[number]

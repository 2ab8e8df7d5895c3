// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { ActionLineCode, ActionLineSchema, type Edition, EditionSchema } from '../model.ts'

/** What is written of a line by hand: what is absent stays as it is. */
export const LineCompletionSchema = ActionLineSchema.pick({
  addressees: true,
  title: true,
  summary: true,
  legalDate: true,
}).extend({
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
      const { writtenOn: _on, writtenBy: _by, ...parts } = written
      const { toConfirm: _, ...rest } = line
      return { ...rest, ...parts }
    }),
  }
}

/** The parts of a line that a person writes. */
export const writtenParts = ['addressees', 'title', 'summary', 'legalDate'] as const

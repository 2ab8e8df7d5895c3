// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { PartKind } from '../parts/part-kind.ts'
import { Markdown } from '../plan/model.ts'
import { narrativeTexts, readNarrative, writeText } from '../plan/narrative-store.ts'

const TextSchema = z.strictObject({ markdown: Markdown })

/** A text of a plan that stands before its lines, in Markdown. */
export type TextContent = z.infer<typeof TextSchema>

/** The texts of a plan that are of no chapter, by key, with what people call them. */
export const textLabels = {
  introduction: 'Introduzione',
  principles: 'Principi guida',
  organisation: 'Organizzazione',
  spending: 'Commento alla spesa',
  conclusion: 'Conclusioni e prossimi passi',
} as const

/** The texts of a plan, by `introduction`, `organisation`, `chapter-3`. */
export const narrativePart: PartKind<TextContent> = {
  name: 'narrative',
  schema: TextSchema,
  labels: { markdown: 'Testo' },
  progress: [],
  reserved: [],
  async read(reader, plan, key) {
    const markdown = narrativeTexts(await readNarrative(reader, plan)).get(key)
    return markdown === undefined ? undefined : { markdown }
  },
  write: (writer, plan, key, content) => writeText(writer, plan, key, content?.markdown || undefined),
}

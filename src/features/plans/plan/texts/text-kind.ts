// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../../kernel/text.ts'
import { type ContentOf, field, markdown, type RecordKind, schemaOf } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import type { PlanRow } from '../store.ts'
import { findText, writeText } from './narrative-store.ts'
import { textWord } from './text-address.ts'

/** The texts of a plan that are of no chapter, by key, with what people call them. */
export const textLabels = {
  introduction: 'Introduzione',
  principles: 'Principi guida',
  organisation: 'Organizzazione',
  spending: 'Commento alla spesa',
  conclusion: 'Conclusioni e prossimi passi',
} as const

/** `introduction` → `Introduzione`, `chapter-3` → `Testo del capitolo 3`. */
export const textName = (key: string): string =>
  (textLabels as Readonly<Record<string, string>>)[key] ?? key.replace(/^chapter-(\d)$/, 'Testo del capitolo $1')

/** What `textName` was given; a name of no text is passed on as it is. */
export function textKey(name: string): string {
  const known = Object.entries(textLabels).find(([, label]) => fold(label) === fold(name))
  return known?.[0] ?? name.trim().replace(/^Testo del capitolo (\d)$/i, 'chapter-$1')
}

export const textFields = {
  markdown: field(markdown({ rows: 18, tools: true, headings: true }), { label: 'Testo', searched: 'A' }),
}

/** A text of a plan that stands before its lines, in Markdown. */
export type TextContent = ContentOf<typeof textFields>

/** The texts of a plan, by `introduction`, `organisation`, `chapter-3`. */
export const textKind: RecordKind<TextContent, PlanRow> = {
  name: 'narrative',
  words: { one: 'il testo', many: 'Testi' },
  called: (key) =>
    key in textLabels ? `il testo «${textName(key)}»` : `il ${textName(key).replace('Testo', 'testo')}`,
  scope: 'plan',
  page: (where, key) => planPaths.planText({ ...where, text: textWord(key) }),
  comments: 'whole',
  fields: textFields,
  schema: schemaOf(textFields),
  async find(reader, plan, key) {
    const text = await findText(reader, plan, key)
    return text === undefined ? undefined : { markdown: text }
  },
  write: (writer, plan, key, content) => writeText(writer, plan, key, content?.markdown || undefined),
}

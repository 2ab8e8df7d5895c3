// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { TextArea } from '../../../ui/forms/form-fields.tsx'
import type { FieldType } from '../field.ts'
import { controlOf, typedText } from '../typing/control.ts'

/** Markdown as people write it: a small subset is rendered, no HTML. At most 20,000 characters. */
export const Markdown = z.string().max(20_000, 'il testo supera i 20.000 caratteri: accorciarlo o allegarlo')

type MarkdownSettings = {
  /** Lines of its control. */
  readonly rows: number
  /** With preview and texts to begin from. */
  readonly tools?: true
  readonly width?: number
  /** Headings and tables have their place where it is printed: it is a text of its own, not one in a cell. */
  readonly headings?: true
}

const syntax = (headings: boolean): string =>
  `Markdown semplice: una riga vuota fra i paragrafi, elenchi con un trattino, ${headings ? '### titoli, ' : ''}**grassetto**, [parole](https://…).`

/** A long text in Markdown. */
export const markdown = ({ rows, tools, width = 60, headings }: MarkdownSettings): FieldType<string> => ({
  schema: Markdown,
  type: (value, name) => ({ [name]: value }),
  read: (fields, name) => ({ value: typedText(fields, name), problems: [] }),
  Control(props) {
    const { help = syntax(headings === true), name, withTools } = props
    const control = <TextArea {...controlOf(props)} hint={help} rows={rows} />
    return tools ? withTools(control, name) : control
  },
  ...(tools && { longText: headings ? ('text' as const) : ('cell' as const) }),
  words: (value) => value,
  print: (value) => ({ kind: 'markdown', markdown: value, ...(headings && { headings }) }),
  cell: { width, write: (value) => value, read: (cell) => cell },
})

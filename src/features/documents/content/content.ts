// SPDX-License-Identifier: AGPL-3.0-or-later
import { fitColumns } from '../layout/fit-columns.ts'
import type { Block, Cell, Column, Inline, Table } from '../model.ts'

/** Small constructors of the document model's values. */

export const text = (value: string): Inline => ({ kind: 'text', text: value })

export const strong = (value: string): Inline => ({ kind: 'strong', children: [text(value)] })

export const emphasis = (value: string): Inline => ({ kind: 'emphasis', children: [text(value)] })

export const link = (url: string, label: string): Inline => ({ kind: 'link', url, children: [text(label)] })

/** A paragraph made of inlines; strings are plain text. */
export const paragraph = (...content: readonly (Inline | string)[]): Block => ({
  kind: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
})

/** Plain text as paragraphs, one for each line. */
export const paragraphs = (value: string | undefined): readonly Block[] =>
  (value ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line))

/** An unordered list with a paragraph for each item. Without items there is no list; one item alone is a paragraph. */
export function listOf(items: readonly (Inline | string)[] = []): readonly Block[] {
  const blocks = items.map((item) => paragraph(item))
  return blocks.length < 2 ? blocks : [{ kind: 'list', ordered: false, items: blocks.map((block) => [block]) }]
}

/** A cell of plain text; an empty text gives an empty cell. */
export const textCell = (value: string): Cell => (value === '' ? [] : [paragraph(value)])

/** A column and how a row fills it. */
export type GridColumn<Row> = Column & { readonly cell: (row: Row) => Cell }

/** A table with a row for each value. Empty columns are left out; columns too narrow for their words are widened. */
export function gridOf<Row>(
  table: {
    readonly id: string
    readonly caption: string
    readonly columns: readonly GridColumn<Row>[]
    /** The width of the whole table in millimetres, when the page is not upright. */
    readonly width?: number
  },
  values: readonly Row[],
): Table {
  const filled = table.columns
    .map(({ cell, ...column }) => ({ column, cells: values.map(cell) }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0))
  const rows = values.map((_, row) => filled.map(({ cells }) => cells[row] ?? []))
  const columns = fitColumns(
    filled.map(({ column }) => column),
    rows,
    table.width,
  )
  return { kind: 'table', id: table.id, layout: 'grid', caption: table.caption, columns, rows }
}

/** A card: a row for each field and its value. Fields without a value are left out. */
export const ficheOf = (id: string, caption: string, fields: readonly (readonly [string, Cell])[]): Table => ({
  kind: 'table',
  id,
  layout: 'fiche',
  caption,
  columns: [
    { heading: 'Campo', width: 24 },
    { heading: 'Contenuto', width: 76 },
  ],
  rows: fields.filter(([, value]) => value.length > 0).map(([field, value]) => [textCell(field), value]),
})

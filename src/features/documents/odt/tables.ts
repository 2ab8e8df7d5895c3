// SPDX-License-Identifier: AGPL-3.0-or-later

import { columnWidths, isDense, isShort } from '../layout/table-layout.ts'
import type { Cell, Table } from '../model.ts'
import { words } from './inlines.ts'
import { color, type ParagraphStyle, rule } from './style.ts'
import { automaticStyle, type Writing } from './writing.ts'
import { element, text, type Xml } from './xml.ts'

/** Writes the contents of a cell, with its paragraphs in a style. */
export type CellWriter = (cell: Cell, style: ParagraphStyle, align: 'start' | 'end') => readonly Xml[]

/** The caption, then the table. The header is repeated on every page; the caption is the table's title. */
export function table(block: Table, writing: Writing, writeCell: CellWriter): Xml[] {
  const fiche = block.layout === 'fiche'
  const dense = isDense(block)
  const widths = columnWidths(block.columns, writing.textWidth)
  const columns = widths.map((width) => column(writing, width))
  const cell = (style: CellStyle, content: readonly Xml[]) =>
    element(
      'table:table-cell',
      { 'table:style-name': dense ? `Dense${style}` : style, 'office:value-type': 'string' },
      content,
    )

  const headings = block.columns.map(({ heading, align = 'start' }) => {
    const title: Cell = [{ kind: 'paragraph', content: [{ kind: 'text', text: heading }] }]
    return cell('HeaderCell', writeCell(title, dense ? 'Dense_20_Heading' : 'Table_20_Heading', align))
  })
  const rows = block.rows.map((row) => {
    const cells = row.map((content, index) => {
      if (fiche && index === 0) return cell('RowHeaderCell', writeCell(content, 'Row_20_Heading', 'start'))
      const style = dense ? 'Dense_20_Contents' : 'Table_20_Contents'
      return cell('PlainCell', writeCell(content, style, block.columns[index]?.align ?? 'start'))
    })
    const style = isShort(row, widths) ? 'Row' : 'LongRow'
    return element('table:table-row', { 'table:style-name': style }, cells)
  })
  const name = `Tabella${writing.tables.length + 1}`
  writing.tables.push(name)
  const attributes = { 'table:name': name, 'table:style-name': tableStyle(writing) }
  return [
    element('text:p', { 'text:style-name': 'Caption' }, words(block.caption)),
    element('table:table', attributes, [
      element('table:title', {}, text(block.caption)),
      ...(fiche ? [element('table:table-header-columns', {}, columns.slice(0, 1)), ...columns.slice(1)] : columns),
      element('table:table-header-rows', {}, [element('table:table-row', { 'table:style-name': 'Row' }, headings)]),
      ...rows,
    ]),
  ]
}

const column = (writing: Writing, width: number): Xml => {
  const millimetres = `${width.toFixed(2)}mm`
  const style = automaticStyle(
    writing,
    'table-column',
    `Column${millimetres}`,
    {},
    { 'style:column-width': millimetres },
  )
  return element('table:table-column', { 'table:style-name': style })
}

type CellStyle = 'HeaderCell' | 'RowHeaderCell' | 'PlainCell'

const cellLooks: Readonly<Record<CellStyle, Readonly<Record<string, string>>>> = {
  HeaderCell: {
    'fo:background-color': color('mist'),
    'fo:border-top': rule('1.5pt', 'blue'),
    'fo:border-bottom': rule('0.75pt', 'blue'),
  },
  RowHeaderCell: { 'fo:background-color': color('mist') },
  PlainCell: {},
}

/** The styles of a table's cells, with an optional prefix for their names. */
const cellStyles = (prefix: string, padding: string): Xml[] =>
  Object.entries(cellLooks).map(([name, look]) =>
    element('style:style', { 'style:name': `${prefix}${name}`, 'style:family': 'table-cell' }, [
      element('style:table-cell-properties', {
        'fo:padding-left': padding,
        'fo:padding-right': padding,
        'fo:padding-top': '0.7mm',
        'fo:padding-bottom': '0.7mm',
        'fo:border-left': 'none',
        'fo:border-right': 'none',
        'fo:border-bottom': rule('0.5pt', 'hairline'),
        ...look,
      }),
    ]),
  )

const rowStyle = (name: string, keepTogether: string): Xml =>
  element('style:style', { 'style:name': name, 'style:family': 'table-row' }, [
    element('style:table-row-properties', { 'fo:keep-together': keepTogether }),
  ])

/** A table is as wide as the text of its page. */
const tableStyle = (writing: Writing): string =>
  automaticStyle(
    writing,
    'table',
    `Table${writing.textWidth}mm`,
    {},
    {
      'style:width': `${writing.textWidth}mm`,
      'table:align': 'left',
      'fo:margin-bottom': '10pt',
      'table:border-model': 'collapsing',
    },
  )

/** The styles of the rows and cells of every table. */
export const tableStyles: readonly Xml[] = [
  rowStyle('Row', 'always'),
  rowStyle('LongRow', 'auto'),
  ...cellStyles('', '1.8mm'),
  ...cellStyles('Dense', '1mm'),
]

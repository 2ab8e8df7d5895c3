// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  BorderStyle,
  Paragraph,
  StringValueElement,
  Table,
  TableCell,
  TableLayoutType,
  TableProperties,
  TableRow,
  WidthType,
} from 'docx'
import { palette } from '../layout/palette.ts'
import { columnWidths, isDense, isShort } from '../layout/table-layout.ts'
import { xmlCharacters } from '../layout/xml-characters.ts'
import type { Cell, Table as TableBlock } from '../model.ts'
import { twips } from './measures.ts'
import type { ParagraphStyle } from './styles.ts'

/** Writes the contents of a cell, with its paragraphs in a style. */
export type CellWriter = (cell: Cell, style: ParagraphStyle, align: 'start' | 'end') => (Paragraph | Table)[]

const line = (color: string, size: number) => ({ style: BorderStyle.SINGLE, color, size })
const none = { style: BorderStyle.NONE }
const mist = { fill: palette.mist }

/**
 * The caption, then the table at the full width of the text. The header is repeated on every page; the caption is the
 * accessible name.
 */
export function table(block: TableBlock, textMillimetres: number, writeCell: CellWriter): (Paragraph | Table)[] {
  const caption = xmlCharacters(block.caption)
  const dense = isDense(block)
  const millimetres = columnWidths(block.columns, textMillimetres)
  const widths = millimetres.map(twips)
  const widthOf = (column: number) => ({ size: widths[column] ?? 0, type: WidthType.DXA })
  const alignOf = (column: number) => block.columns[column]?.align ?? 'start'

  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: block.columns.map(
      ({ heading }, column) =>
        new TableCell({
          width: widthOf(column),
          shading: mist,
          borders: { top: line(palette.blue, 12), bottom: line(palette.blue, 6) },
          children: writeCell(
            [{ kind: 'paragraph', content: [{ kind: 'text', text: heading }] }],
            dense ? 'DenseColumnHeading' : 'ColumnHeading',
            alignOf(column),
          ),
        }),
    ),
  })
  const rows = block.rows.map((row) => {
    return new TableRow({
      ...(isShort(row, millimetres) && { cantSplit: true }),
      children: row.map((cell, column) => {
        const rowHeading = block.layout === 'fiche' && column === 0
        const style = rowHeading ? 'RowHeading' : dense ? 'DenseTableText' : 'TableText'
        return new TableCell({
          width: widthOf(column),
          ...(rowHeading && { shading: mist }),
          children: writeCell(cell, style, alignOf(column)),
        })
      }),
    })
  })
  return [
    new Paragraph({ style: 'Caption', text: caption }),
    new NamedTable(caption, {
      layout: TableLayoutType.FIXED,
      width: { size: twips(textMillimetres), type: WidthType.DXA },
      columnWidths: widths,
      rows: [header, ...rows],
      margins: { top: 40, bottom: 40, left: dense ? 55 : 100, right: dense ? 55 : 100 },
      tableLook: { firstRow: true, firstColumn: block.layout === 'fiche', noHBand: true, noVBand: true },
      borders: {
        top: none,
        bottom: line(palette.hairline, 4),
        left: none,
        right: none,
        insideHorizontal: line(palette.hairline, 4),
        insideVertical: none,
      },
    }),
  ]
}

/** Adds the accessible name to a table: the library has no option for it. */
class NamedTable extends Table {
  constructor(name: string, options: ConstructorParameters<typeof Table>[0]) {
    super(options)
    const properties: unknown = this.root[0]
    if (properties instanceof TableProperties) properties.addChildElement(new StringValueElement('w:tblCaption', name))
  }
}

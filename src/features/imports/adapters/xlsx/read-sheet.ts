// SPDX-License-Identifier: AGPL-3.0-or-later
import { tooLarge } from '../../../../kernel/errors.ts'
import type { Cell, Table } from '../../model.ts'
import { walkXml } from '../xml.ts'
import { cellName, parseCellName } from './cell-name.ts'
import type { NumberFormats } from './number-formats.ts'
import { unescapeText } from './text-table.ts'

/** What all sheets of a workbook share. */
export type SheetContext = {
  readonly strings: readonly string[]
  readonly formats: NumberFormats
  /** The file's name, for messages. */
  readonly file: string
}

type Position = { readonly row: number; readonly column: number }
type Filled = Position & { readonly text: string }
type Merged = { readonly from: Position; readonly to: Position }

/** The most cells with text in a sheet. */
const mostCells = 1_000_000

/**
 * Reads a sheet as a table of its cells with text, regardless of its declared size; empty when no cell has text.
 * @throws {TimoneError} `too-large` over a million cells
 */
export function readSheet(xml: Uint8Array, sheet: string, context: SheetContext): Table[] {
  const { cells, merged } = readCells(xml, context)
  const columns = cells.reduce((most, { column }) => Math.max(most, column + 1), 0)
  const last = cells.reduce((most, { row }) => Math.max(most, row), 0)
  if (cells.length === 0) return []
  const spans = new Map(merged.map(({ from, to }) => [cellName(from.row, from.column), { from, to }]))
  const toCell = ({ text, row, column }: Filled): Cell => {
    const name = cellName(row, column)
    const to = spans.get(name)?.to
    if (to === undefined) return { text, column, place: { sheet, range: name } }
    const [width, height] = [Math.min(to.column + 1, columns) - column, Math.min(to.row, last) + 1 - row]
    const range = `${name}:${cellName(row + height - 1, column + width - 1)}`
    return {
      text,
      column,
      ...(width > 1 && { columns: width }),
      ...(height > 1 && { rows: height }),
      place: { sheet, range },
    }
  }
  const rows = [...Map.groupBy(cells, ({ row }) => row)].toSorted(([a], [b]) => a - b)
  return [
    {
      kind: 'table',
      rows: rows.map(([, cells]) => ({ cells: cells.toSorted((a, b) => a.column - b.column).map(toCell) })),
      columns,
      place: { sheet, range: `A1:${cellName(last, columns - 1)}` },
    },
  ]
}

function readCells(xml: Uint8Array, context: SheetContext): { cells: Filled[]; merged: Merged[] } {
  const cells: Filled[] = []
  const merged: Merged[] = []
  let next: Position = { row: 0, column: 0 }
  let cell: { position: Position; type: string; style: number; value: string } | undefined
  let reading = false
  walkXml(xml, {
    open(tag, { r = '', t = 'n', s = '0', ref = '' }) {
      if (tag === 'row') next = { row: r === '' ? next.row + 1 : Number(r) - 1, column: 0 }
      else if (tag === 'c') {
        const position = parseCellName(r) ?? next
        cell = { position, type: t, style: Number(s), value: '' }
        next = { row: position.row, column: position.column + 1 }
      } else if (tag === 'v' || tag === 't') reading = true
      else if (tag === 'mergeCell') {
        const [from, to] = ref.split(':').map(parseCellName)
        if (from !== undefined && to !== undefined) merged.push({ from, to })
      }
    },
    text(text) {
      if (reading && cell !== undefined) cell.value += text
    },
    close(tag) {
      if (tag === 'v' || tag === 't') reading = false
      if (tag !== 'c' || cell === undefined) return
      const text = wordsOf(cell, context)
      if (text.trim() !== '') cells.push({ ...cell.position, text })
      if (cells.length > mostCells) throw tooLarge(`Un foglio di ${context.file}`, 'un milione di celle')
      cell = undefined
    },
  })
  return { cells, merged }
}

/** The text that a cell shows: a formula its last result, an error nothing. */
function wordsOf(
  { type, style, value }: { readonly type: string; readonly style: number; readonly value: string },
  { strings, formats }: SheetContext,
): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'inlineStr' || type === 'str') return unescapeText(value)
  if (type === 'b') return value === '1' ? 'VERO' : 'FALSO'
  if (type === 'd') return value.replace(/T00:00.*$/, '').replace('T', ' ')
  if (type === 'e' || value.trim() === '' || !Number.isFinite(Number(value))) return ''
  return formats(Number(value), style)
}

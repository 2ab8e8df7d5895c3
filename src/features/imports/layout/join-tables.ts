// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block, Cell, Row, Table } from '../model.ts'
import { cellText, type ReadTable, readTable } from './table-parts.ts'

/**
 * Joins tables that a page break cut: the next table is on a later page with nothing in between, and has the same
 * header, or no header and as many columns. A first row without a key continues the last row above it.
 */
export function joinTables(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const previous = joined.at(-1)
    const whole = previous?.kind === 'table' && block.kind === 'table' ? join(previous, block) : undefined
    if (whole === undefined) joined.push(block)
    else joined[joined.length - 1] = whole
  }
  return joined
}

function join(above: Table, below: Table): Table | undefined {
  if (above.columns !== below.columns || above.place.page === undefined || below.place.page === above.place.page)
    return undefined
  const first = readTable(above)
  const second = readTable(below)
  if (first === undefined) return undefined
  const sameHeader = second !== undefined && headerText(second) === headerText(first)
  if (second !== undefined && !sameHeader) return undefined
  return { ...above, rows: continueRows(above.rows, second?.rows ?? below.rows, first) }
}

const headerText = ({ labels }: ReadTable): string =>
  labels.flatMap(({ cells }) => cells.map(({ text }) => text.replace(/\s+/g, '').toLowerCase())).join('|')

function continueRows(above: readonly Row[], below: readonly Row[], { fields }: ReadTable): readonly Row[] {
  const [first, ...rest] = below
  const last = above.at(-1)
  const key = [...fields].find(([, field]) => field === 'code' || field === 'measure')?.[0]
  if (
    first === undefined ||
    last === undefined ||
    key === undefined ||
    cellText(first, key) !== '' ||
    cellText(last, key) === ''
  ) {
    return [...above, ...below]
  }
  return [...above.slice(0, -1), { ...last, cells: continueCells(last.cells, first.cells) }, ...rest]
}

function continueCells(above: readonly Cell[], below: readonly Cell[]): readonly Cell[] {
  const continued = above.map((cell) => {
    const more = below.find(({ column }) => column === cell.column)?.text ?? ''
    return more.trim() === '' ? cell : { ...cell, text: cell.text.trim() === '' ? more : `${cell.text}\n${more}` }
  })
  const added = below.filter(({ column }) => !above.some((cell) => cell.column === column))
  return [...continued, ...added].sort((a, b) => a.column - b.column)
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cell, Place, Row, Table } from '../../model.ts'
import { type Extent, toBox } from './extent.ts'
import type { Grid, GridCell } from './grid.ts'
import type { Glyph } from './page-content.ts'
import type { Placed } from './placed.ts'
import { mendBrokenWords } from './soft-hyphens.ts'
import { layLines } from './words.ts'

/** The least share of cells with text in a table. */
const leastFilled = 0.2

/**
 * Puts the characters of a page into the cells of its ruled tables. A table inside a cell becomes a table of its own.
 * @param grids from top to bottom
 * @returns the tables, and the characters outside of them
 */
export function readRuledTables(
  glyphs: readonly Glyph[],
  grids: readonly Grid[],
  page: number,
): { readonly tables: readonly Placed<Table>[]; readonly rest: readonly Glyph[] } {
  const inner = grids.toSorted((a, b) => area(a) - area(b))
  const byGrid = groupRuns(glyphs, ([x, y]) =>
    inner.find((grid) => x >= grid.x0 && x <= grid.x1 && y >= grid.y0 && y <= grid.y1),
  )
  const tables: Placed<Table>[] = []
  const rest = [...(byGrid.get(undefined) ?? [])]
  for (const grid of grids) {
    const held = byGrid.get(grid) ?? []
    const table = readTable(grid, held, page)
    if (isTable(table, grid)) tables.push({ block: table, extent: grid })
    else rest.push(...held)
  }
  return { tables, rest }
}

/** A chart has a grid too, but almost nothing in it. */
function isTable({ rows }: Table, { cells }: Grid): boolean {
  const filled = rows.reduce((sum, row) => sum + row.cells.length, 0)
  return filled > 1 && (rows.length < 3 || filled >= leastFilled * cells.length)
}

function readTable({ xs, ys, cells, ...extent }: Grid, glyphs: readonly Glyph[], page: number): Table {
  const cellAt = ys.map(() => Array<GridCell | undefined>(xs.length))
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rows; row += 1)
      cellAt[row]?.fill(cell, cell.column, cell.column + cell.columns)
  }
  const byCell = groupRuns(glyphs, ([x, y]) => cellAt[indexIn(ys, y)]?.[indexIn(xs, x)])
  const rows: Row[] = ys.slice(1).map((_, row) => ({
    cells: cells.filter((cell) => cell.row === row).flatMap((cell) => readCell(cell, byCell.get(cell) ?? [], page)),
  }))
  return { kind: 'table', rows, columns: xs.length - 1, place: { page, box: toBox(extent) } }
}

function readCell(cell: GridCell, glyphs: readonly Glyph[], page: number): Cell[] {
  const text = mendBrokenWords(layLines(glyphs).map(({ text }) => text))
    .filter((line) => line !== '')
    .join('\n')
  if (text === '') return []
  const place: Place = { page, box: toBox(cell) }
  const { column, columns, rows } = cell
  return [{ text, column, ...(columns > 1 && { columns }), ...(rows > 1 && { rows }), place }]
}

/** The index of the space in the grid that contains a place. */
const indexIn = (places: readonly number[], at: number): number => {
  const after = places.findIndex((place) => place > at)
  return (after < 0 ? places.length - 1 : after) - 1
}

/**
 * Groups characters by the place of their middle. A character that follows another without a gap stays with it, because
 * a word too long for its cell runs over the rule.
 */
function groupRuns<T>(glyphs: readonly Glyph[], find: (middle: readonly [x: number, y: number]) => T): Map<T, Glyph[]> {
  const groups = new Map<T, Glyph[]>()
  let last: { glyph: Glyph; group: T } | undefined
  for (const glyph of glyphs) {
    const group = last !== undefined && follows(glyph, last.glyph) ? last.group : find(centre(glyph))
    const held = groups.get(group)
    if (held === undefined) groups.set(group, [glyph])
    else held.push(glyph)
    last = { glyph, group }
  }
  return groups
}

const follows = (glyph: Glyph, last: Glyph): boolean =>
  glyph.turn === 0 &&
  last.text !== ' ' &&
  Math.hypot(glyph.x - last.x - last.width, glyph.y - last.y) < 0.1 * glyph.size

/** The middle of a character, which decides its cell. */
function centre({ x, y, width, size, turn }: Glyph): [x: number, y: number] {
  const [along, across] = [width / 2, size / 4]
  if (turn === 0) return [x + along, y - across]
  if (turn === 1) return [x - across, y - along]
  if (turn === 2) return [x - along, y + across]
  return [x + across, y + along]
}

const area = ({ x0, y0, x1, y1 }: Extent): number => (x1 - x0) * (y1 - y0)

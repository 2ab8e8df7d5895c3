// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Extent } from './extent.ts'
import type { Glyph } from './page-content.ts'
import { type Ruling, type Rulings, touch } from './rulings.ts'
import { layLines } from './words.ts'

/** A cell of a ruled table: its rectangle, its place on the grid, and the columns and rows it covers. */
export type GridCell = Extent & {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** A ruled table: the places of its columns and rows, first and last edges included, and its cells in reading order. */
export type Grid = Extent & {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly GridCell[]
}

/** The share of a cell's side that must be ruled to close it. */
const closedShare = 0.6

/** A line may begin a row when its distance from the line above is larger by this factor than inside a cell. */
const rowGap = 1.2

/** A grid with more fields is a drawing. */
const mostCells = 20_000

/** Groups crossing lines of a page into tables. Frames with a single column or cell are not tables. */
export function findGrids(rulings: Rulings, glyphs: readonly Glyph[]): Grid[] {
  return crossing(rulings)
    .map((rulings) => toGrid(rulings, glyphs))
    .filter(
      ({ xs, ys, cells }) => xs.length > 2 && ys.length > 1 && new Set(cells.map(({ column }) => column)).size > 1,
    )
    .toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0)
}

/** Groups of lines that cross or touch each other. Lines that touch no other are left out. */
function crossing({ level, plumb }: Rulings): Rulings[] {
  const group = [...level, ...plumb].map((_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group[root] ?? root
    group[index] = root
    return root
  }
  const meets = (a: Ruling, b: Ruling) => a.at >= b.from - touch && a.at <= b.to + touch
  level.forEach((row, index) => {
    plumb.forEach((column, other) => {
      if (meets(row, column) && meets(column, row)) group[find(index)] = find(level.length + other)
    })
  })
  const groups = [...Map.groupBy(group.keys(), find).values()].map((members) => ({
    level: members.flatMap((index) => level[index] ?? []),
    plumb: members.flatMap((index) => plumb[index - level.length] ?? []),
  }))
  const tables = groups.filter(({ level, plumb }) => level.length > 0 && plumb.length > 0)
  const alone = groups.filter(({ level, plumb }) => level.length === 0 || plumb.length === 0)
  return tables.map((table) => ({
    level: [...table.level, ...alone.flatMap(({ level }) => level.filter((line) => continues(line, table.level)))],
    plumb: [...table.plumb, ...alone.flatMap(({ plumb }) => plumb.filter((line) => continues(line, table.plumb)))],
  }))
}

/**
 * A line that crosses no other still belongs to a table when it continues the table's lines below a row that spans the
 * columns.
 */
const continues = (line: Ruling, lines: readonly Ruling[]): boolean =>
  lines.some(({ at }) => Math.abs(at - line.at) <= 1) &&
  line.from >= Math.min(...lines.map(({ from }) => from)) - touch &&
  line.to <= Math.max(...lines.map(({ to }) => to)) + touch

function toGrid({ level, plumb }: Rulings, glyphs: readonly Glyph[]): Grid {
  const xs = edges(plumb, level)
  const ruled = edges(level, plumb)
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [xs[0], ruled[0], xs.at(-1), ruled.at(-1)]
  const cuts = xs.length >= 4 && ruled.length <= 3 ? findRowCuts(glyphs, xs, ruled) : []
  const ys = [...ruled, ...cuts].toSorted((a, b) => a - b)
  const rulings = { level: [...level, ...cuts.map((at) => ({ at, from: x0, to: x1 }))], plumb }
  return { x0, y0, x1, y1, xs, ys, cells: xs.length * ys.length > mostCells ? [] : findCells(xs, ys, rulings) }
}

/**
 * Where rows begin in a table that has rules only between columns, or also below its head: after a bold head, or after
 * a wider space.
 */
function findRowCuts(glyphs: readonly Glyph[], xs: readonly number[], ys: readonly number[]): number[] {
  return ys.slice(1).flatMap((bottom, row) => {
    const top = ys[row] ?? 0
    const inside = ({ x, y }: Glyph) => x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > top && y < bottom
    const lines = layLines(glyphs.filter(inside))
    const steps = lines.slice(1).map((line, at) => line.baseline - (lines[at]?.baseline ?? 0))
    const closest = Math.min(...steps)
    const body = lines.findIndex(({ bold }) => !bold)
    return lines.slice(1).flatMap((line, at) => {
      const begins = at + 1 === body || ((steps[at] ?? 0) > rowGap * closest && line.x0 < (xs[1] ?? 0))
      return begins ? [(line.y0 + (lines[at]?.y1 ?? 0)) / 2] : []
    })
  })
}

/**
 * The places of the lines, merging near ones; also places where at least two of the lines that cross them end further
 * out.
 */
function edges(lines: readonly Ruling[], crossed: readonly Ruling[]): number[] {
  const places: number[] = []
  let last = -Infinity
  for (const at of lines.map(({ at }) => at).toSorted((a, b) => a - b)) {
    if (at - last > touch) places.push(at)
    last = at
  }
  const [first = 0, end = 0] = [places[0], places.at(-1)]
  const before = crossed.map(({ from }) => from).filter((from) => from < first - touch)
  const after = crossed.map(({ to }) => to).filter((to) => to > end + touch)
  if (before.length > 1) places.unshift(Math.min(...before))
  if (after.length > 1) places.push(Math.max(...after))
  return places
}

/** Fields of the grid without a line between them are one cell: first along the row, then downwards over equal ones. */
function findCells(xs: readonly number[], ys: readonly number[], { level, plumb }: Rulings): GridCell[] {
  const cells: (GridCell & { rows: number; y1: number })[] = []
  const lowest: typeof cells = []
  const [plumbAt, levelAt] = [linesAt(xs, plumb), linesAt(ys, level)]
  for (let row = 0; row < ys.length - 1; row += 1) {
    const [y0 = 0, y1 = 0] = [ys[row], ys[row + 1]]
    for (let column = 0; column < xs.length - 1; ) {
      let end = column + 1
      while (end < xs.length - 1 && !isClosed(plumbAt[end], y0, y1)) end += 1
      const [x0 = 0, x1 = 0, columns] = [xs[column], xs[end], end - column]
      const above = lowest[column]
      const beneath = above !== undefined && above.row + above.rows === row && above.columns === columns
      if (beneath && !isClosed(levelAt[row], x0, x1)) {
        above.rows += 1
        above.y1 = y1
      } else {
        const cell = { x0, y0, x1, y1, row, column, rows: 1, columns }
        cells.push(cell)
        lowest[column] = cell
      }
      column = end
    }
  }
  return cells
}

/** The lines at each place of the grid. */
const linesAt = (places: readonly number[], lines: readonly Ruling[]): readonly Ruling[][] =>
  places.map((place) => lines.filter(({ at }) => Math.abs(at - place) <= touch))

const isClosed = (lines: readonly Ruling[] = [], from: number, to: number): boolean =>
  lines.reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0) >=
  closedShare * (to - from)

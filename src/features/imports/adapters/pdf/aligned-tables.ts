// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cell, Row, Table } from '../../model.ts'
import type { AlignedLines } from './aligned-lines.ts'
import { around, toBox } from './extent.ts'
import type { Gutter } from './gutters.ts'
import type { Placed } from './placed.ts'
import { mendBrokenWords } from './soft-hyphens.ts'
import { type Line, lineHeight, type Word } from './words.ts'

/** A space this much wider (as a share of the leading) than the spaces inside a cell separates rows. */
const rowGap = 0.13

/**
 * Makes a table from lines set in columns.
 * @param edges heights on the page where a rule or a background ends; when there are any, they separate rows
 */
export function toAlignedTable(aligned: AlignedLines, edges: readonly number[], page: number): Placed<Table> {
  const extent = around(aligned.lines)
  const rows = splitRows(aligned, edges).map((lines) => toRow(lines, aligned, page))
  const columns = aligned.gutters.length + 1
  return { block: { kind: 'table', rows, columns, place: { page, box: toBox(extent) } }, extent }
}

/** Groups the lines by row: at edges, or at wider spaces, or else where the columns begin to fill again. */
function splitRows({ lines, gutters, spanning }: AlignedLines, edges: readonly number[]): Line[][] {
  const widest = widestSpaceInCell(lines, gutters)
  const ruled = linesAfter(lines, (line, above) =>
    edges.some((edge) => edge > above.baseline && edge < line.baseline - line.size / 3),
  )
  let reached = -Infinity
  const spaced = linesAfter(lines, (line, above) => {
    reached = Math.max(reached, above.y1)
    return line.y0 - reached > widest
  })
  const refilled = linesAfter(lines, (line, above) => {
    const [cells, cellsAbove] = [cellsOf(line, gutters), cellsOf(above, gutters)]
    return cells[0]?.length !== 0 && filled(cells) > 1 && filled(cells) >= filled(cellsAbove)
  })
  const begins = [ruled, spaced].find((lines) => lines.size * 2 >= refilled.size && lines.size > 1) ?? refilled
  const rows: Line[][] = []
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1]
    const row = rows.at(-1)
    const titled = above !== undefined && spanning.has(line) !== spanning.has(above)
    const headed = row !== undefined && isHead(row, gutters) && !line.bold
    if (row === undefined || titled || headed || begins.has(line)) rows.push([line])
    else row.push(line)
  }
  return rows
}

/** True when all its words are bold, in more than one column. */
const isHead = (row: readonly Line[], gutters: readonly Gutter[]): boolean =>
  row.every(({ bold }) => bold) && row.some((line) => filled(cellsOf(line, gutters)) > 1)

/** The space between lines of the same cell, with a small margin. */
function widestSpaceInCell(lines: readonly Line[], gutters: readonly Gutter[]): number {
  const steps = [...gutters.keys(), gutters.length].flatMap((column) => {
    const held = lines.filter((line) => (cellsOf(line, gutters)[column] ?? []).length > 0)
    return held
      .slice(1)
      .map((line, at) => ({ leading: line.baseline - (held[at]?.baseline ?? 0), height: lineHeight * line.size }))
  })
  const closest = steps.toSorted((a, b) => a.leading - b.leading)[Math.floor(steps.length / 10)]
  return closest === undefined ? 0 : (1 + rowGap) * closest.leading - closest.height
}

const linesAfter = (lines: readonly Line[], parted: (line: Line, above: Line) => boolean): ReadonlySet<Line> =>
  new Set(lines.filter((line, at) => at > 0 && parted(line, lines[at - 1] ?? line)))

const filled = (cells: readonly (readonly Word[])[]): number => cells.filter(({ length }) => length > 0).length

/** The words of a line by column. */
export function cellsOf({ words }: Line, gutters: readonly Gutter[]): Word[][] {
  const cells: Word[][] = Array.from({ length: gutters.length + 1 }, () => [])
  for (const word of words) cells[gutters.filter(({ from, to }) => word.x0 + word.x1 > from + to).length]?.push(word)
  return cells
}

function toRow(lines: readonly Line[], { gutters, spanning }: AlignedLines, page: number): Row {
  const titles = lines.filter((line) => spanning.has(line))
  if (titles.length > 0) {
    const place = { page, box: toBox(around(titles)) }
    return {
      cells: [{ text: joined(titles.map(({ text }) => text)), column: 0, columns: gutters.length + 1, place }],
    }
  }
  const byLine = lines.map((line) => cellsOf(line, gutters))
  const cells = Array.from({ length: gutters.length + 1 }, (_, column): Cell[] => {
    const words = byLine.map((cells) => cells[column] ?? []).filter(({ length }) => length > 0)
    if (words.length === 0) return []
    const lines = words.map((line) => line.map(({ text }) => text).join(' '))
    const place = { page, box: toBox(around(words.flat())) }
    return [{ text: joined(lines), column, place }]
  })
  return { cells: cells.flat() }
}

const joined = (lines: readonly string[]): string =>
  mendBrokenWords(lines)
    .filter((line) => line !== '')
    .join('\n')

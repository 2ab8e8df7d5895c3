// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Grid } from './grid.ts'
import type { Glyph } from './page-content.ts'
import { layLines } from './words.ts'

/** Lines this much further apart than those of a cell may be of two rows. */
const rowGap = 1.2

/**
 * Cuts the rows of a table that rules its columns, but at most the head of its rows: where a wider space is, and the
 * first column begins again.
 * @param glyphs those of the table
 */
export function cutUnruledRows(grid: Grid, glyphs: readonly Glyph[]): Grid {
  const { xs, ys, cells } = grid
  if (xs.length < 4 || ys.length > 3) return grid
  const cuts = ys.slice(1).flatMap((bottom, at) => {
    const top = ys[at] ?? 0
    const lines = layLines(glyphs.filter(({ y }) => y > top && y < bottom))
    const steps = lines.slice(1).map((line, above) => line.baseline - (lines[above]?.baseline ?? 0))
    const closest = Math.min(...steps)
    return lines.slice(1).flatMap((line, above) => {
      const begins = (steps[above] ?? 0) > rowGap * closest && line.x0 < (xs[1] ?? 0)
      return begins ? [(line.y0 + (lines[above]?.y1 ?? 0)) / 2] : []
    })
  })
  if (cuts.length === 0) return grid
  const places = [...ys, ...cuts].toSorted((a, b) => a - b)
  const parts = cells.flatMap((cell) => {
    const inside = [cell.y0, ...cuts.filter((cut) => cut > cell.y0 && cut < cell.y1), cell.y1]
    return inside.slice(1).map((y1, at) => {
      const y0 = inside[at] ?? 0
      return { ...cell, y0, y1, row: places.indexOf(y0), rows: 1 }
    })
  })
  return { ...grid, ys: places, cells: parts }
}

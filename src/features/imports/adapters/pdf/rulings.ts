// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Extent } from './extent.ts'
import type { Glyph } from './page-content.ts'

/** A line of a table: level ones have their `at` on the y axis, plumb ones on the x axis. */
export type Ruling = { readonly at: number; readonly from: number; readonly to: number }
export type Rulings = { readonly level: readonly Ruling[]; readonly plumb: readonly Ruling[] }

/** Lines so near, in points, are the same line, or touch: double borders, cells with borders of their own. */
export const touch = 3

/** A line this short, in points, rules no cell. */
const shortest = 6

/** More lines than these on a page are a drawing, not a table. */
const mostRulings = 4000

/** Joins the strokes of a page into the longest lines they make; underlines and drawings are left out. */
export function findRulings(strokes: readonly Extent[], glyphs: readonly Glyph[]): Rulings {
  const underlines = underlineFinder(glyphs)
  const level = strokes
    .filter((stroke) => stroke.x1 - stroke.x0 >= stroke.y1 - stroke.y0 && !underlines(stroke))
    .map(({ x0, y0, x1, y1 }) => ({ at: (y0 + y1) / 2, from: x0, to: x1 }))
  const plumb = strokes
    .filter((stroke) => stroke.y1 - stroke.y0 >= stroke.x1 - stroke.x0)
    .map(({ x0, y0, x1, y1 }) => ({ at: (x0 + x1) / 2, from: y0, to: y1 }))
  const rulings = { level: joined(level), plumb: joined(plumb) }
  return rulings.level.length + rulings.plumb.length > mostRulings ? { level: [], plumb: [] } : rulings
}

/** Pieces that lie on one line and touch, as one. */
function joined(pieces: readonly Ruling[]): Ruling[] {
  const tracks: { at: number; pieces: Ruling[] }[] = []
  for (const piece of pieces.toSorted((a, b) => a.at - b.at)) {
    const track = tracks.at(-1)
    if (track !== undefined && piece.at - track.at <= 1) track.pieces.push(piece)
    else tracks.push({ at: piece.at, pieces: [piece] })
  }
  return tracks.flatMap(({ at, pieces }) => {
    const whole: { at: number; from: number; to: number }[] = []
    for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
      const last = whole.at(-1)
      if (last !== undefined && from <= last.to + touch) last.to = Math.max(last.to, to)
      else whole.push({ at, from, to })
    }
    return whole.filter(({ from, to }) => to - from >= shortest)
  })
}

/** Tells the strokes that underline or strike out words: no wider than the words on the baseline that they are near. */
function underlineFinder(glyphs: readonly Glyph[]): (stroke: Extent) => boolean {
  const byHeight = Map.groupBy(
    glyphs.filter(({ turn }) => turn === 0),
    ({ y }) => Math.round(y),
  )
  return ({ x0, y0, x1 }) => {
    for (let height = Math.floor(y0) - 6; height <= Math.ceil(y0) + 6; height += 1) {
      const near = (byHeight.get(height) ?? []).filter(
        ({ x, y, size, width }) => y0 - y < 0.3 * size && y - y0 < 0.5 * size && x < x1 && x + width > x0,
      )
      const [starts, ends] = [near.map(({ x }) => x), near.map(({ x, width }) => x + width)]
      if (near.length > 0 && Math.min(...starts) <= x0 + 1 && Math.max(...ends) >= x1 - 1) return true
    }
    return false
  }
}

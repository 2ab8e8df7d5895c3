// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Extent } from './extent.ts'
import type { Glyph } from './page-content.ts'

/** A line of a table: `at` is on the y axis for horizontal lines, on the x axis for vertical ones. */
export type Ruling = { readonly at: number; readonly from: number; readonly to: number }
export type Rulings = { readonly level: readonly Ruling[]; readonly plumb: readonly Ruling[] }

/**
 * Lines this near to each other, in points, are the same line or touch: double borders, cells with their own borders.
 */
export const touch = 3

/** A line this short, in points, does not belong to a cell. */
const shortest = 6

/** A stroke whose sides differ by less is a dot, of a horizontal or vertical line. */
const dot = 0.5

/** More lines than these on a page are a drawing, not a table. */
const mostRulings = 4000

/** Joins the strokes of a page into lines as long as possible. Underlines and drawings are left out. */
export function findRulings(strokes: readonly Extent[], glyphs: readonly Glyph[]): Rulings {
  const level = strokes
    .filter((stroke) => lengthwise(stroke) > -dot)
    .map(({ x0, y0, x1, y1 }) => ({ at: (y0 + y1) / 2, from: x0, to: x1 }))
  const plumb = strokes
    .filter((stroke) => lengthwise(stroke) < dot)
    .map(({ x0, y0, x1, y1 }) => ({ at: (x0 + x1) / 2, from: y0, to: y1 }))
  const rulings = { level: joined(level).filter(underlineTest(glyphs)), plumb: joined(plumb) }
  return rulings.level.length + rulings.plumb.length > mostRulings ? { level: [], plumb: [] } : rulings
}

/** How much wider a stroke is than high: negative when it is vertical, near zero for a dot. */
const lengthwise = ({ x0, y0, x1, y1 }: Extent): number => x1 - x0 - (y1 - y0)

/** Joins pieces that are on one line and touch. */
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

/** True for lines that do not underline or strike out words: they are longer than the words near them. */
function underlineTest(glyphs: readonly Glyph[]): (ruling: Ruling) => boolean {
  const byHeight = Map.groupBy(
    glyphs.filter(({ turn }) => turn === 0),
    ({ y }) => Math.round(y),
  )
  return ({ at, from, to }) => {
    const heights = Array.from({ length: 13 }, (_, step) => Math.round(at) - 6 + step)
    const near = heights
      .flatMap((height) => byHeight.get(height) ?? [])
      .filter(({ x, y, size, width }) => at - y < 0.3 * size && y - at < 0.5 * size && x < to && x + width > from)
    const left = Math.min(...near.map(({ x }) => x))
    const right = Math.max(...near.map(({ x, width }) => x + width))
    return left > from + 1 || right < to - 1
  }
}

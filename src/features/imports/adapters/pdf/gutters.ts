// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Line } from './words.ts'

/** A strip between two columns, free of print in all their lines. */
export type Gutter = { readonly from: number; readonly to: number }

/** A gap of so many sizes is wider than any blank. */
const wideGap = 1.1
/** In points. */
const narrowestGutter = 2.5

const marker = /^(?:[^\p{L}\d]{1,2}|\(?[\p{L}\d]{1,2}[.)]|(?:\d+\.)+\d*)$/u

/** The wide gaps of a line; one after a bullet or a number is weak: the lines of a list have it too. */
export function gapsOf({ words, size }: Line): (Gutter & { readonly weak: boolean })[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1]
    if (before === undefined || word.x0 - before.x1 < wideGap * size) return []
    return [{ from: before.x1, to: word.x0, weak: at === 1 && marker.test(before.text) }]
  })
}

/** The widest part of a gutter that a line leaves free, if one is wide enough. */
export function widestPart(gutter: Gutter, { words }: Line): Gutter[] {
  let free = [gutter]
  for (const { x0, x1 } of words) {
    free = free.flatMap(({ from, to }) =>
      x1 <= from || x0 >= to
        ? { from, to }
        : [
            { from, to: Math.min(x0, to) },
            { from: Math.max(x1, from), to },
          ],
    )
  }
  const [widest] = free.toSorted((a, b) => b.to - b.from - (a.to - a.from))
  return widest !== undefined && widest.to - widest.from >= narrowestGutter ? [widest] : []
}

/** The strips between the first and the last word where no line prints. */
export function freeStrips(lines: readonly Line[]): Gutter[] {
  const words = lines.flatMap(({ words }) => words).toSorted((a, b) => a.x0 - b.x0)
  const strips: Gutter[] = []
  let reached = words[0]?.x1 ?? 0
  for (const { x0, x1 } of words) {
    if (x0 - reached >= narrowestGutter) strips.push({ from: reached, to: x0 })
    reached = Math.max(reached, x1)
  }
  return strips
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Line } from './words.ts'

/** A strip between two columns, free of print in all their lines. */
export type Gutter = { readonly from: number; readonly to: number }

/** A gap of so many sizes is wider than any blank. */
const wideGap = 1.1
/** In points. */
const narrowestGutter = 2.5
/** So many cells, and this share of them, begin at the left edge of a column whose gaps are narrow. */
const fewestFlush = 4
const flushShare = 0.8

/** A bullet, or a number of a list. */
const marker = /^(?:[^\p{L}\d]{1,2}|\(?[\p{L}\d]{1,2}[.)]|(?:\d+\.)+\d*)$/u

/** The wide gaps of a line, those after the bullet or number of a list item left out. */
export function gapsOf({ words, size }: Line): Gutter[] {
  let begins = true
  return words.flatMap((word, at) => {
    const before = words[at - 1]
    if (before === undefined || word.x0 - before.x1 < wideGap * size) {
      begins = before === undefined
      return []
    }
    const listed = begins && marker.test(before.text)
    begins = true
    return listed ? [] : [{ from: before.x1, to: word.x0 }]
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

/**
 * The strips where no line prints that part columns: at least two lines have a wide gap there, or most cells to the
 * right begin at its edge. Strips beside bullets and numbers alone are those of lists.
 */
export function findGutters(lines: readonly Line[]): Gutter[] {
  const gaps = lines.flatMap(gapsOf)
  const strips = freeStrips(lines)
  return strips.filter((strip, at) => {
    const wide = gaps.filter(({ from, to }) => from <= strip.from + 0.1 && to >= strip.to - 0.1)
    if (wide.length > 1) return true
    const next = strips[at + 1]?.from ?? Infinity
    const starts = lines.flatMap(({ words }) => words.find(({ x0 }) => x0 >= strip.to) ?? []).filter(({ x0 }) => x0 < next)
    const flush = starts.filter(({ x0 }) => x0 - strip.to <= 1)
    const left = lines.flatMap(({ words }) => words.findLast(({ x1 }) => x1 <= strip.from) ?? [])
    return (
      flush.length >= fewestFlush && flush.length >= flushShare * starts.length && !left.every(({ text }) => marker.test(text))
    )
  })
}

function freeStrips(lines: readonly Line[]): Gutter[] {
  const words = lines.flatMap(({ words }) => words).toSorted((a, b) => a.x0 - b.x0)
  const strips: Gutter[] = []
  let reached = words[0]?.x1 ?? 0
  for (const { x0, x1 } of words) {
    if (x0 - reached >= narrowestGutter) strips.push({ from: reached, to: x0 })
    reached = Math.max(reached, x1)
  }
  return strips
}

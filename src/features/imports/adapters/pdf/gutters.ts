// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Line } from './words.ts'

/** A strip between two columns, free of print. */
export type Gutter = { readonly from: number; readonly to: number }

/** A gap of so many sizes is wider than any blank. */
const wideGap = 1.1
/** A gutter is as wide as this in sizes, or in points when what follows begins at its edge. */
const clearGutter = 0.5
const narrowestGutter = 2.4
/** What begins so near to an edge, in points, begins at it. */
const flush = 1
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

/** The part of a gutter that a line leaves free: none when the line runs over it. */
export function freePart(gutter: Gutter, line: Line): Gutter[] {
  const atEdge = (part: Gutter) => gutter.to - part.to <= flush && part.to - part.from >= narrowestGutter
  const free = partsBeside(gutter, line).filter((part) => atEdge(part) || isWide(part, line))
  return free.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 1)
}

/** True when a line runs over a gutter, or prints on both sides of it as close as its words are set. */
export function joins(gutter: Gutter, line: Line): boolean {
  const parts = partsBeside(gutter, line)
  const [first, last] = [line.words[0], line.words.at(-1)]
  const beside = first === undefined || last === undefined || last.x1 <= gutter.from || first.x0 >= gutter.to
  return !beside && !parts.some((part) => isWide(part, line))
}

const isWide = ({ from, to }: Gutter, { size }: Line): boolean => to - from >= clearGutter * size

function partsBeside(gutter: Gutter, { words }: Line): Gutter[] {
  let free = [gutter]
  for (const { x0, x1 } of words) {
    free = free.flatMap(({ from, to }) =>
      x1 <= from || x0 >= to
        ? { from, to }
        : [
            { from, to: x0 },
            { from: x1, to },
          ],
    )
  }
  return free
}

/**
 * The strips that part the columns of lines: at least two lines have a wide gap there, or most cells to the right begin
 * at its edge. Strips beside bullets and numbers alone are those of lists.
 * @param most so many lines may run over a strip
 */
export function findGutters(lines: readonly Line[], most: number): Gutter[] {
  const strips = stripsUnder(lines, most).flatMap((strip) => {
    const beside = lines.filter((line) => freePart(strip, line).length > 0)
    const narrowed = beside.reduce<Gutter[]>((free, line) => free.flatMap((part) => freePart(part, line)), [strip])
    return lines.length - beside.length <= most ? narrowed : []
  })
  const gaps = lines.flatMap(gapsOf)
  return strips.filter((strip, at) => {
    const wide = gaps.filter(({ from, to }) => from <= strip.from + 0.1 && to >= strip.to - 0.1)
    return wide.length > 1 || startsColumn(strip, strips[at + 1]?.from ?? Infinity, lines)
  })
}

/** Most of what stands between a strip and the next begins at the strip's edge, and not after bullets alone. */
function startsColumn(strip: Gutter, end: number, lines: readonly Line[]): boolean {
  const starts = lines
    .flatMap(({ words }) => words.find(({ x0 }) => x0 >= strip.to - 0.1) ?? [])
    .filter(({ x0 }) => x0 < end)
  const atEdge = starts.filter(({ x0 }) => x0 - strip.to <= flush)
  const left = lines.flatMap(({ words }) => words.findLast(({ x1 }) => x1 <= strip.from + 0.1) ?? [])
  return (
    atEdge.length >= fewestFlush &&
    atEdge.length >= flushShare * starts.length &&
    !left.every(({ text }) => marker.test(text))
  )
}

/** The strips between the first and the last word where at most so many lines print. */
function stripsUnder(lines: readonly Line[], most: number): Gutter[] {
  const words = lines.flatMap(({ words }) => words)
  const changes = words
    .flatMap(({ x0, x1 }) => [
      { at: x0, by: 1 },
      { at: x1, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || b.by - a.by)
  const strips: Gutter[] = []
  let printing = 0
  let from: number | undefined
  for (const { at, by } of changes) {
    if (by > 0 && printing === most && from !== undefined) {
      if (at - from >= narrowestGutter) strips.push({ from, to: at })
      from = undefined
    }
    printing += by
    if (by < 0 && printing === most) from = at
  }
  return strips
}

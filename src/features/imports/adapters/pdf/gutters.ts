// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Line } from './words.ts'

/** A strip between two columns, free of print. */
export type Gutter = { readonly from: number; readonly to: number }

/** A gap of so many font sizes is wider than any space between words. */
const wideGap = 1.1
/** The least width of a gutter in font sizes, or in points when the text after it begins at its edge. */
const clearGutter = 0.5
const narrowestGutter = 2.4
/** Text that begins this near to an edge (in points) begins at it. */
const flush = 1
/** A column with narrow gaps needs this many cells, and this share of them, to begin at its left edge. */
const fewestFlush = 4
const flushShare = 0.8

/** A bullet, or a number of a list. */
const marker = /^(?:[^\p{L}\d]{1,2}|\(?[\p{L}\d]{1,2}[.)]|(?:\d+\.)+\d*)$/u

/** The wide gaps of a line, without the gap after the bullet or number of a list item. */
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

/** The widest usable part of a gutter that a line leaves free; empty when the line runs over it. */
export function freePart(gutter: Gutter, line: Line): Gutter[] {
  const atEdge = (part: Gutter) => gutter.to - part.to <= flush && part.to - part.from >= narrowestGutter
  const free = partsBeside(gutter, line).filter((part) => atEdge(part) || isWide(part, line))
  return free.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 1)
}

/** True when a line runs over a gutter, or prints on both sides of it with only a normal space between. */
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
 * The strips that separate the columns of lines: at least two lines have a wide gap there, or most cells to the right
 * begin at its edge. Strips that only follow bullets and numbers belong to lists.
 * @param most the most lines that may run over a strip
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

/** True when most text between a strip and the next begins at the strip's edge, and not only after bullets. */
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

/** The strips between the first and the last word over which at most so many lines run. */
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

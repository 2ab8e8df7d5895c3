// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Line } from './words.ts'

/** A strip between two columns, free of print in all their lines. */
export type Gutter = { readonly from: number; readonly to: number }

/** Lines that keep the same gutters free, from top to bottom. */
export type AlignedLines = {
  readonly lines: readonly [Line, ...Line[]]
  readonly gutters: readonly Gutter[]
  /** Those of the lines that run over the gutters: a title over the rows that follow. */
  readonly spanning: ReadonlySet<Line>
}

/** A gap of so many sizes is wider than any blank. */
const wideGap = 1.1
/** In points. */
const narrowestGutter = 2.5
/** Baselines further apart, in sizes, belong to different things. */
const furthestLine = 3.5
/** A page has fewer. */
const mostLines = 400
/** So many lines in a row may run over the gutters. */
const mostSpanning = 3

/**
 * The first run of lines set in columns, though nothing rules them: at least two lines in three columns, or three in
 * two. Columns show where no line prints; that some lines have a wide gap there tells them from chance.
 */
export function findAlignedLines(lines: readonly Line[]): AlignedLines | undefined {
  for (const start of lines.keys()) {
    const grown = grow(lines.slice(start, start + mostLines))
    if (grown === undefined) continue
    const proven = prove(grown)
    const parted = proven.lines.filter((line) => gapsOf(line).length > 0).length
    if (proven.gutters.length > 0 && parted >= (proven.gutters.length > 1 ? 2 : 3)) return proven
  }
  return undefined
}

type Grown = Pick<AlignedLines, 'lines' | 'spanning'>

/** Takes lines for as long as they keep the wide gaps of the first one free. */
function grow(lines: readonly Line[]): Grown | undefined {
  const [first, ...others] = lines
  if (first === undefined || !gapsOf(first).some(({ weak }) => !weak)) return undefined
  let gutters: readonly Gutter[] = gapsOf(first)
  const taken: [Line, ...Line[]] = [first]
  const spanning = new Set<Line>()
  let crossing: Line[] = []
  let end = 1
  for (const line of others) {
    const last = crossing.at(-1) ?? taken.at(-1) ?? first
    if (line.baseline - last.baseline > furthestLine * last.size) break
    const free = gutters.flatMap((gutter) => widestPart(gutter, line))
    const parted = gapsOf(line).length > 0
    if (free.length < gutters.length) {
      crossing.push(line)
      if (crossing.length > mostSpanning) break
      continue
    }
    for (const title of crossing) spanning.add(title)
    taken.push(...crossing, line)
    crossing = []
    gutters = free
    // A line in a single column goes with the row above it when it is set as close as the lines of a cell are.
    if (parted || (end === taken.length - 1 && isClose(line, last))) end = taken.length
  }
  taken.length = end
  return { lines: taken, spanning }
}

const isClose = (line: Line, above: Line): boolean => line.baseline - above.baseline <= 1.5 * above.size

/** Finds the gutters that all lines keep free. */
function prove({ lines, spanning }: Grown): AlignedLines {
  const rows = lines.filter((line) => !spanning.has(line))
  const gaps = rows.map(gapsOf)
  const free = freeStrips(rows).map((strip) => ({
    strip,
    gaps: gaps.flatMap((gaps) => gaps.filter(({ from, to }) => from <= strip.from + 0.1 && to >= strip.to - 0.1)),
  }))
  const proven = free.filter(({ gaps }) => gaps.length > 1)
  const strong = proven.filter(({ gaps }) => gaps.some(({ weak }) => !weak))
  // Numbers before rows of several columns are a column, before a single one they are a list's.
  return { lines, spanning, gutters: (strong.length > 1 ? proven : strong).map(({ strip }) => strip) }
}

/** The strips between the first and the last word where no line prints. */
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

const marker = /^(?:[^\p{L}\d]{1,2}|\(?[\p{L}\d]{1,2}[.)]|(?:\d+\.)+\d*)$/u

/** The wide gaps of a line; one after a bullet or a number is weak: the lines of a list have it too. */
function gapsOf({ words, size }: Line): (Gutter & { readonly weak: boolean })[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1]
    if (before === undefined || word.x0 - before.x1 < wideGap * size) return []
    return [{ from: before.x1, to: word.x0, weak: at === 1 && marker.test(before.text) }]
  })
}

/** The widest part of a gutter that a line leaves free, if one is wide enough. */
function widestPart(gutter: Gutter, { words }: Line): Gutter[] {
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

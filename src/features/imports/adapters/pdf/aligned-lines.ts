// SPDX-License-Identifier: AGPL-3.0-or-later
import { findGutters, gapsOf, type Gutter, widestPart } from './gutters.ts'
import type { Line } from './words.ts'

/** Lines that keep the same gutters free, from top to bottom. */
export type AlignedLines = {
  readonly lines: readonly [Line, ...Line[]]
  readonly gutters: readonly Gutter[]
  /** Those of the lines that run over the gutters: titles over rows. */
  readonly spanning: ReadonlySet<Line>
}

/** Baselines further apart, in sizes, belong to different things. */
const furthestLine = 3.5
/** Baselines nearer than this, in sizes, may be of one cell. */
const closeLine = 1.6
/** So many lines in a row may run over the gutters. */
const mostSpanning = 3
/** A page has fewer. */
const mostLines = 400

/**
 * The first run of lines set in columns, though nothing rules them: at least two lines in three columns, or three in
 * two. Columns show where no line prints; that some lines have a wide gap there tells them from chance.
 * @param known gutters of the table that may go on from the page before: its columns count where they are empty here
 */
export function findAlignedLines(lines: readonly Line[], known: readonly Gutter[]): AlignedLines | undefined {
  for (let start = 0; start < lines.length; start += 1) {
    const grown = grow(lines.slice(start, start + mostLines))
    if (grown === undefined) continue
    const above = known.length > 0 ? continued(lines.slice(0, start), grown.lines[0], known) : []
    const [first = grown.lines[0], ...others] = [...above, ...grown.lines]
    const found = prove({ ...grown, lines: [first, ...others] }, known)
    const next = lines[start + 1]
    const furniture = next !== undefined && !isClose(next, first) && prove
    const parted = found.lines.filter((line) => gapsOf(line).length > 0).length
    if (found.gutters.length > 0 && parted >= (found.gutters.length > 1 ? 2 : 3)) return found
  }
  return undefined
}

type Grown = Pick<AlignedLines, 'lines' | 'spanning'>

/** Takes lines for as long as they keep the wide gaps of the first one free. */
function grow([first, ...others]: readonly Line[]): Grown | undefined {
  if (first === undefined || gapsOf(first).length === 0) return undefined
  let gutters = gapsOf(first)
  const taken: [Line, ...Line[]] = [first]
  const spanning = new Set<Line>()
  let crossing: Line[] = []
  let end = 1
  for (const line of others) {
    const title = crossing.at(-1)
    const last = title ?? taken.at(-1) ?? first
    if (line.baseline - last.baseline > furthestLine * last.size) break
    const free = gutters.flatMap((gutter) => widestPart(gutter, line))
    const parted = gapsOf(line).length > 0
    if (free.length < gutters.length || (title !== undefined && !parted && endsTitle(line, title))) {
      crossing.push(line)
      if (crossing.length > mostSpanning) break
      continue
    }
    for (const line of crossing) spanning.add(line)
    taken.push(...crossing, line)
    crossing = []
    gutters = free
    // A line in a single column goes with the row above it when it is set as close as the lines of a cell are.
    if (parted || (end === taken.length - 1 && isClose(line, last))) end = taken.length
  }
  taken.length = end
  return { lines: taken, spanning }
}

const isClose = (line: Line, above: Line): boolean => line.baseline - above.baseline <= closeLine * above.size

/** The short last line of a title that runs over the columns. */
const endsTitle = (line: Line, title: Line): boolean =>
  isClose(line, title) && line.bold === title.bold && Math.abs(line.x0 - title.x0) < title.size / 2

/** The lines above the first one with gaps that end a row begun on the page before: close to it, or not in its column. */
function continued(lines: readonly Line[], first: Line, known: readonly Gutter[]): Line[] {
  const found: Line[] = []
  const start = known[0]?.to ?? 0
  for (const line of lines.toReversed()) {
    const below = found[0] ?? first
    const near = isClose(below, line) || (line.x0 >= start && below.baseline - line.baseline <= furthestLine * line.size)
    if (!near || known.some((gutter) => widestPart(gutter, line).length === 0)) break
    found.unshift(line)
  }
  return found
}

/** Finds the gutters that all lines but the spanning ones keep free; those known, when they are more. */
function prove({ lines, spanning }: Grown, known: readonly Gutter[]): AlignedLines {
  const rows = lines.filter((line) => !spanning.has(line))
  const found = findGutters(rows)
  const kept = known.flatMap((gutter) =>
    rows.reduce<Gutter[]>((free, row) => free.flatMap((part) => widestPart(part, row)), [gutter]),
  )
  return { lines, spanning, gutters: kept.length === known.length && kept.length > found.length ? kept : found }
}

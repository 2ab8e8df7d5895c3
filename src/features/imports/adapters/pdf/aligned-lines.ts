// SPDX-License-Identifier: AGPL-3.0-or-later
import { findGutters, freePart, type Gutter, gapsOf, joins } from './gutters.ts'
import type { Line } from './words.ts'

/** A run of lines with the same free gutters, from top to bottom. */
export type AlignedLines = {
  readonly lines: readonly [Line, ...Line[]]
  readonly gutters: readonly Gutter[]
  /** The lines among them that run over the gutters: titles above rows. */
  readonly spanning: ReadonlySet<Line>
}

/** Lines further apart than this (in font sizes) do not belong together. */
const furthestLine = 3.5
/** Lines nearer than this (in font sizes) may belong to one cell. */
const closeLine = 1.6
/** A line this many times larger than the table's text is a heading after it. */
const largerTitle = 1.12
/** The most consecutive lines that may run over the gutters. */
const mostSpanning = 3
/** Fewer lines than this may keep a gutter free by chance. */
const manyLines = 6
/** The most lines of a table that may be titles over its columns. */
const titleShare = 0.15
/** The most lines in which a word may run over a gutter. */
const overflowShare = 0.03
/** More lines than any page has. */
const mostLines = 400

/**
 * Finds the first run of lines set in columns without rules. A short run in two columns needs at least three lines with
 * both; otherwise two lines are enough. Columns are seen where no line prints, and where some lines have a wide gap, so
 * that it is not chance.
 * @param known gutters of a table that may continue from the page before: its columns count even when they are empty
 * here
 * @param edges heights on the page where a rule or a background ends: between them two lines are enough proof
 */
export function findAlignedLines(
  lines: readonly Line[],
  known: readonly Gutter[],
  edges: readonly number[],
): AlignedLines | undefined {
  for (const [start, first] of lines.entries()) {
    const found = alignedFrom(lines, start, known, edges)
    if (found === undefined) continue
    // Lines apart above a table that do not follow its columns, or hide them, belong to the page.
    const next = lines.findIndex((line, at) => at > start && gapsOf(line).length > 0)
    const below = next < 0 || isClose(lines[next] ?? first, first) ? undefined : alignedFrom(lines, next, known, edges)
    if (below === undefined) return found
    const kept = !below.gutters.some((gutter) => joins(gutter, first)) && found.gutters.length >= below.gutters.length
    return kept ? found : below
  }
  return undefined
}

function alignedFrom(
  lines: readonly Line[],
  start: number,
  known: readonly Gutter[],
  edges: readonly number[],
): AlignedLines | undefined {
  const grown = grow(lines.slice(start, start + mostLines))
  if (grown === undefined) return undefined
  const above = known.length > 0 ? continued(lines.slice(0, start), grown.lines[0], known) : []
  const [first = grown.lines[0], ...others] = [...above, ...grown.lines]
  const found = prove({ ...grown, lines: [first, ...others] }, known)
  const parted = found.lines.filter((line) => gapsOf(line).length > 0).length
  const proof = found.gutters.length > 1 || found.lines.length >= manyLines ? 2 : 3
  const needed = goesOn(found, known) ? 1 : isRuled(found, edges) ? 2 : proof
  return found.gutters.length > 0 && parted >= needed ? found : undefined
}

const isRuled = ({ lines }: AlignedLines, edges: readonly number[]): boolean =>
  edges.filter((edge) => edge > lines[0].baseline && edge < (lines.at(-1) ?? lines[0]).baseline).length >= 2

/** True when all known columns begin in the same places. */
const goesOn = ({ lines }: AlignedLines, known: readonly Gutter[]): boolean =>
  known.length > 0 && known.every(({ to }) => lines.some(({ words }) => words.some(({ x0 }) => Math.abs(x0 - to) <= 1)))

type Grown = Pick<AlignedLines, 'lines' | 'spanning'>

/** Takes lines as long as they keep the wide gaps of the first line free. */
function grow([first, ...others]: readonly Line[]): Grown | undefined {
  if (first === undefined || gapsOf(first).length === 0) return undefined
  let gutters = gapsOf(first)
  const taken: [Line, ...Line[]] = [first]
  const spanning = new Set<Line>()
  let crossing: Line[] = []
  let end = 1
  let widestStep = 0
  for (const line of others) {
    const title = crossing.at(-1)
    const last = title ?? taken.at(-1) ?? first
    if (line.baseline - last.baseline > furthestLine * last.size || line.size > largerTitle * first.size) break
    const free = gutters.flatMap((gutter) => freePart(gutter, line))
    const parted = gapsOf(line).length > 0
    if (begins(line, first)) break
    if (free.length < gutters.length || (title !== undefined && !parted && endsTitle(line, title))) {
      crossing.push(line)
      if (crossing.length > mostSpanning) break
      continue
    }
    for (const line of crossing) spanning.add(line)
    taken.push(...crossing, line)
    crossing = []
    gutters = free
    // A line in a single column belongs to the row above, unless it is further away than the rows are from each other.
    const step = line.baseline - last.baseline
    if (!parted && (end < taken.length - 1 || step > Math.max(widestStep, closeLine * last.size))) continue
    end = taken.length
    widestStep = Math.max(widestStep, step)
  }
  taken.length = end
  return { lines: taken, spanning }
}

/**
 * A line that begins with the words of the first line, but continues in another place, belongs to another, similar
 * table.
 */
function begins(line: Line, first: Line): boolean {
  const [gap, firstGap] = [gapsOf(line)[0], gapsOf(first)[0]]
  if (gap === undefined || firstGap === undefined || Math.abs(gap.to - firstGap.to) <= 1) return false
  const label = ({ words }: Line, end: number) =>
    words
      .filter(({ x1 }) => x1 <= end)
      .map(({ text }) => text)
      .join(' ')
  return label(line, gap.from) === label(first, firstGap.from)
}

const isClose = (line: Line, above: Line): boolean => line.baseline - above.baseline <= closeLine * above.size

/** The short last line of a title that runs over the columns. */
const endsTitle = (line: Line, title: Line): boolean =>
  isClose(line, title) && line.bold === title.bold && Math.abs(line.x0 - title.x0) < title.size / 2

/**
 * The lines above the first line with gaps that end a row from the page before: they are close to it, or not in its
 * column.
 */
function continued(lines: readonly Line[], first: Line, known: readonly Gutter[]): Line[] {
  const found: Line[] = []
  const start = known[0]?.to ?? 0
  for (const line of lines.toReversed()) {
    const below = found[0] ?? first
    const near =
      isClose(below, line) || (line.x0 >= start && below.baseline - line.baseline <= furthestLine * line.size)
    if (!near || known.some((gutter) => freePart(gutter, line).length === 0)) break
    found.unshift(line)
  }
  return found
}

/** Finds the gutters of the lines, ignoring titles. When the known gutters are more, those. */
function prove(grown: Grown, known: readonly Gutter[]): AlignedLines {
  const { lines } = grown
  const untitled = lines.filter((line) => !grown.spanning.has(line))
  const titles = titlesOver(untitled, findGutters(untitled, Math.floor(titleShare * lines.length)))
  const rows = untitled.filter((line) => !titles.has(line))
  const found = findGutters(rows, Math.floor(overflowShare * lines.length))
  const kept = known.flatMap((gutter) =>
    rows.reduce<Gutter[]>((free, row) => free.flatMap((part) => freePart(part, row)), [gutter]),
  )
  const gutters = kept.length === known.length && kept.length > found.length ? kept : found
  return { lines, gutters, spanning: titlesOver(lines, gutters) }
}

/** The lines that run over gutters. One with a wide gap elsewhere only has an overfull cell. */
function titlesOver(lines: readonly Line[], gutters: readonly Gutter[]): ReadonlySet<Line> {
  const titles = new Set<Line>()
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1]
    const over = gutters.some((gutter) => (line.bold ? joins(gutter, line) : freePart(gutter, line).length === 0))
    const ends = above !== undefined && titles.has(above) && endsTitle(line, above)
    if (gapsOf(line).length === 0 && (over || ends)) titles.add(line)
  }
  return titles
}

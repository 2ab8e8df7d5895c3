// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Line } from './words.ts'

/** The style of a document's running text and headings. */
export type TextStyle = {
  /** Points. */
  readonly size: number
  /** From one baseline to the next, in sizes. */
  readonly leading: number
  /** Sizes of headings larger than the running text, in half points, largest first. */
  readonly headings: readonly number[]
}

/** How much larger than the running text a heading is at least. */
const larger = 1.12
/** The number of heading levels. */
const deepest = 6

/** Finds the most used size and leading of the lines outside of tables, page by page. */
export function findTextStyle(pages: readonly (readonly Line[])[]): TextStyle {
  const sizes = new Map<number, number>()
  const leadings = new Map<number, number>()
  const add = (tally: Map<number, number>, key: number, count: number) => tally.set(key, (tally.get(key) ?? 0) + count)
  for (const lines of pages) {
    for (const [at, line] of lines.entries()) {
      if (!line.bold) add(sizes, halves(line.size), line.text.length)
      const above = lines[at - 1]
      const step = above === undefined ? 0 : (line.baseline - above.baseline) / line.size
      if (above !== undefined && halves(above.size) === halves(line.size) && step > 0.9 && step < 2.2) {
        add(leadings, Math.round(step * 20) / 20, line.text.length)
      }
    }
  }
  const size = most(sizes) ?? 11
  const used = new Set(pages.flat().map((line) => halves(line.size)))
  const headings = [...used].filter((other) => other >= size * larger).toSorted((a, b) => b - a)
  return { size, leading: most(leadings) ?? 1.2, headings }
}

/** The level of a heading from the size and weight of its lines; undefined for running text. */
export function headingLevel({ size, bold }: Line, style: TextStyle): number | undefined {
  const level = style.headings.indexOf(halves(size))
  if (level >= 0) return Math.min(level + 1, deepest)
  return bold && size >= style.size * 0.95 ? Math.min(style.headings.length + 1, deepest) : undefined
}

export const halves = (size: number): number => Math.round(size * 2) / 2

const most = (tally: ReadonlyMap<number, number>): number | undefined =>
  [...tally].toSorted(([, a], [, b]) => b - a)[0]?.[0]

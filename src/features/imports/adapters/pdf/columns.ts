// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Line, Word } from './words.ts'

/** A strip between columns, free of print from the first to the last line. */
export type Gutter = { readonly from: number; readonly to: number }

/** Lines that keep clear of the same gutters, as a table without rules does; `spanning` are those that cross them. */
export type AlignedLines = { readonly lines: readonly Line[]; readonly gutters: readonly Gutter[]; readonly spanning: ReadonlySet<Line> }

/** A gap of so many sizes between words is no blank. */
const wideGap = 1.1

/** A gutter is at least so wide, in points. */
const narrowestGutter = 2.5

/** Lines further apart, in sizes, do not belong together. */
const furthestLine = 5

/** So many lines may cross the gutters one after the other: a title over a part of the table. */
const mostSpanning = 3

const marker = /^(?:[^\p{L}\d]{1,2}|\(?[\p{L}\d]{1,2}[.)]|(?:\d+\.)+\d*)$/u

/** The wide gaps of a line; one after a bullet or a number is `weak`: lists have it too. */
export function gapsOf({ words, size }: Line): (Gutter & { readonly weak: boolean })[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at] as Word
    if (word.x0 - before.x1 < wideGap * size) return []
    return [{ from: before.x1, to: word.x0, weak: at === 0 && marker.test(before.text) }]
  })
}

/** What is left of each gutter beside the words of a line: undefined when nothing is. */
...

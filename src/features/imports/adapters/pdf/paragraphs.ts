// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Paragraph } from '../../model.ts'
import { around, toBox } from './extent.ts'
import type { Placed } from './placed.ts'
import type { Line } from './words.ts'

/** How the running text of a document is set. */
export type TextStyle = {
  /** Points. */
  readonly size: number
  /** From one baseline to the next, in sizes. */
  readonly leading: number
}

/** Sizes that differ by less are one. */
const sameSize = 0.1
/** A space between lines that is this much wider than the leading parts paragraphs. */
const widerLeading = 1.2
/** A line of running text in bold, at most so long, is a heading. */
const longestBoldHeading = 160

const bullet = /^(?:[•●○◦▪▫■□–—*·➢➤✓✔-]|o(?=\s)|\(?[a-zA-Z\d]{1,2}[.)](?=\s))/u

/** The most used size and leading of a document's lines. */
export function findTextStyle(pages: readonly (readonly Line[])[]): TextStyle {
  const sizes = new Tally()
  const leadings = new Tally()
  for (const lines of pages) {
    for (const [at, line] of lines.entries()) {
      sizes.add(Math.round(line.size * 2) / 2, line.text.length)
      const above = lines[at - 1]
      const step = above === undefined ? 0 : (line.baseline - above.baseline) / line.size
      if (step > 0.9 && step < 2.2 && isSameSize(line, above)) leadings.add(Math.round(step * 20) / 20, line.text.length)
    }
  }
  return { size: sizes.most() ?? 11, leading: leadings.most() ?? 1.2 }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Extent } from './extent.ts'

/** A character where it is printed. Points from the top left corner of the page as people see it, y downwards. */
export type Glyph = {
  /** The text of the character: a ligature's separate letters; a blank for a space. */
  readonly text: string
  /** Where its baseline begins. */
  readonly x: number
  readonly y: number
  /** The distance to the next character, in the direction of writing. */
  readonly width: number
  /** The font size in points. */
  readonly size: number
  readonly bold: boolean
  /** The direction of writing in quarter turns counterclockwise: 0 is upright. */
  readonly turn: number
}

/** What is printed on a page, in the order of its operators. */
export type PageContent = {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  /** Horizontal and vertical lines, including thin rectangles. */
  readonly strokes: readonly Extent[]
  /** Filled rectangles: backgrounds of rows and cells. */
  readonly panels: readonly Extent[]
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Extent } from './extent.ts'

/** A character where it is printed. Points from the top left corner of the page as people see it, y downwards. */
export type Glyph = {
  /** What it reads, a ligature's letters apart; a blank for a space. */
  readonly text: string
  /** Where its baseline begins. */
  readonly x: number
  readonly y: number
  /** How far the next one is set, in the direction of writing. */
  readonly width: number
  /** Of its font, in points. */
  readonly size: number
  readonly bold: boolean
  /** Quarter turns of the direction of writing, against the clock: 0 is upright. */
  readonly turn: number
}

/** What is printed on a page, in the order of its operators. */
export type PageContent = {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  /** Straight lines along the edges of the page, thin rectangles among them. */
  readonly strokes: readonly Extent[]
  /** Filled rectangles: backgrounds of rows and cells. */
  readonly panels: readonly Extent[]
}

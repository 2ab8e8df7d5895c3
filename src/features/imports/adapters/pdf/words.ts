// SPDX-License-Identifier: AGPL-3.0-or-later
import { around, type Extent } from './extent.ts'
import type { Glyph } from './page-content.ts'

/** A word: characters without a blank between them. */
export type Word = Extent & { readonly text: string }

/** A line: words on one baseline, from left to right. */
export type Line = Extent & {
  readonly words: readonly Word[]
  readonly text: string
  readonly baseline: number
  /** The size of most of its characters, in points. */
  readonly size: number
  /** True when nearly all its characters are bold. */
  readonly bold: boolean
}

/** Height and depth of most letters, as shares of the font size. */
const ascent = 0.72
const descent = 0.21
/** The height of a line of text, in font sizes. */
export const lineHeight = ascent + descent

/** A gap of so many font sizes separates two words when no blank is printed. */
const widestGapInWord = 0.2

/** A printed blank does not count when the next character is moved back over it, as some programs do. */
const narrowestBlank = 0.05

/** Groups glyphs into lines, from top to bottom. Text that runs up or down the page comes last. */
export function layLines(glyphs: readonly Glyph[]): Line[] {
  const byTurn = Map.groupBy(glyphs, ({ turn }) => turn)
  return [...byTurn.entries()]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([turn, glyphs]) => baselines(glyphs.map(upright)).flatMap((line) => layLine(line, turn)))
}

/** Glyphs rotated so that their direction of writing is horizontal. */
function upright(glyph: Glyph): Glyph {
  const { x, y, turn } = glyph
  if (turn === 0) return glyph
  if (turn === 1) return { ...glyph, x: -y, y: x }
  if (turn === 2) return { ...glyph, x: -x, y: -y }
  return { ...glyph, x: y, y: -x }
}

/** Rotates back. */
function turned({ x0, y0, x1, y1 }: Extent, turn: number): Extent {
  if (turn === 1) return { x0: y0, y0: -x1, x1: y1, y1: -x0 }
  if (turn === 2) return { x0: -x1, y0: -y1, x1: -x0, y1: -y0 }
  if (turn === 3) return { x0: -y1, y0: x0, x1: -y0, y1: x1 }
  return { x0, y0, x1, y1 }
}

/**
 * Groups glyphs by line. A glyph belongs to a line when at least half of the smaller height overlaps the line's largest
 * glyph, as with exponents.
 */
function baselines(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: { largest: Glyph; glyphs: Glyph[] }[] = []
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1)
    if (line === undefined || sharedHeight(glyph, line.largest) < 0.5) lines.push({ largest: glyph, glyphs: [glyph] })
    else {
      line.glyphs.push(glyph)
      if (glyph.size > line.largest.size) line.largest = glyph
    }
  }
  return lines.map(({ glyphs }) => glyphs.toSorted((a, b) => a.x - b.x))
}

function sharedHeight(a: Glyph, b: Glyph): number {
  const top = Math.max(a.y - ascent * a.size, b.y - ascent * b.size)
  const bottom = Math.min(a.y + descent * a.size, b.y + descent * b.size)
  return (bottom - top) / (lineHeight * Math.min(a.size, b.size))
}

function layLine(glyphs: readonly Glyph[], turn: number): Line[] {
  const words: { text: string; glyphs: Glyph[] }[] = []
  let blank = true
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    if (glyph.text === ' ') {
      blank = true
      continue
    }
    if (last !== undefined && isOverprint(glyph, last)) continue
    const gap = last === undefined ? Infinity : (glyph.x - last.x - last.width) / Math.max(glyph.size, last.size)
    const word = words.at(-1)
    if (word === undefined || gap > (blank ? narrowestBlank : widestGapInWord)) {
      words.push({ text: glyph.text, glyphs: [glyph] })
    } else {
      word.text += glyph.text
      word.glyphs.push(glyph)
    }
    blank = false
    last = glyph
  }
  const printed = words.flatMap(({ glyphs }) => glyphs)
  if (printed.length === 0) return []
  const laid = words.map(({ text, glyphs }) => ({ text: text.normalize('NFC'), ...turned(extentOf(glyphs), turn) }))
  return [
    {
      ...turned(extentOf(printed), turn),
      words: laid,
      text: laid.map(({ text }) => text).join(' '),
      baseline: middle(printed.map(({ y }) => y)),
      size: middle(printed.map(({ size }) => size)),
      bold: printed.filter(({ bold }) => bold).length >= 0.9 * printed.length,
    },
  ]
}

/** True for a glyph printed twice in the same place to look bold. */
const isOverprint = (glyph: Glyph, last: Glyph): boolean =>
  glyph.text === last.text && Math.hypot(glyph.x - last.x, glyph.y - last.y) < 0.12 * glyph.size

const extentOf = (glyphs: readonly Glyph[]): Extent =>
  around(
    glyphs.map(({ x, y, width, size }) => ({ x0: x, y0: y - ascent * size, x1: x + width, y1: y + descent * size })),
  )

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

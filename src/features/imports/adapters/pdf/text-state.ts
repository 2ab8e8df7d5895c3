// SPDX-License-Identifier: AGPL-3.0-or-later
import { apply, compose, identity, type Matrix } from './matrix.ts'
import type { Glyph } from './page-content.ts'
import { softHyphen } from './soft-hyphens.ts'

/** The part of a pdf.js font that is used. */
export type Font = {
  readonly name?: string
  readonly bold?: boolean
  readonly black?: boolean
  readonly isType3Font?: boolean
  readonly fontMatrix?: readonly number[]
  readonly bbox?: readonly number[]
}

/** What a text operator shows: glyphs, and steps back in thousandths of the size. */
export type Shown = readonly (
  | number
  | { readonly unicode: string; readonly width: number; readonly isSpace: boolean }
)[]

/** The text parameters of the graphics state (ISO 32000-1, 9.3). */
export type TextState = {
  font: Font | undefined
  fontSize: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  textMatrix: Matrix
  /** The pen and the start of the line, in the space of the text matrix. */
  x: number
  y: number
  lineX: number
  lineY: number
}

export const initialTextState: TextState = {
  font: undefined,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  textMatrix: identity,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
}

/** Moves to a new line, relative to the start of the current one. */
export function moveText(state: TextState, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

/** Begins a text at its matrix: the pen goes back to its origin. */
export function setTextMatrix(state: TextState, matrix: Matrix): void {
  state.textMatrix = matrix
  state.x = state.y = state.lineX = state.lineY = 0
}

/**
 * The place of each glyph of a text operator; moves the pen. Slanted text (a watermark) is left out.
 * @param matrix from user space to the page
 */
export function showText(state: TextState, matrix: Matrix, shown: Shown): Glyph[] {
  const { font, fontSize, stretch } = state
  if (font === undefined || fontSize === 0) return []
  const toPage = compose(matrix, state.textMatrix)
  const [a, b, c, d] = toPage
  const turn = quarterTurns(a * Math.sign(fontSize), b * Math.sign(fontSize))
  const along = Math.hypot(a, b)
  const size = Math.abs(fontSize) * Math.hypot(c, d) * glyphHeight(font)
  const unit = fontSize * (font.fontMatrix?.[0] ?? 0.001) * stretch
  const bold = isBold(font)
  const glyphs: Glyph[] = []
  for (const item of shown) {
    if (typeof item === 'number') {
      state.x -= (item * fontSize * stretch) / 1000
      continue
    }
    const spacing = (state.charSpacing + (item.isSpace ? state.wordSpacing : 0)) * stretch
    const advance = item.width * unit + spacing
    if (turn !== undefined && size >= 1) {
      const [x, y] = apply(toPage, state.x, state.y + state.rise)
      for (const text of readable(item.unicode)) {
        glyphs.push({ text, x, y, width: Math.abs(advance) * along, size, bold, turn })
      }
    }
    state.x += advance
  }
  return glyphs
}

/** The direction of writing, within a few degrees; undefined when slanted. */
function quarterTurns(a: number, b: number): number | undefined {
  const turns = Math.atan2(-b, a) / (Math.PI / 2)
  const nearest = Math.round(turns)
  return Math.abs(turns - nearest) < 0.05 ? (nearest + 4) % 4 : undefined
}

/** Glyphs of most fonts are drawn in thousandths of the size; those of a Type 3 font in units of its own. */
function glyphHeight({ isType3Font, fontMatrix = [], bbox = [] }: Font): number {
  if (!isType3Font) return 1
  const [, bottom = 0, , top = 0] = bbox
  const height = Math.abs(fontMatrix[3] ?? 0.001) * Math.abs(top - bottom)
  return height > 0 ? height : 1
}

const isBold = ({ name = '', bold, black }: Font): boolean =>
  bold === true || black === true || /bold|black|heavy|demi/i.test(name)

/** The text of a glyph: none or one; ligatures as separate letters. */
function readable(unicode: string): readonly string[] {
  if (unicode >= ' ' && unicode <= '~') return [unicode]
  if (unicode.trim() === '') return [' ']
  const text = unicode
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    // Programs break words with either of these; people type a plain hyphen.
    .replace(/\u2010/g, softHyphen)
    .replace(/\u2011/g, '-')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
  return text === '' ? [] : [text]
}

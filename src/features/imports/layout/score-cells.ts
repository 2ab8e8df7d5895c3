// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Word } from './flat-lines.ts'
import { goesOn, isFinished, isUnfinished } from './sentences.ts'
import { type Column, fits, type Shape } from './shapes.ts'

/** The weights for and against a way of dividing a row into cells. The sum decides; only proportions matter. */
export const weights = {
  misfit: -2,
  usual: 4,
  /** For each end of a cell that is not the end of a paragraph. */
  atLine: -1.6,
  atSmallLetter: -2.6,
  inLine: -2.4,
  /** The same when a sentence begins in the middle of a line. */
  atSentence: -1,
  paragraphInside: -1.6,
  traceInside: -4,
  /** A cell begins where there is a trace of an empty cell, but no column is empty. */
  traceUnused: -3.2,
  /** How much the trace reduces the cost of an empty column; and of the next one with the same trace. */
  traced: 0.9,
  tracedAgain: 0.6,
  unfinished: -4,
  goesOn: -2,
  tooWide: -0.8,
  /** A line that had room for the next word. */
  roomLeft: -0.5,
  /** For each word more than such cells usually have. */
  tooLong: -0.12,
} as const

/**
 * For each shape: the worth of a cell that has it, the remaining share of the cost of its ends, and the cost of an
 * empty cell.
 */
export const byShape: Readonly<
  Record<Shape, { readonly fit: number; readonly ends: number; readonly empty: number; readonly words: number }>
> = {
  code: { fit: 8, ends: 0, empty: -6, words: 3 },
  measure: { fit: 6, ends: 1, empty: -6, words: 30 },
  reference: { fit: 6, ends: 0, empty: -3, words: 3 },
  timing: { fit: 6, ends: 0.3, empty: -3, words: 8 },
  amount: { fit: 5, ends: 0, empty: -1.5, words: 3 },
  year: { fit: 5, ends: 0, empty: -1.5, words: 2 },
  office: { fit: 4, ends: 1, empty: -3, words: 14 },
  state: { fit: 3, ends: 0.35, empty: -1, words: 14 },
  text: { fit: 0, ends: 1, empty: -4, words: Number.POSITIVE_INFINITY },
  any: { fit: 3, ends: 0.6, empty: -1.5, words: Number.POSITIVE_INFINITY },
}
/** Columns after the last filled one are often empty, and after a page break their traces are lost. */
export const atEnd = 0.4
export const atCut = 0.1

/** What is known about a cell without its column. */
type CellText = {
  readonly text: string
  readonly words: number
  readonly unfinished: boolean
  readonly goesOn: boolean
  /** Inside it: gaps between paragraphs, traces of empty cells. */
  readonly paragraphs: number
  readonly traces: number
  /** The cost of the places where it begins and ends. */
  readonly ends: number
  /** The lengths of its lines, each with the length of the next line's first word. */
  readonly lines: readonly (readonly [length: number, next: number])[]
  readonly fits: Map<Shape, number>
}

/** Reads cells between two cuts, each once. */
export function cellReader(words: readonly Word[]): (from: number, to: number) => CellText {
  const read = new Map<number, CellText>()
  return (from, to) => {
    const key = from * (words.length + 1) + to
    const known = read.get(key)
    if (known !== undefined) return known
    const inside = words.slice(from, to)
    const text = inside.map(({ text }) => text).join(' ')
    let [paragraphs, traces] = [0, 0]
    const lines: [number, number][] = [[-1, 0]]
    for (const [index, word] of inside.entries()) {
      if (index > 0 && word.gap === 'paragraph') paragraphs++
      if (index > 0) traces += word.trace
      const line = lines.at(-1)
      if (index > 0 && word.gap !== 'blank') {
        if (line !== undefined) line[1] = word.text.length
        lines.push([word.text.length, 0])
      } else if (line !== undefined) line[0] += word.text.length + 1
    }
    const cell = {
      text,
      words: to - from,
      unfinished: isUnfinished(text),
      goesOn: goesOn(text),
      paragraphs,
      traces,
      ends: edge(words, from) + edge(words, to),
      lines,
      fits: new Map(),
    }
    read.set(key, cell)
    return cell
  }
}

/**
 * How well a cell fits a column. @param mayBeCut true when a page may have ended in it, so that it may be unfinished
 */
export function cellScore(cell: CellText, { shape, width, usual, parted = 0 }: Column, mayBeCut: boolean): number {
  const { fit: worth, ends, words } = byShape[shape]
  const fit = shape === 'text' || cell.words > words ? 0 : (cell.fits.get(shape) ?? fits(shape, cell.text))
  cell.fits.set(shape, fit)
  let score = cell.paragraphs * weights.paragraphInside * (1 - parted) + cell.traces * weights.traceInside
  score += weights.tooLong * Math.max(0, cell.words - words)
  score += cell.ends * (fit >= 0.5 ? ends : 1)
  if (shape !== 'text') score += fit > 0 ? worth * fit : shape === 'any' ? 0 : weights.misfit
  if (usual?.has(cell.text)) score += weights.usual
  if (cell.unfinished && !mayBeCut) score += weights.unfinished
  if (cell.goesOn && fit < 0.5) score += weights.goesOn
  if (width === undefined) return score
  for (const [length, next] of cell.lines) {
    if (length > width * 1.15) score += weights.tooWide
    if (next > 0 && length + 1 + next < width * 0.8) score += weights.roomLeft
  }
  return score
}

/** The cost of ending a cell before a word. */
function edge(words: readonly Word[], at: number): number {
  const word = words[at]
  if (at === 0 || word === undefined || word.gap === 'paragraph' || word.trace === 1) return 0
  if (word.gap === 'line') return goesOn(word.text) ? weights.atSmallLetter : weights.atLine
  const before = words[at - 1]?.text ?? ''
  const isSentence = sentenceStart.test(word.text) && !isFinished(before) && !isUnfinished(before)
  return isSentence ? weights.atSentence : weights.inLine
}

/** An article, a verb in the infinitive or the name of an action, with a capital in the middle of a line. */
const sentenceStart =
  /^(?:(?:Il|Lo|La|L['’].*|I|Gli|Le|Si|È|E['’]|In|Nel|Per)$|\p{Lu}\p{Ll}{2,}(?:are|ere|ire|zione|mento)$)/u

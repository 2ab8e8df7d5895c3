// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Word } from './flat-lines.ts'
import { goesOn, isFinished, isUnfinished } from './sentences.ts'
import { fits, type Shape } from './shapes.ts'

/** A column of a flattened table: what its cells look like, and what the rows already read say of it. */
export type Column = {
  readonly shape: Shape
  /** Characters of its longest lines; absent while unknown. */
  readonly width?: number
  /** Values that many rows repeat. */
  readonly usual?: ReadonlySet<string>
  /** The share of its cells that hold more than one paragraph. */
  readonly parted?: number
}

/** The words `from` (included) to `to` (excluded) of a row stand in a column. */
export type Span = { readonly column: number; readonly from: number; readonly to: number }

/** The cells of a row, and how well they suit its columns. */
export type Alignment = { readonly spans: readonly Span[]; readonly score: number }

/** What speaks for and against a way of cutting a row into cells. Sums decide; only their proportions matter. */
const weights = {
  misfit: -2,
  usual: 4,
  /** Each end of a cell that is no end of a paragraph. */
  atLine: -1.6,
  atSmallLetter: -2.6,
  inLine: -2.4,
  /** The same, where a sentence begins in the middle of a line. */
  atSentence: -1,
  paragraphInside: -1.6,
  traceInside: -4,
  /** A cell begins where an empty one left its trace, and no column is empty. */
  traceUnused: -3.2,
  /** How much of the cost of an empty column the trace takes away; of the next one with the same trace. */
  traced: 0.9,
  tracedAgain: 0.6,
  unfinished: -4,
  goesOn: -2,
  tooWide: -0.8,
  /** A line that had room for the next word. */
  roomLeft: -0.5,
  /** A word more than such cells have. */
  tooLong: -0.12,
} as const

/** By shape: what a cell that has it is worth, how much of the cost of its ends remains then, what an empty one costs. */
const byShape: Readonly<Record<Shape, { readonly fit: number; readonly ends: number; readonly empty: number; readonly words: number }>> = {
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
const atEnd = 0.4
const atCut = 0.1

/**
 * Cuts the words of a row into the cells of its columns, in order: of all ways to do it, the best by `weights`. Columns
 * may be empty.
 * @param end how surely empty cells left their trace after the last word; whether a page break cut the row there
 */
export function alignCells(
  words: readonly Word[],
  columns: readonly Column[],
  { traceAfter, cut }: { readonly traceAfter: number; readonly cut: boolean },
): Alignment {
  const cuts = cutsOf(words)
  const cellAt = cellReader(words)
  const traceAt = (at: number) => (at === words.length ? traceAfter : (words[at]?.trace ?? 0))
  type Best = { readonly at: number; readonly empty: 0 | 1 | 2; readonly score: number; readonly back?: Best; readonly span?: Span }
  let reached: readonly Best[] = [{ at: 0, empty: 0, score: 0 }]
  for (const [index, column] of columns.entries()) {
    const next = new Map<number, Best>()
    const keep = (best: Best) => {
      const key = best.at * 3 + best.empty
      if (best.score > (next.get(key)?.score ?? Number.NEGATIVE_INFINITY)) next.set(key, best)
    }
    for (const back of reached) {
      const { at: from, empty, score } = back
      const traced = traceAt(from) * (empty === 0 ? weights.traced : weights.tracedAgain)
      const cost = byShape[column.shape].empty * (from < words.length ? 1 : cut ? atCut : atEnd) * (1 - traced)
      keep({ at: from, empty: empty === 0 ? 1 : 2, score: score + cost, back })
      const unused = empty === 0 && from > 0 ? traceAt(from) * weights.traceUnused : 0
      for (const to of cuts) {
        if (to <= from) continue
        const cell = cellScore(cellAt(from, to), column, to === words.length || (cut && column.shape === 'text'))
        keep({ at: to, empty: 0, score: score + unused + cell, back, span: { column: index, from, to } })
      }
    }
    reached = [...next.values()]
  }
  const spans: Span[] = []
  const final = ({ score, empty }: Best) => score + (empty === 0 ? traceAfter * weights.traceUnused : 0)
  const [whole] = reached.filter(({ at }) => at === words.length).sort((a, b) => final(b) - final(a))
  for (let best = whole; best !== undefined; best = best.back) if (best.span !== undefined) spans.unshift(best.span)
  return { spans, score: whole ? final(whole) : Number.NEGATIVE_INFINITY }
}

/** Where cells may end: at the ends of lines, and within a line before a capital or after a figure. */
const cutsOf = (words: readonly Word[]): readonly number[] => [
  ...words.flatMap(({ text, gap, trace }, index) => {
    const isEdge =
      gap !== 'blank' || trace > 0 || /^["“«(]?[\p{Lu}\d€]/u.test(text) || /\d$/.test(words[index - 1]?.text ?? '')
    return index > 0 && isEdge ? [index] : []
  }),
  words.length,
]

/** What can be said of a cell whatever its column. */
type CellText = {
  readonly text: string
  readonly words: number
  readonly unfinished: boolean
  readonly goesOn: boolean
  /** Inside it: gaps between paragraphs, traces of empty cells. */
  readonly paragraphs: number
  readonly traces: number
  /** What the places where it begins and ends say against it. */
  readonly ends: number
  /** Its lines' lengths, each with the length of the next line's first word. */
  readonly lines: readonly (readonly [length: number, next: number])[]
  readonly fits: Map<Shape, number>
}

/** Reads cells between two cuts, each once. */
function cellReader(words: readonly Word[]): (from: number, to: number) => CellText {
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

function cellScore(cell: CellText, { shape, width, usual, parted = 0 }: Column, mayBeCut: boolean): number {
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

/** What it costs to end a cell before a word. */
function edge(words: readonly Word[], at: number): number {
  const word = words[at]
  if (at === 0 || word === undefined || word.gap === 'paragraph' || word.trace === 1) return 0
  if (word.gap === 'line') return goesOn(word.text) ? weights.atSmallLetter : weights.atLine
  const before = words[at - 1]?.text ?? ''
  const isSentence = sentenceStart.test(word.text) && !isFinished(before) && !isUnfinished(before)
  return isSentence ? weights.atSentence : weights.inLine
}

/** An article, a verb in the infinitive or the name of an action, with a capital in the middle of a line. */
const sentenceStart = /^(?:(?:Il|Lo|La|L['’].*|I|Gli|Le|Si|È|E['’]|In|Nel|Per)$|\p{Lu}\p{Ll}{2,}(?:are|ere|ire|zione|mento)$)/u

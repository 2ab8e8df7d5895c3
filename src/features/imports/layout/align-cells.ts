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
}

/** The words `from` (included) to `to` (excluded) of a row stand in a column. */
export type Span = { readonly column: number; readonly from: number; readonly to: number }

/** What speaks for and against a way of cutting a row into cells. Sums decide; only their proportions matter. */
const weights = {
  /** A cell of a shape that has one. */
  fit: 6,
  misfit: -3,
  usual: 4,
  /** A cell that begins a paragraph, a line, or in the middle of a line. */
  atParagraph: 1.5,
  atLine: -1,
  inLine: -2.5,
  /** In the middle of a line, where a sentence begins. */
  atSentence: 1.5,
  paragraphInside: -1.6,
  traceInside: -5,
  /** A column left empty between cells, after the last, and where a trace of it shows. */
  emptyBetween: -2,
  emptyAtEnd: -0.6,
  emptyTraced: 0.5,
  unfinished: -4,
  goesOn: -2,
  tooWide: -0.8,
  /** A line that had room for the next word. */
  roomLeft: -0.5,
  /** A word more than such cells have. */
  tooLong: -0.12,
} as const

const wordsIn: Readonly<Partial<Record<Shape, number>>> = {
  office: 14,
  state: 14,
  timing: 8,
  reference: 3,
  code: 3,
  year: 2,
  amount: 3,
}

/**
 * Cuts the words of a row into the cells of its columns, in order: of all ways to do it, the best by `weights`. Columns
 * may be empty.
 * @param traceAfter how surely empty cells left their trace after the last word
 */
export function alignCells(words: readonly Word[], columns: readonly Column[], traceAfter: number): readonly Span[] {
  const cuts = cutsOf(words)
  const cellAt = cellReader(words)
  type Best = { readonly score: number; readonly back?: Best; readonly span?: Span }
  let reached = new Map<number, Best>([[0, { score: 0 }]])
  for (const [index, column] of columns.entries()) {
    const next = new Map<number, Best>()
    const keep = (at: number, best: Best) => {
      if (best.score > (next.get(at)?.score ?? Number.NEGATIVE_INFINITY)) next.set(at, best)
    }
    for (const [from, best] of reached) {
      const isEnd = from === words.length
      const empty = isEnd ? weights.emptyAtEnd : weights.emptyBetween
      const trace = isEnd ? traceAfter : (words[from]?.trace ?? 0)
      keep(from, { score: best.score + empty + trace * (weights.emptyTraced - empty), back: best })
      for (const to of cuts) {
        if (to <= from) continue
        const score = best.score + beginning(words, from) + cellScore(cellAt(from, to), column, to === words.length)
        keep(to, { score, back: best, span: { column: index, from, to } })
      }
    }
    reached = next
  }
  const spans: Span[] = []
  for (let best = reached.get(words.length); best !== undefined; best = best.back) {
    if (best.span !== undefined) spans.unshift(best.span)
  }
  return spans
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
  /** What its gaps say against it. */
  readonly gaps: number
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
    let gaps = 0
    const lines: [number, number][] = [[-1, 0]]
    for (const [index, word] of inside.entries()) {
      if (index > 0 && word.gap === 'paragraph') gaps += weights.paragraphInside
      if (index > 0) gaps += word.trace * weights.traceInside
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
      gaps,
      lines,
      fits: new Map(),
    }
    read.set(key, cell)
    return cell
  }
}

function cellScore(cell: CellText, { shape, width, usual }: Column, isLast: boolean): number {
  const limit = wordsIn[shape] ?? Number.POSITIVE_INFINITY
  let score = cell.gaps + weights.tooLong * Math.max(0, cell.words - limit)
  if (shape !== 'text') {
    const fit = cell.words > limit ? 0 : (cell.fits.get(shape) ?? fits(shape, cell.text))
    cell.fits.set(shape, fit)
    score += fit > 0 ? weights.fit * fit : weights.misfit
  }
  if (usual?.has(cell.text)) score += weights.usual
  if (cell.unfinished && !isLast) score += weights.unfinished
  if (cell.goesOn && (shape === 'text' || shape === 'office')) score += weights.goesOn
  if (width === undefined) return score
  for (const [length, next] of cell.lines) {
    if (length > width * 1.15) score += weights.tooWide
    if (next > 0 && length + 1 + next < width * 0.8) score += weights.roomLeft
  }
  return score
}

function beginning(words: readonly Word[], from: number): number {
  const word = words[from]
  if (from === 0 || word === undefined) return 0
  if (word.gap === 'paragraph' || word.trace === 1) return weights.atParagraph
  if (word.gap === 'line') return weights.atLine
  const before = words[from - 1]?.text ?? ''
  const sentence =
    /^(?:Il|Lo|La|L['’]|I|Gli|Le|Si|È|E['’]|In|Nel|Per)/u.test(word.text) &&
    !isFinished(before) &&
    !isUnfinished(before)
  return weights.inLine + (sentence ? weights.atSentence : 0)
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span, Word } from './flat-lines.ts'
import { atCut, atEnd, byShape, cellReader, cellScore, weights } from './score-cells.ts'
import type { Column } from './shapes.ts'

/** The cells of a row, and how well they fit the columns. */
export type Alignment = { readonly spans: readonly Span[]; readonly score: number }

/**
 * Divides the words of a row into the cells of its columns, in order. Of all ways it takes the best by `weights`.
 * Columns may be empty.
 * @param end how sure it is that empty cells left a trace after the last word, and whether a page break cut the row
 * there
 */
export function alignCells(
  words: readonly Word[],
  columns: readonly Column[],
  { traceAfter, cut }: { readonly traceAfter: number; readonly cut: boolean },
): Alignment {
  const cuts = cutsOf(words)
  const cellAt = cellReader(words)
  const traceAt = (at: number) => (at === words.length ? traceAfter : (words[at]?.trace ?? 0))
  type Best = {
    readonly at: number
    readonly empty: 0 | 1 | 2
    readonly score: number
    readonly back?: Best
    readonly span?: Span
  }
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

/** Rows with more possible cuts than this are cut only at the surest ones, because the work grows with their square. */
const mostCuts = 160

/** Where cells may end: at the ends of lines, and within a line before a capital or after a figure. */
function cutsOf(words: readonly Word[]): readonly number[] {
  const isEdge = ({ text, gap, trace }: Word, index: number) =>
    gap !== 'blank' || trace > 0 || /^["“«(]?[\p{Lu}\d€]/u.test(text) || /\d$/.test(words[index - 1]?.text ?? '')
  const kinds = [isEdge, ({ gap }: Word) => gap !== 'blank', ({ gap }: Word) => gap === 'paragraph', () => false]
  for (const isCut of kinds) {
    const cuts = words.flatMap((word, index) => (index > 0 && isCut(word, index) ? [index] : []))
    if (cuts.length < mostCuts) return [...cuts, words.length]
  }
  return [words.length]
}

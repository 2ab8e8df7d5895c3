// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span, Word } from './flat-lines.ts'
import { goesOn, isFinished, isUnfinished } from './sentences.ts'
import { type Column, fits } from './shapes.ts'

/** Reasons why a text may be the rest of a cell that a page break cut. */
const weights = {
  unfinished: 5,
  finished: -3,
  /** The words at the break occur together elsewhere in the document. */
  seenTogether: 4,
  complete: -4,
  unsupported: -3,
  empty: -5,
  goesOn: 1,
  beginsAnew: -2,
  paragraphInside: -1.5,
  atLine: -2.5,
} as const

/** Triples of words that occur in a text, for `continueCells`. */
export function triplesOf(texts: Iterable<string>): ReadonlySet<string> {
  const triples = new Set<string>()
  for (const text of texts) {
    const words = text.toLowerCase().split(/\s+/)
    for (let at = 2; at < words.length; at++) triples.add(words.slice(at - 2, at + 1).join(' '))
  }
  return triples
}

/**
 * Finds which cells continue after a page break, in the order of the columns: unfinished ones, and those whose last
 * words occur together with the new ones elsewhere.
 * @param cells the row's cells before the break, one for each column
 * @param triples of the words of the document
 */
export function continueCells(
  words: readonly Word[],
  columns: readonly Column[],
  cells: readonly string[],
  triples: ReadonlySet<string>,
): readonly Span[] {
  const cuts = words.flatMap((word, index) => (index > 0 && (word.gap !== 'blank' || word.trace > 0) ? [index] : []))
  type Best = { readonly score: number; readonly spans: readonly Span[] }
  let reached = new Map<number, Best>([[0, { score: 0, spans: [] }]])
  for (const [index, column] of columns.entries()) {
    const next = new Map(reached)
    for (const [from, best] of reached) {
      for (const to of [...cuts, words.length]) {
        if (to <= from) continue
        const score = best.score + seamScore(words.slice(from, to), column, cells[index] ?? '', triples)
        if (score > (next.get(to)?.score ?? Number.NEGATIVE_INFINITY)) {
          next.set(to, { score, spans: [...best.spans, { column: index, from, to }] })
        }
      }
    }
    reached = next
  }
  return reached.get(words.length)?.spans ?? []
}

function seamScore(words: readonly Word[], { shape }: Column, cell: string, triples: ReadonlySet<string>): number {
  const text = words.map(({ text }) => text).join(' ')
  const [before, after] = [cell.toLowerCase().split(/\s+/), text.toLowerCase().split(/\s+/)]
  const seams = [
    [...before.slice(-2), ...after.slice(0, 1)],
    [...before.slice(-1), ...after.slice(0, 2)],
  ]
  const seen = seams.some((seam) => seam.length === 3 && triples.has(seam.join(' ')))
  let score = seen ? weights.seenTogether : 0
  if (cell === '') score += weights.empty
  else if (isUnfinished(cell)) score += weights.unfinished
  else if (isFinished(cell)) score += weights.finished
  else if (shape !== 'text' && fits(shape, cell) >= 0.5) score += weights.complete
  else if (!seen) score += weights.unsupported
  score += goesOn(text) ? weights.goesOn : weights.beginsAnew
  if (words[0]?.gap === 'line') score += weights.atLine
  for (const word of words.slice(1)) if (word.gap === 'paragraph') score += weights.paragraphInside
  return score
}

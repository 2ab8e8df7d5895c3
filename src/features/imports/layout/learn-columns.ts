// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span, Word } from './flat-lines.ts'
import { isUnfinished } from './sentences.ts'
import type { Column } from './shapes.ts'

/** A row cut into cells once: its words, and where each cell's stand. */
export type ReadRow = { readonly words: readonly Word[]; readonly spans: readonly Span[] }

const fewestRows = 4

/**
 * What rows read once tell of their columns: how wide their lines are, which values recur, how often cells hold more than
 * one paragraph. A second reading is surer for it.
 */
export const learnColumns = (rows: readonly ReadRow[], columns: readonly Column[]): readonly Column[] =>
  columns.map((column, index) => {
    const cells = rows.flatMap(({ words, spans }) => {
      const span = spans.find((span) => span.column === index)
      return span ? [words.slice(span.from, span.to)] : []
    })
    if (cells.length < fewestRows) return column
    const parted = cells.filter((words) => words.slice(1).some(({ gap }) => gap === 'paragraph')).length
    return { ...column, width: widthOf(cells), usual: usualOf(cells), parted: parted / cells.length }
  })

/** The length that nineteen lines in twenty keep to. */
function widthOf(cells: readonly (readonly Word[])[]): number {
  const lengths: number[] = []
  for (const words of cells) {
    let length = 0
    for (const [index, { text, gap }] of words.entries()) {
      if (index > 0 && gap !== 'blank') {
        lengths.push(length)
        length = text.length
      } else length += text.length + (index === 0 ? 0 : 1)
    }
    lengths.push(length)
  }
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.95)] ?? 0
}

/** Values that three rows, and one in ten, share; not those that only go on from another. */
function usualOf(cells: readonly (readonly Word[])[]): ReadonlySet<string> {
  const texts = cells.map((words) => words.map(({ text }) => text).join(' '))
  const recurring = [...Map.groupBy(texts, (text) => text)]
    .filter(([text, same]) => same.length >= Math.max(3, cells.length * 0.1) && !isUnfinished(text))
    .map(([text]) => text)
  return new Set(recurring.filter((text) => !recurring.some((other) => other !== text && text.startsWith(other))))
}

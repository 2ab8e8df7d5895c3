// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span, Word } from './flat-lines.ts'
import { isUnfinished } from './sentences.ts'
import type { Column } from './shapes.ts'

/** A row divided into cells: its words, and the span of each cell. */
export type ReadRow = { readonly words: readonly Word[]; readonly spans: readonly Span[] }

const fewestRows = 4

/**
 * Learns about columns from a first reading of the rows: line widths, recurring values, how often cells hold more than
 * one paragraph. It makes the second reading surer.
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

/** The length that nineteen lines in twenty do not exceed. */
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

/** Values shared by at least three rows and one row in ten, except those that only continue another. */
function usualOf(cells: readonly (readonly Word[])[]): ReadonlySet<string> {
  const texts = cells.map((words) => words.map(({ text }) => text).join(' '))
  const recurring = [...Map.groupBy(texts, (text) => text)]
    .filter(([text, same]) => same.length >= Math.max(3, cells.length * 0.1) && !isUnfinished(text))
    .map(([text]) => text)
  return new Set(recurring.filter((text) => !recurring.some((other) => other !== text && text.startsWith(other))))
}

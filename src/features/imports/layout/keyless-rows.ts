// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Row } from '../model.ts'
import { type Alignment, alignCells } from './align-cells.ts'
import { cellOf } from './cell-of.ts'
import { type FlatLine, wordsOf } from './flat-lines.ts'
import type { Column } from './shapes.ts'

const mostRows = 15
const mostWords = 300

/**
 * Divides the lines of a table without a key column into the number of rows that fits its columns best. No rows when
 * there are too many lines to decide.
 */
export function cutKeylessRows(lines: readonly FlatLine[], columns: readonly Column[]): readonly Row[] {
  const { words, traceAfter } = wordsOf(lines)
  if (words.length > mostWords) return []
  let best: Alignment = { spans: [], score: Number.NEGATIVE_INFINITY }
  for (let rows = 1; rows <= mostRows; rows++) {
    const repeated = Array.from({ length: rows }, () => columns).flat()
    const aligned = alignCells(words, repeated, { traceAfter, cut: false })
    if (aligned.score > best.score) best = aligned
    else if (rows > 2 && aligned.score < best.score - 10) break
  }
  const rows = Map.groupBy(best.spans, ({ column }) => Math.floor(column / columns.length))
  return [...rows.values()].map((spans) => ({
    cells: spans.flatMap((span) => cellOf(words, { ...span, column: span.column % columns.length }) ?? []),
    doubts: ['righe e celle distinte dal solo aspetto del testo'],
  }))
}

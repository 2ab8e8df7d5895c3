// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AlignedLines } from './aligned-lines.ts'
import { cellsOf } from './aligned-tables.ts'
import { around } from './extent.ts'
import type { Line } from './words.ts'

/** Columns of running text are full of lines, and the lines are full of words. */
const fullness = 0.7
/** With fewer lines than this, columns belong to a table. */
const fewestLines = 8

/**
 * Recognises a page of text in two or three columns, which differs from a table because all columns are full.
 * @returns the lines column by column, after the titles above them; undefined for a table
 */
export function proseColumns({ lines, gutters, spanning }: AlignedLines): (readonly Line[])[] | undefined {
  const rows = lines.filter((line) => !spanning.has(line))
  if (gutters.length > 2 || rows.length < fewestLines) return undefined
  const columns = Array.from({ length: gutters.length + 1 }, (_, column) =>
    rows.flatMap((line) => toLine(line, cellsOf(line, gutters)[column] ?? [])),
  )
  const full = columns.every((column) => {
    const width = around(column).x1 - around(column).x0
    const filled = column.filter(({ x0, x1 }) => x1 - x0 >= fullness * width)
    return column.length >= fullness * rows.length && filled.length >= fullness * column.length
  })
  return full ? [[...spanning], ...columns] : undefined
}

const toLine = (line: Line, words: Line['words']): Line[] =>
  words.length === 0 ? [] : [{ ...line, ...around(words), words, text: words.map(({ text }) => text).join(' ') }]

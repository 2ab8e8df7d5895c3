// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block, Row, Table } from '../model.ts'

/** Paragraphs of a text, separated by empty lines, all on the given page. */
export const paragraphs = (text: string, page?: number): readonly Block[] =>
  text
    .split('\n\n')
    .filter((part) => part !== '')
    .map((part) => ({
      kind: 'paragraph',
      lines: part.split('\n').map((line, index) => ({ text: line, place: { line: index + 1, ...(page && { page }) } })),
    }))

/** A table of the given texts; blank cells are left out, as adapters may. */
export const table = (rows: readonly (readonly string[])[], page?: number): Table => ({
  kind: 'table',
  columns: Math.max(...rows.map(({ length }) => length)),
  place: page === undefined ? {} : { page },
  rows: rows.map(
    (texts): Row => ({
      cells: texts.flatMap((text, column) =>
        text === '' ? [] : [{ text, column, place: page === undefined ? {} : { page } }],
      ),
    }),
  ),
})

/** The texts of a table's cells, by row and column, lines joined by blanks. */
export const textsOf = ({ rows, columns }: Table): readonly (readonly string[])[] =>
  rows.map(({ cells }) =>
    Array.from(
      { length: columns },
      (_, column) => cells.find((cell) => cell.column === column)?.text.replaceAll('\n', ' ') ?? '',
    ),
  )

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Cell, Row, Table } from '../model.ts'
import { labelMeanings } from '../reading/label-meanings.ts'
import type { Field } from '../reading/vocabulary.ts'
import { findCodes } from '../values/codes.ts'
import { assignFields } from './assign-fields.ts'

/** A table read by its header: the field of each column, and the rows below. */
export type ReadTable = {
  readonly fields: ReadonlyMap<number, Field>
  readonly rows: readonly Row[]
  readonly labels: readonly Row[]
}

const rowsSearched = 6

/**
 * Finds a table's header and the fields of its columns. Undefined when none of the first rows names at least two
 * fields.
 */
export function readTable({ rows, columns }: Table): ReadTable | undefined {
  const at = rows.slice(0, rowsSearched).findIndex(isHeader)
  const header = rows[at]
  if (header === undefined) return undefined
  const body = rows.slice(at + 1).filter((row) => !sameLabels(row, header))
  const data = body.filter((row) => !isTitle(row, columns))
  const fields = assignFields(
    Array.from({ length: columns }, (_, column) => ({
      label: cellText(header, column),
      cells: data.map((row) => cellText(row, column)),
    })),
  )
  return fields.size < 2 ? undefined : { fields, rows: body, labels: [header] }
}

/** The text of a row's cell, its lines joined; empty when there is none. */
export const cellText = (row: Row, column: number): string =>
  row.cells
    .find((cell) => cell.column === column)
    ?.text.replaceAll('\n', ' ')
    .trim() ?? ''

/** True for a row across the table: one cell with text, wider than a column or alone in the first column. */
export function isTitle({ cells }: Row, columns: number): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== '')
  const [only] = filled
  return filled.length === 1 && only !== undefined && columns > 1 && ((only.columns ?? 1) > 1 || only.column === 0)
}

function isHeader(row: Row): boolean {
  const filled = row.cells.filter(({ text }) => text.trim() !== '')
  if (filled.length < 2 || filled.some(({ text }) => findCodes(text).length > 0)) return false
  const named = filled.filter(({ text }) => (labelMeanings(text)[0]?.likeness ?? 0) >= 0.65 && text.length < 90)
  return row.header === true ? named.length >= 2 : named.length >= Math.max(2, filled.length * 0.6)
}

const sameLabels = (a: Row, b: Row): boolean => {
  const text = ({ cells }: Row) => cells.map(({ text }) => text.replace(/\s+/g, '').toLowerCase()).join('|')
  return text(a) === text(b)
}

/** The lines of a cell as printed. */
export const linesOf = (cell: Cell | undefined): readonly string[] => cell?.text.split('\n') ?? []

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading, TypedFields } from './typed-values.ts'

/** Rows that a list shows empty, to be filled in. */
const emptyRows = 2

/** Rows that «Aggiungi righe» adds. */
const addedRows = 3

/** The most rows that a form shows. */
const mostRows = 300

/** The name of the hidden control that says how many rows of a list there are. */
export const rowCountName = (list: string): string => `${list}-count`

/** The numbers of the rows of a list in a form: `allocations-0-source`, `allocations-4-year` → 0, 4. */
export function rowNumbers(fields: TypedFields, list: string): readonly number[] {
  const numbers = Object.keys(fields).flatMap((name) => {
    const [, found, number] = /^(\w+)-(\d{1,3})-[\w-]+$/.exec(name) ?? []
    return found === list ? [Number(number)] : []
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** The numbers of the rows that a list shows: those that say something and some empty ones, and those that were added. */
export function shownRows(fields: TypedFields, list: string): readonly number[] {
  const filled = Math.max(-1, ...rowNumbers(fields, list)) + 1
  const asked = Number(fields[rowCountName(list)] ?? 0) || filled + emptyRows
  return Array.from({ length: Math.min(Math.max(asked, filled), mostRows) }, (_, row) => row)
}

/** The same form with more rows. */
export const withMoreRows = (fields: TypedFields, list: string): TypedFields => ({
  ...fields,
  [rowCountName(list)]: String(shownRows(fields, list).length + addedRows),
})

/**
 * Reads the rows of a list.
 * @param read a row, from the beginning of its controls' names; undefined: it is empty.
 */
export function readRows<Row>(
  fields: TypedFields,
  list: string,
  read: (row: string) => Reading<Row> | undefined,
): Reading<Row[]> {
  const rows = rowNumbers(fields, list).flatMap((number) => read(`${list}-${number}`) ?? [])
  const values = rows.flatMap(({ value }) => (value === undefined ? [] : [value]))
  return { value: values.length > 0 ? values : undefined, problems: rows.flatMap(({ problems }) => problems) }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { anyField, type Fields, fieldNames } from '../field.ts'
import { cardHeading } from '../printed-fields.ts'
import { type PrintedTools, PrintedValue } from './printed-facts.tsx'

type RecordTableProps<Content> = {
  /** The table's name, read by screen readers. */
  readonly caption: string
  readonly fields: Fields<Content>
  readonly rows: readonly Content[]
  readonly tools: PrintedTools
}

/** Records as a table with a column for each field, as they are declared. */
export function RecordTable<Content extends object>({ caption, fields, rows, tools }: RecordTableProps<Content>) {
  const [first, ...others] = fieldNames(fields)
    .filter((name) => !anyField(fields, name).unprinted)
    .map((name): Column<Content> => {
      const field = anyField(fields, name)
      const cell = (row: Content) => {
        const value = row[name]
        return isSaid(value) ? <PrintedValue printed={field.print(value)} tools={tools} /> : '–'
      }
      return { heading: cardHeading(field), cell }
    })
  if (first === undefined) return null
  return <DataTable caption={caption} columns={[first, ...others]} rows={rows} rowKey={(row) => JSON.stringify(row)} />
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null

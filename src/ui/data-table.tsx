// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'

/** A column: what it is called and what it shows of a row. */
export type Column<Row> = {
  readonly heading: string
  readonly cell: (row: Row) => ComponentChildren
  readonly align?: 'end'
  /** The column holds texts and takes more room. */
  readonly wide?: true
}

type DataTableProps<Row> = {
  /** The table's name, read by screen readers. */
  readonly caption: string
  /** The first column names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

// On a narrow screen each row becomes a card (see timone.css); some browsers then forget that it is a table.
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** A table of rows to compare; on a narrow screen each row is a card. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  const [first, ...others] = columns
  return (
    <table class="t-table" {...roles.table}>
      <caption class="visually-hidden">{caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th key={column.heading} scope="col" class={classOf(column)} {...roles.columnHeader}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...roles.row}>
            <th scope="row" {...roles.rowHeader}>
              {first.cell(row)}
            </th>
            {others.map((column) => (
              <td key={column.heading} class={classOf(column)} data-label={column.heading} {...roles.cell}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const classOf = <Row,>({ align, wide }: Column<Row>) => (align && 't-end') || (wide && 't-wide')

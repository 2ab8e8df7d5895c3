// SPDX-License-Identifier: AGPL-3.0-or-later
import { storedDate } from '../../../kernel/printed-dates.ts'
import { ownerColumns } from '../../plans/index.ts'
import { recordSheet, type SheetedKind, type SheetField, sheetedKinds } from '../../profiles/index.ts'
import type { Cell, ExactRecord, Table } from '../model.ts'

/** A record of one of our sheets, with the body that its row names; absent: the body of the file. */
export type SheetRecord = {
  readonly owner: { readonly name: string; readonly code: string } | undefined
  readonly exact: ExactRecord
}

/**
 * The records of a sheet that holds those of one kind: known by its headings, whatever it is called and wherever its
 * columns are. Empty for any other table.
 */
export function readRecordSheet(table: Table): readonly SheetRecord[] {
  const [header, ...rows] = table.rows
  const columns = new Map((header?.cells ?? []).map(({ text, column }) => [text.trim(), column]))
  const kind = sheetedKinds.find((one) => neededHeadings(one).every((heading) => columns.has(heading)))
  if (kind === undefined) return []
  const { fields, upright } = recordSheet(kind)
  if (upright) return uprightRecord(kind, rows, columns.get(upright[0]), columns.get(upright[1]))
  const found = fields.flatMap((field) => {
    const column = columns.get(field.heading)
    return column === undefined ? [] : [{ field, column }]
  })
  const [nameColumn, codeColumn] = ownerColumns.map(({ heading }) => columns.get(heading))
  return rows.flatMap(({ cells }): readonly SheetRecord[] => {
    const textOf = (column: number | undefined) => cells.find((cell) => cell.column === column)?.text ?? ''
    const filled = found.flatMap(({ field, column }): readonly FilledCell[] => {
      const cell = cells.find((one) => one.column === column)
      return cell ? [{ field, cell }] : []
    })
    if (filled.length === 0) return []
    return [
      {
        owner: { name: textOf(nameColumn), code: textOf(codeColumn) },
        exact: toRecord(
          kind,
          filled,
          found.map(({ field }) => field.name),
        ),
      },
    ]
  })
}

/** The headings without which a table is not the sheet of a kind. */
function neededHeadings(kind: SheetedKind): readonly string[] {
  const { upright, fields } = recordSheet(kind)
  const own = fields.filter(({ required }) => required).map(({ heading }) => heading)
  return upright ?? [...ownerColumns.map(({ heading }) => heading), ...own]
}

type FilledCell = { readonly field: SheetField; readonly cell: Cell }

/** The one record of a sheet that has a row for each of its fields. A field whose row was taken out is not told of. */
function uprightRecord(
  kind: SheetedKind,
  rows: Table['rows'],
  fieldColumn: number | undefined,
  valueColumn: number | undefined,
): readonly SheetRecord[] {
  const found = recordSheet(kind).fields.flatMap((field) => {
    const row = rows.find(({ cells }) =>
      cells.some(({ column, text }) => column === fieldColumn && text.trim() === field.heading),
    )
    return row ? [{ field, cell: row.cells.find(({ column }) => column === valueColumn) }] : []
  })
  if (found.length === 0) return []
  const filled = found.flatMap(({ field, cell }) => (cell ? [{ field, cell }] : []))
  return [
    {
      owner: undefined,
      exact: toRecord(
        kind,
        filled,
        found.map(({ field }) => field.name),
      ),
    },
  ]
}

function toRecord(kind: SheetedKind, filled: readonly FilledCell[], carries: readonly string[]): ExactRecord {
  const [first, last] = [filled[0], filled.at(-1)]
  const { sheet } = first?.cell.place ?? {}
  return {
    kind,
    record: Object.fromEntries(filled.map(({ field, cell }) => [field.name, readCell(field, cell.text)])),
    carries,
    source: {
      ...(sheet !== undefined && { sheet }),
      range: `${first?.cell.place.range ?? ''}:${last?.cell.place.range ?? ''}`,
      text: filled.map(({ field, cell }) => `${field.heading}: ${cell.text}`).join('\n'),
      cells: Object.fromEntries(filled.map(({ field, cell }) => [field.name, cell.place.range ?? ''])),
    },
    confidence: 1,
    warnings: [],
  }
}

/** What a cell says. Spreadsheets write dates their own way. */
const readCell = ({ date, read }: SheetField, text: string): unknown => read(date ? storedDate(text) : text)

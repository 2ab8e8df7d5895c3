// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetColumns, type TailoredPlan } from '../../plans/index.ts'
import { guardCell } from '../../records/index.ts'
import type { WrittenDocument } from '../model.ts'
import { type SheetOwner, sheetRows } from './rows.ts'

/**
 * The plan's lines as CSV for spreadsheets in Italian: semicolons, UTF-8 with its mark, CRLF, dates `yyyy-mm-dd`, cells
 * guarded against formulas (`unguardCell` removes the guard).
 */
export function writeCsv(plan: TailoredPlan, owner: SheetOwner): WrittenDocument {
  const rows = sheetRows(plan, owner)
  const records = [
    sheetColumns.map(({ heading }) => heading),
    ...rows.map((row) => sheetColumns.map(({ key }) => row[key])),
  ]
  const text = records.map((record) => `${record.map((cell) => quote(guardCell(cell))).join(';')}\r\n`).join('')
  return { format: 'csv', bytes: new TextEncoder().encode(`\uFEFF${text}`), rows: rows.length }
}

const quote = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DataValidation, PaperSize, type Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { daysBetween, isIsoDate } from '../../../kernel/dates.ts'
import { palette } from '../layout/palette.ts'

export const bold = { name: 'Calibri', size: 11, bold: true }
export const wrapped = { vertical: 'top', wrapText: true } as const
export const page = { orientation: 'landscape', paperSize: PaperSize.A4 } as const

const color = (name: keyof typeof palette) => ({ argb: `FF${palette[name]}` })
const ruled = { bottom: { style: 'thin', color: color('hairline') } } as const

/** A column of a sheet. */
export type TableColumn = {
  readonly key: string
  readonly heading: string
  /** In characters. */
  readonly width: number
  readonly date?: true | undefined
  /** The only texts that its cells may have. */
  readonly values?: readonly string[] | undefined
}

/** The text of each column; empty when there is nothing. */
export type TableRow = Readonly<Record<string, string>>

/** A sheet: its columns, its rows, and up to which column it stays in sight. */
export type TableSheet = {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Columns without which it is shown; absent: it is shown whole. */
  readonly hidden?: readonly TableColumn[]
  readonly frozen: string
}

/** A sheet with a frozen, filtered header and one row for each record. */
export function addTable(workbook: Workbook, { name, columns: table, rows, hidden = [], frozen }: TableSheet): void {
  const shown = table.filter((column) => !hidden.includes(column))
  const lastRow = Math.max(rows.length + 1, 2)
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: table.findIndex(({ key }) => key === frozen) + 1, ySplit: 1 }],
    autoFilter: { from: { row: 1, col: 1 }, to: { row: lastRow, col: table.length } },
    pageSetup: { ...page, fitToPage: true, fitToWidth: pagesAcross(shown), fitToHeight: 0, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: '&A – pagina &P di &N' },
  })
  sheet.columns = table.map((column) => ({
    header: column.heading,
    width: column.width,
    hidden: !shown.includes(column),
    style: { alignment: wrapped, border: ruled, ...(column.date && { numFmt: 'dd/mm/yyyy' }) },
  }))
  for (const row of rows) {
    const added = sheet.addRow(table.map((column) => cellValue(column, row[column.key] ?? '')))
    added.height = rowHeight(row, shown)
    added.customHeight = false
  }
  styleHeader(sheet)
  for (const [index, { values }] of table.entries()) {
    if (values === undefined) continue
    const { letter } = sheet.getColumn(index + 1)
    sheet.dataValidations.add(`${letter}2:${letter}${lastRow}`, listValidation(values))
  }
}

/** A date becomes the spreadsheet's number of days, in which 1900 has a 29th of February; other texts stay as they are. */
const cellValue = (column: TableColumn, text: string): string | number | null =>
  text === '' ? null : column.date && isIsoDate(text) ? daysBetween('1900-01-01', text) + 2 : text

/** How many pages wide the sheet must be printed to stay legible. */
const pagesAcross = (shown: readonly TableColumn[]): number =>
  Math.ceil(shown.reduce((sum, { width }) => sum + width, 0) / 220)

const lineHeight = 15
const tallestRow = 409

/** The height in points for the longest text of the row: not every program works it out by itself. */
function rowHeight(row: TableRow, shown: readonly TableColumn[]): number {
  const lines = shown.map(({ key, width }) =>
    (row[key] ?? '').split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0),
  )
  return Math.min(Math.max(...lines) * lineHeight, tallestRow)
}

function styleHeader(sheet: Worksheet): void {
  const header = sheet.getRow(1)
  header.height = 32
  header.eachCell((cell) => {
    cell.font = { ...bold, color: { argb: 'FFFFFFFF' } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: color('blue') }
    cell.alignment = { vertical: 'middle', wrapText: true }
    cell.numFmt = '@'
  })
}

const listValidation = (values: readonly string[]): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${values.join(',')}"`],
  showErrorMessage: true,
  errorTitle: 'Valore non previsto',
  error: 'Scegliere un valore dell’elenco.',
})

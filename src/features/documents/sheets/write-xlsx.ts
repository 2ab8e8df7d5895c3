// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DataValidation, PaperSize, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { daysBetween, formatDate, isIsoDate } from '../../../kernel/dates.ts'
import { TimoneError } from '../../../kernel/errors.ts'
import { formatNumber } from '../../../kernel/money.ts'
import type { TailoredPlan } from '../../plans/index.ts'
import type { DocumentMetadata, WrittenDocument } from '../model.ts'
import { type Column, columns, deadlineColumns, sheetVersion } from './columns.ts'
import { deadlineRows, ownerCode, type SheetOwner, type SheetRow, sheetRows } from './rows.ts'

/** Characters that a cell of an XLSX sheet may hold. */
const cellLimit = 32_767

const blue = { argb: 'FF0066CC' }
const white = { argb: 'FFFFFFFF' }
const cellAlignment = { vertical: 'top', wrapText: true } as const
const page = { orientation: 'landscape', paperSize: PaperSize.A4 } as const

/**
 * The plan's lines, its deadlines and its particulars as a workbook of three sheets. Dates are real dates; a text stays
 * a text, whatever it begins with. The same plan and metadata give the same bytes.
 *
 * @throws {TimoneError} `unprintable` where a text is longer than a cell can hold.
 */
export async function writeXlsx(
  plan: TailoredPlan,
  owner: SheetOwner,
  metadata: DocumentMetadata,
): Promise<WrittenDocument> {
  const rows = sheetRows(plan, owner)
  refuseOverlong(rows)
  const workbook = new Workbook()
  setProperties(workbook, metadata)
  const filled = columns.filter(({ key }) => key !== 'officialText' || rows.some((row) => row.officialText !== ''))
  addTable(workbook, "Linee d'azione", columns, rows, filled)
  addTable(workbook, 'Scadenze', deadlineColumns, deadlineRows(plan, owner), deadlineColumns)
  addParticulars(workbook, owner, metadata)
  const zip = { modTime: new Date(`${metadata.date}T12:00:00`) }
  return { format: 'xlsx', bytes: await workbook.xlsx.writeBuffer({ zip }), rows: rows.length }
}

function refuseOverlong(rows: readonly SheetRow[]): void {
  const problems = rows.flatMap((row) =>
    columns
      .filter(({ key }) => row[key].length > cellLimit)
      .map(({ key, heading }) => ({
        place: `${row.code} › ${heading}`,
        message: `${formatNumber(row[key].length)} caratteri: una cella XLSX ne contiene ${formatNumber(cellLimit)}`,
        remedy: 'accorciare il testo, o scaricare il CSV',
      })),
  )
  if (problems.length > 0) {
    throw new TimoneError('unprintable', 'Un testo è troppo lungo per una cella del foglio di calcolo.', problems)
  }
}

function setProperties(workbook: Workbook, metadata: DocumentMetadata): void {
  const written = new Date(`${metadata.date}T00:00:00Z`)
  Object.assign(workbook, {
    title: metadata.title,
    creator: metadata.administration,
    lastModifiedBy: metadata.administration,
    description: metadata.description,
    keywords: metadata.keywords.join(', '),
    language: 'it-IT',
    created: written,
    modified: written,
  })
}

/** A sheet with a frozen, filtered header and one row a record; the columns that are not `shown` are hidden. */
function addTable(
  workbook: Workbook,
  name: string,
  table: readonly Column[],
  rows: readonly SheetRow[],
  shown: readonly Column[],
): void {
  const lastRow = Math.max(rows.length + 1, 2)
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: table.findIndex(({ key }) => key === 'code') + 1, ySplit: 1 }],
    autoFilter: { from: { row: 1, col: 1 }, to: { row: lastRow, col: table.length } },
    pageSetup: { ...page, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: '&A – pagina &P di &N' },
  })
  sheet.columns = table.map((column) => ({
    header: column.heading,
    width: column.width,
    hidden: !shown.includes(column),
    style: { alignment: cellAlignment, ...(column.date && { numFmt: 'dd/mm/yyyy' }) },
  }))
  sheet.addRows(rows.map((row) => table.map((column) => cellValue(column, row[column.key]))))
  styleHeader(sheet)
  for (const [index, { values }] of table.entries()) {
    if (values === undefined) continue
    const { letter } = sheet.getColumn(index + 1)
    sheet.dataValidations.add(`${letter}2:${letter}${lastRow}`, listValidation(values))
  }
}

/** A date becomes a spreadsheet's count of days; words and all other texts stay as they are. */
const cellValue = (column: Column, text: string): string | number | null =>
  text === '' ? null : column.date && isIsoDate(text) ? daysBetween('1899-12-30', text) : text

function styleHeader(sheet: Worksheet): void {
  const header = sheet.getRow(1)
  header.height = 32
  header.eachCell((cell) => {
    cell.font = { bold: true, color: white }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: blue }
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
  error: "Scegliere un valore dell'elenco.",
})

/** What the file is: whose plan, which edition, when written, and the version of its columns. */
function addParticulars(workbook: Workbook, owner: SheetOwner, metadata: DocumentMetadata): void {
  const sheet = workbook.addWorksheet('Informazioni', { pageSetup: page })
  sheet.columns = [{ width: 28 }, { width: 72 }].map((column) => ({ ...column, style: { alignment: cellAlignment } }))
  sheet.addRows([
    ['Documento', metadata.title],
    ['Ente', owner.name],
    ['Codice ente', ownerCode(owner)],
    ['Triennio', metadata.triennium],
    ['Edizione del Piano nazionale', metadata.edition],
    ['Data', formatDate(metadata.date)],
    ['Impronta del piano (SHA-256)', metadata.planHash],
    ['Versione del formato', sheetVersion],
  ])
  sheet.getColumn(1).font = { bold: true }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { Workbook } from '@cj-tech-master/excelts'
import { formatDate } from '../../../kernel/dates.ts'
import { TimoneError } from '../../../kernel/errors.ts'
import { formatNumber } from '../../../kernel/money.ts'
import { deadlineColumns, sheetColumns, sheetVersion, type TailoredPlan } from '../../plans/index.ts'
import { type Profile, recordSheet, sheetedKinds } from '../../profiles/index.ts'
import type { DocumentMetadata, WrittenDocument } from '../model.ts'
import { recordTable } from './record-table.ts'
import { deadlineRows, ownerCode, type SheetOwner, sheetRows } from './rows.ts'
import { addTable, bold, page, type TableSheet, wrapped } from './table-sheet.ts'

/** The most characters in a cell of an XLSX sheet. */
const cellLimit = 32_767

/**
 * The plan's lines, its deadlines, every other part of it and its particulars as a workbook, a sheet each. Dates are real dates; a text stays
 * a text, even when it begins like a formula. The same plan and metadata give the same bytes.
 *
 * @throws {TimoneError} `unprintable` when a text is too long for a cell.
 */
export async function writeXlsx(
  plan: TailoredPlan,
  profile: Profile,
  metadata: DocumentMetadata,
): Promise<WrittenDocument> {
  const owner = profile.administration
  const rows = sheetRows(plan, owner)
  const sheets: readonly TableSheet[] = [
    {
      name: 'Linee d’azione',
      columns: sheetColumns,
      rows,
      hidden: sheetColumns.filter(({ key }) => key === 'officialText' && rows.every((row) => row.officialText === '')),
      frozen: 'code',
    },
    { name: 'Scadenze', columns: deadlineColumns, rows: deadlineRows(plan, owner), frozen: 'code' },
    ...sheetedKinds.map((kind) => recordTable(recordSheet(kind), profile, plan.edition)),
  ]
  refuseOverlong(sheets)
  const workbook = new Workbook()
  setProperties(workbook, metadata)
  for (const sheet of sheets) addTable(workbook, sheet)
  addParticulars(workbook, owner, metadata)
  const zip = { modTime: new Date(`${metadata.date}T12:00:00`) }
  return { format: 'xlsx', bytes: await workbook.xlsx.writeBuffer({ zip }), rows: rows.length }
}

function refuseOverlong(sheets: readonly TableSheet[]): void {
  const problems = sheets.flatMap(({ name, columns, rows }) =>
    rows.flatMap((row, index) =>
      columns
        .map(({ key, heading }) => ({ heading, length: row[key]?.length ?? 0 }))
        .filter(({ length }) => length > cellLimit)
        .map(({ heading, length }) => ({
          place: `${row.code ?? `${name}, riga ${index + 2}`} › ${heading}`,
          message: `${formatNumber(length)} caratteri: una cella XLSX ne contiene ${formatNumber(cellLimit)}`,
          remedy: 'accorciare il testo, o scaricare il CSV',
        })),
    ),
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
  } satisfies Partial<Workbook>)
}

/** About the file: body, plan, edition, date, and the version of its columns. */
function addParticulars(workbook: Workbook, owner: SheetOwner, metadata: DocumentMetadata): void {
  const sheet = workbook.addWorksheet('Informazioni', { pageSetup: page })
  sheet.columns = [{ width: 28 }, { width: 72 }].map((column) => ({ ...column, style: { alignment: wrapped } }))
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
  sheet.getColumn(1).font = bold
}

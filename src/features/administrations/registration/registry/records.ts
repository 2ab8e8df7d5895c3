// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { invalidInput, type Problem } from '../../../../kernel/errors.ts'
import { CadastralCode, type Municipality } from '../../model.ts'
import { layouts, missingHeadings, type Row, recogniseLayout } from './layouts.ts'
import type { CsvTable } from './read-table.ts'

/** What one list tells about a municipality: its key, and some of the other fields. */
export const RegistryRecordSchema = z.strictObject({
  cadastralCode: CadastralCode,
  istatCode: z
    .string()
    .regex(/^\d{6}$/, 'sei cifre, es. 016053')
    .optional(),
  ipaCode: z
    .string()
    .regex(/^[\w.-]{1,40}$/, 'un codice senza spazi, es. c_b731')
    .optional(),
  name: z.string().max(120, 'al massimo 120 caratteri').optional(),
  otherName: z.string().max(120, 'al massimo 120 caratteri').optional(),
  province: z
    .string()
    .regex(/^[A-Z]{2}$/, 'la sigla: due lettere maiuscole, es. CR')
    .optional(),
  provinceName: z.string().max(120, 'al massimo 120 caratteri').optional(),
  region: z.string().max(120, 'al massimo 120 caratteri').optional(),
  population: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,8}$/, 'solo cifre, senza punti né spazi')
        .transform(Number),
    ])
    .optional(),
})
export type RegistryRecord = z.infer<typeof RegistryRecordSchema>

const fields: readonly (keyof Municipality)[] = RegistryRecordSchema.keyof().options

/**
 * Reads the municipalities of a published list, recognised by its headings.
 * @returns the list's name, its records, what it holds of other bodies, and the number of rows in the file.
 * @throws {TimoneError} `invalid-input` when the headings belong to no known list, or with one problem for each wrong
 * cell.
 */
export function readRecords(table: CsvTable, fileName: string) {
  const recognised = recogniseLayout(table)
  if (!recognised) throw unknownLayout(table.headers, fileName)
  const { layout, rows, others } = recognised
  const problems: Problem[] = []
  const records = new Map<string, RegistryRecord>()
  const owners = new Map<string, string>()
  for (const row of rows) {
    if (row.field('cadastralCode') === '' && row.field('name') === '') continue
    const refuse = (field: keyof Municipality, message: string, remedy: string) =>
      problems.push({ place: `${fileName}, riga ${row.number}, colonna «${layout.columns[field]}»`, message, remedy })
    const { data: record, error } = RegistryRecordSchema.safeParse(cellsOf(row))
    if (error) {
      for (const field of fields) {
        const issue = error.issues.find(({ path }) => path[0] === field)
        if (issue) refuse(field, `«${row.field(field)}» non va bene`, issue.message)
      }
    }
    if (!record) continue
    if (records.has(record.cadastralCode)) {
      refuse('cadastralCode', `${record.cadastralCode} compare più di una volta`, 'tenere una riga per comune')
    }
    for (const field of ['istatCode', 'ipaCode'] as const) {
      const code = record[field]
      const owner = code && owners.get(`${field} ${code}`)
      if (owner && owner !== record.cadastralCode) {
        refuse(field, `${code} è anche del comune ${owner}`, 'lasciarlo a quello dei due che lo ha davvero')
      }
      if (code) owners.set(`${field} ${code}`, record.cadastralCode)
    }
    records.set(record.cadastralCode, record)
  }
  if (problems.length > 0)
    throw invalidInput(`Il file ${fileName} ha celle sbagliate: non è stato importato.`, problems)
  return { title: layout.title, records: [...records.values()], others, rows: table.rows.length }
}

/** The cells that are not empty, by field. Spreadsheets drop the leading zeros of an ISTAT code; Italian texts have ’. */
function cellsOf(row: Row): Record<string, string> {
  const cells: Record<string, string> = { cadastralCode: '' }
  for (const field of fields) {
    const text = row.field(field)
    if (text !== '') cells[field] = field === 'istatCode' ? text.padStart(6, '0') : text.replaceAll("'", '’')
  }
  return cells
}

const unknownLayout = (headers: readonly string[], fileName: string) =>
  invalidInput(
    `Il file ${fileName} non è uno degli elenchi di comuni che Timone conosce.`,
    layouts.map((layout) => ({
      place: layout.title,
      message: `mancano le colonne: ${missingHeadings(layout, headers).join(', ')}`,
      remedy: 'scaricare il CSV dalla fonte e importarlo senza cambiarne le intestazioni',
    })),
  )

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Edition } from '../../catalogue/index.ts'
import { ownerColumns } from '../../plans/index.ts'
import type { Profile, RecordSheet, SheetField } from '../../profiles/index.ts'
import { ownerCode } from './rows.ts'
import type { TableSheet } from './table-sheet.ts'

type RecordData = ReturnType<RecordSheet['list']>[number]

/** The records of a kind as a sheet: a row each, or a row for each field of the only one. */
export function recordTable(sheet: RecordSheet, profile: Profile, edition: Edition): TableSheet {
  const { administration } = profile
  const owner = { administration: administration.name, administrationCode: ownerCode(administration) }
  const records = sheet.list(profile)
  if (sheet.upright) return uprightTable(sheet, sheet.upright, records[0] ?? {})
  const { name, fields, told } = sheet
  const [key] = fields
  return {
    name,
    columns: [
      ...ownerColumns,
      ...fields.slice(0, 1).map(columnOf),
      ...(told ? [{ ...told, key: 'told' }] : []),
      ...fields.slice(1).map(columnOf),
    ],
    rows: records.map((record) => ({
      ...Object.fromEntries(fields.map((field) => [field.name, cellText(field, record)])),
      ...(told && { told: told.text(record, edition) }),
      ...owner,
    })),
    frozen: key?.name ?? '',
  }
}

/** Every field has its row, said or not: there is a place to say it. */
const uprightTable = (
  { name, fields }: RecordSheet,
  [field, value]: NonNullable<RecordSheet['upright']>,
  record: RecordData,
): TableSheet => ({
  name,
  columns: [
    { key: 'field', heading: field, width: 60 },
    { key: 'value', heading: value, width: 40 },
  ],
  rows: fields.map((one) => ({ field: one.heading, value: cellText(one, record) })),
  frozen: 'field',
})

const columnOf = ({ name, heading, width, date, values }: SheetField) => ({ key: name, heading, width, date, values })

const cellText = ({ name, write }: SheetField, record: RecordData): string =>
  record[name] === undefined ? '' : write(record[name])

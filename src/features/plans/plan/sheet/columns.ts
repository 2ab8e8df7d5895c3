// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Timing, Verdict } from '../../../catalogue/index.ts'
import { anyField, fieldNames, type SheetCell, sheetHeading } from '../../../records/index.ts'
import { entryFields } from '../entries/entry-fields.ts'
import type { Entry } from '../model.ts'

export const verdictCell = {
  applies: 'Sì',
  'does-not-apply': 'No',
  'to-verify': 'Da verificare',
  'to-choose': 'A scelta dell’ente',
} satisfies Record<Verdict, string>

export const timingCell = {
  by: 'Entro il',
  from: 'In vigore dal',
  'in-force': 'In vigore',
} satisfies Record<Timing['kind'], string>

/** How a field stands in a cell of a sheet, under its heading. */
export type FieldCell<Value> = SheetCell<Value> & { readonly heading: string }

const codeCell: FieldCell<string> = {
  heading: 'Codice',
  width: 13,
  write: (code) => code,
  read: (text) => text.trim(),
}

/** Every field of an entry as a cell: what the sheets write and what is read back from them. */
export const entryCells = {
  code: codeCell,
  ...Object.fromEntries(
    fieldNames(entryFields).map((name) => {
      const field = anyField(entryFields, name)
      return [name, { ...field.cell, heading: sheetHeading(field) }]
    }),
  ),
} as unknown as { readonly [Name in keyof Entry]-?: FieldCell<NonNullable<Entry[Name]>> }

/** The fields of an entry, in the order of their columns. */
export const entryCellNames = Object.keys(entryCells) as (keyof Entry)[]

/** A field's cell, for who goes through all of them. */
export const entryCell = (field: keyof Entry): FieldCell<unknown> => entryCells[field] as unknown as FieldCell<unknown>

const nationalColumns = [
  { key: 'chapter', heading: 'Capitolo', width: 24 },
  { key: 'objective', heading: 'Obiettivo', width: 30 },
  { key: 'results', heading: 'Risultati attesi', width: 30 },
  { key: 'title', heading: 'Linea d’azione', width: 36 },
  { key: 'officialText', heading: 'Testo ufficiale', width: 50 },
  { key: 'timing', heading: 'Scadenza', width: 13 },
  { key: 'timingDate', heading: 'Data della scadenza', width: 13, date: true },
  { key: 'legalDate', heading: 'Data di legge', width: 13, date: true },
  { key: 'legalSource', heading: 'Fonte della data di legge', width: 30 },
  { key: 'verdict', heading: 'Si applica', width: 13, values: Object.values(verdictCell) },
  { key: 'reason', heading: 'Motivo', width: 36 },
] as const

/** Whose row it is, in every sheet whose rows are of one body. */
export const ownerColumns = [
  { key: 'administration', heading: 'Ente', width: 22 },
  { key: 'administrationCode', heading: 'Codice ente', width: 10 },
] as const

const entryColumn = (key: keyof Entry) => ({ key, ...entryCell(key) })

/**
 * The columns of the plan’s rows, in their order: one table for every format, so that what is written can be read back.
 */
export const sheetColumns: readonly SheetColumn[] = [
  ...ownerColumns,
  entryColumn('code'),
  ...nationalColumns,
  ...entryCellNames.filter((key) => key !== 'code').map(entryColumn),
]

type ColumnShape = {
  readonly key: string
  readonly heading: string
  readonly width: number
  readonly date?: true
  readonly values?: readonly string[]
}

export type SheetColumnKey = keyof Entry | (typeof nationalColumns | typeof ownerColumns)[number]['key']

/** A column as the writers read it. */
export type SheetColumn = ColumnShape & { readonly key: SheetColumnKey }

/** What the sheet of deadlines shows, in this order. */
export const deadlineColumns: readonly SheetColumn[] = (
  [
    'timingDate',
    'timing',
    'legalDate',
    'legalSource',
    'administration',
    'administrationCode',
    'code',
    'title',
    'chapter',
    'verdict',
    'status',
    'offices',
    'planned',
  ] satisfies SheetColumnKey[]
).flatMap((wanted) => sheetColumns.filter(({ key }) => key === wanted))

/** The version of the columns, written in the file for whoever reads it back. */
export const sheetVersion = '4'

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Timing, Verdict } from '../../../catalogue/index.ts'
import { type Entry, type Status, statuses, statusLabel } from '../model.ts'
import { allocationsCell, cellAllocations, cellEvidence, cellItems, evidenceCell, itemsCell } from './cells.ts'

export const verdictCell = {
  applies: 'Sì',
  'does-not-apply': 'No',
  'to-verify': 'Da verificare',
} satisfies Record<Verdict, string>

export const timingCell = {
  by: 'Entro il',
  from: 'In vigore dal',
  'in-force': 'In vigore',
} satisfies Record<Timing['kind'], string>

/** How a field stands in a cell of a sheet. */
export type FieldCell<Value> = {
  readonly heading: string
  /** In characters. */
  readonly width: number
  /** The cell holds `yyyy-mm-dd` or, where the body used words, those words. */
  readonly date?: true
  /** The only texts that the cell may take. */
  readonly values?: readonly string[]
  readonly write: (value: Value) => string
  /** What the text says: `read(write(value))` is the value. A text that says no such thing is passed on for the schema to refuse. */
  readonly read: (text: string) => unknown
}

const asItIs = { write: (value: string) => value, read: (text: string) => text }
const items = { write: itemsCell, read: cellItems }

/** Every field of an entry as a cell: what the sheets write and what is read back from them. */
export const entryCells = {
  code: { heading: 'Codice', width: 13, write: (code: string) => code, read: (text: string) => text.trim() },
  status: {
    heading: 'Stato',
    width: 16,
    values: Object.values(statusLabel),
    write: (status: Status) => statusLabel[status],
    read: (text: string) =>
      statuses.find((status) => statusLabel[status].toLowerCase() === text.trim().toLowerCase()) ?? text,
  },
  statusLabel: { heading: 'Stato con le parole dell’ente', width: 20, ...asItIs },
  activity: { heading: 'Attività', width: 60, ...asItIs },
  offices: { heading: 'Uffici incaricati', width: 26, ...items },
  funding: { heading: 'Fonti di finanziamento', width: 22, ...items },
  allocations: { heading: 'Importi per fonte e anno', width: 34, write: allocationsCell, read: cellAllocations },
  planned: { heading: 'Data prevista', width: 14, date: true, ...asItIs },
  completed: { heading: 'Data di completamento', width: 14, date: true, ...asItIs },
  notes: { heading: 'Note', width: 40, ...asItIs },
  evidence: { heading: 'Prove', width: 40, write: evidenceCell, read: cellEvidence },
} satisfies { readonly [Field in keyof Entry]-?: FieldCell<NonNullable<Entry[Field]>> }

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
  { key: 'verdict', heading: 'Si applica', width: 13, values: Object.values(verdictCell) },
  { key: 'reason', heading: 'Motivo', width: 36 },
] as const

const ownerColumns = [
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
export const sheetVersion = '2'

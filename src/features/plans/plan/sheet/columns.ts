// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Timing, Verdict } from '../../../catalogue/index.ts'
import { statusLabel } from '../model.ts'

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

/**
 * The columns of the plan's rows, in their order: one table for every format, so that what is written can be read back.
 * `width` is in characters; `date` columns hold `yyyy-mm-dd` or, where the body used words, those words; `values` are
 * the only ones that a cell may take.
 */
export const sheetColumns = [
  { key: 'administration', heading: 'Ente', width: 22 },
  { key: 'administrationCode', heading: 'Codice ente', width: 10 },
  { key: 'code', heading: 'Codice', width: 13 },
  { key: 'chapter', heading: 'Capitolo', width: 24 },
  { key: 'objective', heading: 'Obiettivo', width: 30 },
  { key: 'results', heading: 'Risultati attesi', width: 30 },
  { key: 'title', heading: 'Linea d’azione', width: 36 },
  { key: 'officialText', heading: 'Testo ufficiale', width: 50 },
  { key: 'timing', heading: 'Scadenza', width: 13 },
  { key: 'timingDate', heading: 'Data della scadenza', width: 13, date: true },
  { key: 'verdict', heading: 'Si applica', width: 13, values: Object.values(verdictCell) },
  { key: 'reason', heading: 'Motivo', width: 36 },
  { key: 'status', heading: 'Stato', width: 16, values: Object.values(statusLabel) },
  { key: 'statusWords', heading: 'Stato con le parole dell’ente', width: 20 },
  { key: 'activity', heading: 'Attività', width: 60 },
  { key: 'offices', heading: 'Uffici incaricati', width: 26 },
  { key: 'funding', heading: 'Fonti di finanziamento', width: 22 },
  { key: 'planned', heading: 'Data prevista', width: 14, date: true },
  { key: 'completed', heading: 'Data di completamento', width: 14, date: true },
  { key: 'notes', heading: 'Note', width: 40 },
  { key: 'evidence', heading: 'Prove', width: 40 },
] as const satisfies readonly ColumnShape[]

type ColumnShape = {
  readonly key: string
  readonly heading: string
  readonly width: number
  readonly date?: true
  readonly values?: readonly string[]
}

export type SheetColumnKey = (typeof sheetColumns)[number]['key']

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
export const sheetVersion = '1'

// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate, type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import { formatAmount, fromCents, isAmount, toCents } from '../../../kernel/money.ts'
import { cellEvidence, cellItems, type Evidence, evidenceCell, itemsCell, statusLabel } from '../../plans/index.ts'
import type { PlanRecord, RecordKind } from '../model.ts'
import { onlyAmount } from '../values/amounts.ts'
import { visibleText } from '../visible-text.ts'

/** The kinds of values, which decide how a field is typed, compared and shown. */
type Shape = 'line' | 'text' | 'items' | 'date' | 'status' | 'year' | 'amount' | 'spendingKind' | 'part' | 'evidence'

/** A field of a record, by its name in the profile. */
export type Field = {
  readonly name: string
  readonly label: string
  readonly shape: Shape
  readonly required?: true
}

const initiative: readonly Field[] = [
  { name: 'title', label: 'Titolo', shape: 'line', required: true },
  { name: 'description', label: 'Descrizione', shape: 'text' },
  { name: 'office', label: 'Ufficio', shape: 'line' },
  { name: 'responsible', label: 'Responsabile', shape: 'line' },
  { name: 'planned', label: 'Data o periodo previsto', shape: 'date' },
  { name: 'resources', label: 'Risorse', shape: 'text' },
  { name: 'steps', label: 'Passi', shape: 'items' },
  { name: 'expectedResults', label: 'Risultati attesi', shape: 'items' },
  { name: 'lines', label: 'Linee d’azione che serve', shape: 'items' },
  { name: 'status', label: 'Stato', shape: 'status' },
]

/** The fields of each kind of record, in the order of the forms. */
export const recordFields: Readonly<Record<RecordKind, readonly Field[]>> = {
  entry: [
    { name: 'code', label: 'Codice della linea d’azione', shape: 'line', required: true },
    { name: 'activity', label: 'Che cosa fa l’ente', shape: 'text' },
    { name: 'status', label: 'Stato', shape: 'status' },
    { name: 'statusLabel', label: 'Stato con le parole dell’ente', shape: 'line' },
    { name: 'offices', label: 'Uffici incaricati', shape: 'items' },
    { name: 'funding', label: 'Fonti di finanziamento', shape: 'items' },
    { name: 'planned', label: 'Data prevista', shape: 'date' },
    { name: 'completed', label: 'Data di completamento', shape: 'date' },
    { name: 'notes', label: 'Note', shape: 'text' },
    { name: 'evidence', label: 'Prove', shape: 'evidence' },
  ],
  initiative,
  ownObjective: initiative,
  funding: [
    { name: 'measure', label: 'Misura', shape: 'line', required: true },
    { name: 'title', label: 'Titolo', shape: 'line', required: true },
    { name: 'year', label: 'Anno', shape: 'year' },
    { name: 'amount', label: 'Importo in euro', shape: 'amount' },
    { name: 'cup', label: 'CUP', shape: 'line' },
    { name: 'progress', label: 'Stato di attuazione', shape: 'text' },
    { name: 'certification', label: 'Asseverazione', shape: 'line' },
    { name: 'payment', label: 'Erogazione', shape: 'line' },
  ],
  spending: [
    { name: 'year', label: 'Anno', shape: 'year', required: true },
    { name: 'kind', label: 'Consuntivo o previsione', shape: 'spendingKind', required: true },
    { name: 'amount', label: 'Importo in euro', shape: 'amount', required: true },
    { name: 'source', label: 'Fonte', shape: 'line' },
    { name: 'note', label: 'Nota', shape: 'text' },
  ],
  narrative: [
    { name: 'part', label: 'Parte del piano', shape: 'part', required: true },
    { name: 'markdown', label: 'Testo', shape: 'text', required: true },
  ],
}

export const spendingKinds = { actual: 'Consuntivo', forecast: 'Previsione' } as const

/** A text or number as text; anything else as an empty text. */
export const scalarText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** A value as it is typed in a form: one item on each line, amounts and dates in Italian form. */
export function typedValue({ shape }: Field, value: unknown): string {
  if (value === undefined) return ''
  if (shape === 'evidence') return evidenceCell(value as readonly Evidence[])
  if (Array.isArray(value)) return itemsCell(value.map((item) => scalarText(item).trim()))
  const text = scalarText(value)
  if (shape === 'amount') return text.replace('.', ',')
  return shape === 'date' && isIsoDate(text) ? formatDate(text) : text
}

/** A value for reading: dates, amounts and statuses in words. */
export function shownValue(field: Field, value: unknown): string {
  const text = scalarText(value)
  if (field.shape === 'amount' && isAmount(text)) return formatAmount(text)
  if (field.shape === 'status') return statusLabel[text as keyof typeof statusLabel] ?? text
  if (field.shape === 'spendingKind') return spendingKinds[text as keyof typeof spendingKinds] ?? text
  return typedValue(field, value)
}

/** The typed values as a record. What cannot be understood stays as typed, and the later check reports it. */
export const typedRecord = (
  fields: readonly Field[],
  typed: Readonly<Record<string, string | undefined>>,
): PlanRecord =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const text = typed[field.name]?.trim() ?? ''
      return text === '' ? [] : [[field.name, readValue(field, text)]]
    }),
  )

function readValue({ shape }: Field, text: string): unknown {
  if (shape === 'items')
    return cellItems(text)
      .map((item) => item.trim())
      .filter((item) => item !== '')
  if (shape === 'evidence') return cellEvidence(text)
  if (shape === 'year') return /^\d+$/.test(text) ? Number(text) : text
  if (shape === 'amount') return readAmount(text) ?? text
  return shape === 'date' ? (exactDate(text) ?? text) : text
}

/** `1.089.859,50` → `1089859.50`; undefined when it is not an amount. */
function readAmount(text: string): string | undefined {
  const euro = onlyAmount(text)
  return euro === undefined ? undefined : euroAmount(euro)
}

/** Euro as a number → euro as a profile writes them. */
export const euroAmount = (euro: number): string => fromCents(BigInt(Math.round(euro * 100)))

/** A day printed as `31.12.2025` or `31/12/2025` → `2025-12-31`; undefined for other texts and impossible dates. */
export function exactDate(text: string): IsoDate | undefined {
  const [, day = '', month = '', year] = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*$/.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(date) ? date : undefined
}

/**
 * True for equal values: surrounding spaces and invisible characters do not count, an empty value equals an absent one,
 * `100` equals `100.00`.
 */
export const sameValue = (field: Field, one: unknown, other: unknown): boolean =>
  comparable(field, one) === comparable(field, other)

function comparable(field: Field, value: unknown): string {
  const text = visibleText(typedValue(field, value ?? undefined)).trim()
  const amount = scalarText(value)
  return field.shape === 'amount' && isAmount(amount) ? fromCents(toCents(amount)) : text
}

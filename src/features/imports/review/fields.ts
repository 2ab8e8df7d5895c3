// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate, isIsoDate } from '../../../kernel/dates.ts'
import { formatAmount, fromCents, isAmount, toCents } from '../../../kernel/money.ts'
import { storedDate } from '../../../kernel/printed-dates.ts'
import { spendingKindLabel } from '../../funding/index.ts'
import {
  type Allocation,
  AllocationSchema,
  allocationsCell,
  cellAllocations,
  cellEvidence,
  type Evidence,
  evidenceCell,
  statusLabel,
} from '../../plans/index.ts'
import { cellItems, itemsCell, type SheetCell } from '../../records/index.ts'
import { visibleText } from '../reading/visible-text.ts'
import { onlyAmount } from '../values/amounts.ts'

/** The kinds of values, which decide how a field is typed, compared and shown. */
export type Shape =
  | 'line'
  | 'text'
  | 'items'
  | 'date'
  | 'status'
  | 'year'
  | 'amount'
  | 'spendingKind'
  | 'part'
  | 'evidence'
  | 'allocations'
  | 'answer'
  | 'cell'

/** What one field of a record is called and holds. */
export type FieldSettings = {
  readonly label: string
  readonly shape: Shape
  readonly required?: true
  /** How it is written and read where its shape is `cell`. */
  readonly cell?: SheetCell<unknown>
}

/** A field of a record, by its name in the profile. */
export type Field = FieldSettings & { readonly name: string }

/** A text or number as text; anything else as an empty text. */
export const scalarText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** A value as it is typed in a form: one item on each line, amounts and dates in Italian form. */
export function typedValue({ shape, cell }: Field, value: unknown): string {
  if (value === undefined) return ''
  // What a file says may be of another type than the field: it is shown as it is.
  if (cell) return typeof value === 'string' ? value : cell.write(value)
  if (shape === 'evidence') return evidenceCell(value as readonly Evidence[])
  if (shape === 'allocations') return allocationLines(value)
  if (typeof value === 'boolean') return value ? yes : no
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
  if (field.shape === 'answer') return answerWords[text === '' ? typedValue(field, value) : text] ?? text
  if (field.shape === 'spendingKind') return spendingKindLabel[text as keyof typeof spendingKindLabel] ?? text
  return typedValue(field, value)
}

/** A typed value; undefined where nothing is typed. What cannot be understood stays as typed: the later check reports it. */
export const readTyped = (field: Field, typed: string | undefined): unknown => {
  const text = typed?.trim() ?? ''
  return text === '' ? undefined : readValue(field, text)
}

function readValue({ shape, cell }: Field, text: string): unknown {
  if (cell) return cell.read(text)
  if (shape === 'allocations') return cellAllocations(text.replaceAll('\r', ''))
  if (shape === 'answer') return text === yes ? true : text === no ? false : text
  if (shape === 'items')
    return cellItems(text)
      .map((item) => item.trim())
      .filter((item) => item !== '')
  if (shape === 'evidence') return cellEvidence(text)
  if (shape === 'year') return /^\d+$/.test(text) ? Number(text) : text
  if (shape === 'amount') return readAmount(text) ?? text
  return shape === 'date' ? storedDate(text) : text
}

/** `1.089.859,50` → `1089859.50`; undefined when it is not an amount. */
function readAmount(text: string): string | undefined {
  const euro = onlyAmount(text)
  return euro === undefined ? undefined : euroAmount(euro)
}

/** Euro as a number → euro as a profile writes them. */
export const euroAmount = (euro: number): string => fromCents(BigInt(Math.round(euro * 100)))

const yes = 'si'
const no = 'no'

/** The answers that a fact or a choice may have, as forms take them and as people read them. */
export const answerWords: Readonly<Record<string, string>> = {
  [yes]: 'Sì',
  [no]: 'No',
  none: 'Nessuno',
  A: 'Gruppo A',
  B: 'Gruppo B',
}

/** Amounts one a line; what is not an amount stays as it is. */
const allocationLines = (value: unknown): string =>
  (Array.isArray(value) ? value : [])
    .map((item: unknown) =>
      typeof item === 'string'
        ? itemsCell([item])
        : isAllocation(item)
          ? allocationsCell([item])
          : JSON.stringify(item),
    )
    .join('\n')

const isAllocation = (item: unknown): item is Allocation => AllocationSchema.safeParse(item).success

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

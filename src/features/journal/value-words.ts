// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount } from '../../kernel/money.ts'
import { formatDateOrWords, statusLabel } from '../plans/index.ts'

/** Names of people by the key of their account. */
export type Names = ReadonlyMap<string, string>

/** A field's value for people; `–` when empty. Long texts keep their lines. */
export function valueWords(field: string, value: unknown, names: Names): string {
  if (isNothing(value)) return '–'
  if (typeof value === 'boolean') return value ? 'sì' : 'no'
  if (Array.isArray(value)) return value.map((item) => valueWords(field, item, names)).join('\n')
  if (typeof value === 'object' && value !== null) return membersOf(value, names)
  const text = String(value)
  if (field === 'status') return (statusLabel as Readonly<Record<string, string>>)[text] ?? text
  if (field === 'ownerPerson') return names.get(text) ?? 'una persona che non è più fra quelle note'
  if (field === 'amount') return formatAmount(text)
  if (field === 'kind') return kindWords[text] ?? text
  return formatDateOrWords(text)
}

const kindWords: Readonly<Record<string, string>> = { actual: 'consuntivo', forecast: 'previsione' }

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The fields of a row on one line, without hashes of files, which tell people nothing. */
const membersOf = (row: object, names: Names): string =>
  Object.entries(row)
    .filter(([name, value]) => name !== 'sha256' && !isNothing(value))
    .map(([name, value]) => valueWords(name, value, names))
    .join(', ')

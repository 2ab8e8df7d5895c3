// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate, isIsoDate } from '../../../kernel/dates.ts'
import { formatAmount, formatNumber, isAmount } from '../../../kernel/money.ts'
import { type Act, type AdministrationKind, actWords, decidingFields, kindLabel } from '../../administrations/index.ts'
import { withTitle } from '../../catalogue/index.ts'
import { type Fields, fieldNames, fieldWords as recordFieldWords } from '../../records/index.ts'
import { type EntryContent, entryKind, initiativeKind, type Status, statusLabel, textLabels } from '../plan/index.ts'
import type { PlanChange } from './compare-plans.ts'
import type { PartKindName } from './plan-parts.ts'

type Labels = Readonly<Record<string, string>>

const labelsOf = <Content>(fields: Fields<Content>): Labels =>
  Object.fromEntries(fieldNames(fields).map((name) => [name, fields[name].label]))

/** What people call the fields of each kind of part; those of choices are codes of lines. */
const labels: Readonly<Record<PartKindName, Labels>> = {
  administration: {
    name: 'Denominazione',
    kind: 'Tipo di ente',
    population: 'Abitanti',
    province: 'Provincia',
    region: 'Regione',
    cadastralCode: 'Codice catastale',
    istatCode: 'Codice ISTAT',
    ipaCode: 'Codice IPA',
  },
  plan: { title: 'Titolo', triennium: 'Triennio', edition: 'Edizione nazionale' },
  facts: labelsOf(decidingFields),
  choices: {},
  narrative: { markdown: 'Testo' },
  office: { description: 'Che cosa fa' },
  role: { holder: 'Chi lo ricopre', act: 'Atto' },
  entry: labelsOf(entryKind.fields),
  initiative: labelsOf(initiativeKind.fields),
  spending: { amount: 'Importo', note: 'Nota' },
  measure: {
    year: 'Anno',
    amount: 'Importo',
    cup: 'CUP',
    progress: 'Stato di attuazione',
    certification: 'Asseverazione',
    payment: 'Erogazione',
  },
}

/** What people call a field of a part. */
export const fieldWords = (kind: PartKindName, field: string): string => labels[kind][field] ?? field

/**
 * What people call a part: `CAP1.PA.01 – Formare il personale`, `Ufficio tributi`, `2025, previsione`.
 * @param titles of lines, by code.
 */
export function partWords(
  { kind, identity }: Pick<PlanChange, 'kind' | 'identity'>,
  titles: ReadonlyMap<string, string>,
): string {
  const of = (name: string) => String(identity[name] ?? '')
  switch (kind) {
    case 'administration':
      return 'Dati dell’ente'
    case 'plan':
      return 'Il piano'
    case 'facts':
      return 'Fatti dell’ente'
    case 'choices':
      return 'Scelte sulle linee facoltative'
    case 'narrative':
      return textWords(of('name'))
    case 'entry':
      return withTitle(of('code'), titles.get(of('code')))
    case 'office':
      return of('name')
    case 'role':
      return of('role')
    case 'initiative':
      return of('title')
    case 'spending':
      return [of('year'), spendingWords(of('kind')), of('source')].filter(Boolean).join(', ')
    case 'measure':
      return `${of('measure')} ${of('title')}`
  }
}

const textWords = (name: string): string =>
  (textLabels as Labels)[name] ?? name.replace(/^chapter-(\d)$/, 'Testo del capitolo $1')

const spendingWords = (kind: string): string => (kind === 'actual' ? 'consuntivo' : 'previsione')

/** A value as people read it, of many lines where it is a list; an empty text for none. */
export function valueWords(kind: PartKindName, field: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (kind === 'entry') return recordFieldWords(entryKind.fields, field as keyof EntryContent, { [field]: value })
  if (typeof value === 'boolean') return value ? 'Sì' : 'No'
  if (typeof value === 'number') return field === 'population' ? formatNumber(value) : String(value)
  if (typeof value === 'string') return textOf(kind, field, value)
  if (Array.isArray(value)) return value.map(String).join('\n')
  return field === 'act' ? actWords(value as Act) : JSON.stringify(value)
}

function textOf(kind: PartKindName, field: string, value: string): string {
  if (field === 'status') return statusLabel[value as Status] ?? value
  if (field === 'amount' && isAmount(value)) return formatAmount(value)
  if (field === 'kind' && kind === 'administration') return kindLabel[value as AdministrationKind] ?? value
  return isIsoDate(value) ? formatDate(value) : value
}

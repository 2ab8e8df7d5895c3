// SPDX-License-Identifier: AGPL-3.0-or-later
import { amount, type ContentOf, field, schemaOf, text, year } from '../records/index.ts'

/** A PNRR measure as a project to keep and prove (calls closed by January 2026). */
export const measureFields = {
  measure: field(text({ max: 20, pattern: [/^\d\.\d{1,2}(\.\d{1,2})?$/, 'misura PNRR, es. 1.4.1'] }), {
    label: 'Codice della misura',
    heading: { card: 'Misura' },
    required: true,
  }),
  title: field(text({ max: 300 }), {
    label: 'Titolo della misura o del progetto',
    heading: { card: 'Progetto' },
    required: true,
  }),
  year: field(year({ min: 2020, max: 2035 }), { label: 'Anno' }),
  amount: field(amount(), { label: 'Importo in euro', heading: { card: 'Importo' } }),
  cup: field(text({ max: 15, pattern: [/^[A-Z]\d{2}[A-Z]\d{11}$/, 'CUP: quindici caratteri'], capitals: true }), {
    label: 'CUP',
    description: 'Codice unico di progetto',
  }),
  progress: field(text({ max: 5000, rows: 2 }), { label: 'Stato di attuazione', heading: { card: 'Attuazione' } }),
  certification: field(text({ max: 300 }), { label: 'Asseverazione' }),
  payment: field(text({ max: 300 }), { label: 'Erogazione' }),
}

export const FundingMeasureSchema = schemaOf(measureFields)
export type FundingMeasure = ContentOf<typeof measureFields>

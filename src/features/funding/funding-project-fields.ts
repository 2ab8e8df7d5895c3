// SPDX-License-Identifier: AGPL-3.0-or-later
import { amount, type ContentOf, field, schemaOf, text, year } from '../records/index.ts'

/**
 * A PNRR project, to keep and to prove: one financed candidacy under a measure (calls closed by January 2026). What
 * changes is how it goes on, so that all of it may be kept up to date after the plan is approved.
 */
export const fundingProjectFields = {
  measure: field(text({ max: 20, pattern: [/^\d\.\d{1,2}(\.\d{1,2})?$/, 'misura PNRR, es. 1.4.1'] }), {
    label: 'Codice della misura',
    heading: { card: 'Misura' },
    required: true,
    progress: true,
  }),
  title: field(text({ max: 300 }), {
    label: 'Titolo della misura o del progetto',
    heading: { card: 'Progetto' },
    required: true,
    progress: true,
  }),
  year: field(year({ min: 2020, max: 2035 }), { label: 'Anno', progress: true }),
  amount: field(amount(), { label: 'Importo in euro', heading: { card: 'Importo' }, progress: true }),
  cup: field(text({ max: 15, pattern: [/^[A-Z]\d{2}[A-Z]\d{11}$/, 'CUP: quindici caratteri'], capitals: true }), {
    label: 'CUP',
    description: 'Codice unico di progetto',
    progress: true,
  }),
  progress: field(text({ max: 5000, rows: 2 }), {
    label: 'Stato di attuazione',
    heading: { card: 'Attuazione' },
    progress: true,
  }),
  certification: field(text({ max: 300 }), { label: 'Asseverazione', progress: true }),
  payment: field(text({ max: 300 }), { label: 'Erogazione', progress: true }),
}

export const FundingProjectSchema = schemaOf(fundingProjectFields)
export type FundingProject = ContentOf<typeof fundingProjectFields>

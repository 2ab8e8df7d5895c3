// SPDX-License-Identifier: AGPL-3.0-or-later
import { amount, type ContentOf, choice, field, schemaOf, text, year } from '../records/index.ts'

/** What was spent, or is expected. */
export const spendingKindLabel = { actual: 'Consuntivo', forecast: 'Previsione' } as const

/** ICT spending of a year: what was spent (actual) or is expected (forecast). */
export const spendingFields = {
  year: field(year({ min: 2000, max: 2100 }), { label: 'Anno', required: true }),
  kind: field(choice(spendingKindLabel, { none: 'Scegliere' }), {
    label: 'Consuntivo o previsione',
    description: 'actual = consuntivo, forecast = previsione',
    heading: { card: 'Natura', sheet: 'Natura' },
    required: true,
  }),
  amount: field(amount(), {
    label: 'Importo in euro',
    description: 'Importo in euro, es. 1277906.60',
    heading: { card: 'Importo' },
    required: true,
  }),
  source: field(text({ max: 200 }), { label: 'Fonte', description: 'Fonte, es. Bilancio comunale, PNRR' }),
  note: field(text({ max: 1000, width: 40 }), { label: 'Nota', heading: { card: 'Note' } }),
}

export const SpendingSchema = schemaOf(spendingFields)
export type Spending = ContentOf<typeof spendingFields>

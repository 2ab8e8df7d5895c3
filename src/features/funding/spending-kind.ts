// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount } from '../../kernel/money.ts'
import type { PlanRow } from '../plans/index.ts'
import { type ContentOf, field, type RecordKind, rows, schemaOf } from '../records/index.ts'
import { fundingPaths } from './addresses.ts'
import { type Spending, SpendingSchema, spendingFields, spendingKindLabel } from './spending-fields.ts'
import { readSpending, replaceSpending } from './spending-store.ts'

const rowsOfSpending = {
  rows: field(
    rows<Spending>({
      fields: spendingFields,
      schema: SpendingSchema,
      most: 200,
      line: ({ year, kind, amount, source, note }) =>
        [`${year}, ${spendingKindLabel[kind].toLowerCase()}: ${formatAmount(amount)}`, source, note]
          .filter(Boolean)
          .join(', '),
    }),
    { label: 'Spesa per anno', help: 'Importi come 1.234,50. Per togliere una riga, svuotala.' },
  ),
}

/** The ICT spending of a plan, row by row. */
export type SpendingContent = ContentOf<typeof rowsOfSpending>

/** The ICT spending of a plan: what was spent and what is expected, by year and source. */
export const spendingKind: RecordKind<SpendingContent, PlanRow> = {
  name: 'spending',
  words: { one: 'la spesa', many: 'Spesa' },
  scope: 'plan',
  page: (where) => fundingPaths.spending(where),
  comments: 'whole',
  fields: rowsOfSpending,
  schema: schemaOf(rowsOfSpending),
  async find(reader, { administration, id }) {
    const found = await readSpending(reader, administration, id)
    return found.length > 0 ? { rows: [...found] } : undefined
  },
  write: (writer, { id }, _, content) => replaceSpending(writer, id, content?.rows ?? []),
}

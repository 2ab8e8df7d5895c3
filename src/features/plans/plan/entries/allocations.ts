// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount, readAmount } from '../../../../kernel/money.ts'
import { amount, type ContentOf, field, rows, schemaOf, text, year } from '../../../records/index.ts'

/** Money that an entry counts on, by source and year. */
const allocationFields = {
  source: field(text({ max: 300 }), {
    label: 'Fonte',
    description: 'Fonte di finanziamento',
    required: true,
    missing: 'manca la fonte di questo importo',
  }),
  year: field(year({ min: 2000, max: 2100 }), {
    label: 'Anno',
    required: true,
    missing: 'scrivere l’anno, con quattro cifre',
  }),
  amount: field(amount(), {
    label: 'Importo in euro',
    description: 'Importo in euro, es. 1277906.60',
    required: true,
    missing: 'scrivere l’importo in euro',
  }),
}

export const AllocationSchema = schemaOf(allocationFields)
export type Allocation = ContentOf<typeof allocationFields>

/** Amounts by source and year; in a cell one a line: `Bilancio comunale, 2026: 1.234,50 €`. */
export const allocations = rows<Allocation>({
  fields: allocationFields,
  schema: AllocationSchema,
  most: 100,
  line: ({ source, year, amount }) => `${source}, ${year}: ${formatAmount(amount)}`,
  fromLine(line) {
    const [, source, year, amount] = /^(.*), (\d{4}): (.*)$/s.exec(line) ?? []
    return source === undefined ? line : { source, year: Number(year), amount: readAmount(amount ?? '') ?? amount }
  },
})

/** Amounts by source and year in one cell, one a line. */
export const allocationsCell = (amounts: readonly Allocation[]): string => allocations.cell.write([...amounts])

/** The amounts of a cell written by `allocationsCell`; another line is passed on for the schema to refuse. */
export const cellAllocations = (cell: string): unknown => allocations.cell.read(cell)

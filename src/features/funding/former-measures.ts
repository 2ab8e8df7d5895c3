// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount } from '../../kernel/money.ts'
import { anyField, field, rows, type ToldKind } from '../records/index.ts'
import { type FundingProject, FundingProjectSchema, fundingProjectFields } from './funding-project-fields.ts'

const measures = field(
  rows<FundingProject>({
    fields: fundingProjectFields,
    schema: FundingProjectSchema,
    most: 200,
    line: ({ measure, title, year, amount, cup, progress, certification, payment }) =>
      [
        `${measure} ${title}`,
        year,
        amount && formatAmount(amount),
        cup && `CUP ${cup}`,
        progress,
        certification && `asseverazione: ${certification}`,
        payment && `erogazione: ${payment}`,
      ]
        .filter(Boolean)
        .join(', '),
  }),
  { label: 'Misure PNRR' },
)

/** In earlier versions the PNRR projects of a plan were one list, written whole: its changes are still told of. */
export const formerMeasures: ToldKind = {
  name: 'measures',
  words: { one: 'le misure PNRR', many: 'Misure PNRR' },
  fieldOf: (name) => (name === 'measures' ? anyField({ measures }, 'measures') : undefined),
}

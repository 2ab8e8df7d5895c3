// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount } from '../../kernel/money.ts'
import type { PlanRow } from '../plans/index.ts'
import { type ContentOf, field, type RecordKind, rows, schemaOf } from '../records/index.ts'
import { type FundingMeasure, FundingMeasureSchema, measureFields } from './measure-fields.ts'
import { readFundingMeasures, replaceMeasures } from './store.ts'

const rowsOfMeasures = {
  measures: field(
    rows<FundingMeasure>({
      fields: measureFields,
      schema: FundingMeasureSchema,
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
    {
      label: 'Misure PNRR',
      help: 'Codici come 1.4.1, importi come 1.234,50. Per togliere una misura, svuota la sua riga.',
      progress: true,
    },
  ),
}

/** The PNRR measures of a plan. */
export type MeasuresContent = ContentOf<typeof rowsOfMeasures>

/**
 * The PNRR measures of a plan. Calls are over: what changes is how the projects go on, so that they may be kept up to
 * date after the plan is approved.
 */
export const measuresKind: RecordKind<MeasuresContent, PlanRow> = {
  name: 'measures',
  words: { one: 'le misure PNRR', many: 'Misure PNRR' },
  scope: 'plan',
  fields: rowsOfMeasures,
  schema: schemaOf(rowsOfMeasures),
  async find(reader, { administration, id }) {
    const measures = await readFundingMeasures(reader, administration, id)
    return measures.length > 0 ? { measures: [...measures] } : undefined
  },
  write: (writer, { id }, _, content) => replaceMeasures(writer, id, content?.measures ?? []),
}

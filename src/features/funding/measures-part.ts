// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { PartKind } from '../plans/index.ts'
import { FundingMeasureSchema } from './model.ts'
import { readFundingMeasures, replaceMeasures } from './store.ts'

const MeasuresContentSchema = z.strictObject({ measures: z.array(FundingMeasureSchema).max(200) })

/** The PNRR measures of a plan. */
export type MeasuresContent = z.infer<typeof MeasuresContentSchema>

/**
 * The PNRR measures of a plan. The calls are over and only the progress of projects changes, so they may be updated
 * after the plan is approved.
 */
export const measuresPart: PartKind<MeasuresContent> = {
  name: 'measures',
  schema: MeasuresContentSchema,
  labels: { measures: 'Misure PNRR' },
  progress: ['measures'],
  reserved: [],
  async read(reader, { administration, id }) {
    const measures = await readFundingMeasures(reader, administration, id)
    return measures.length > 0 ? { measures: [...measures] } : undefined
  },
  write: (writer, { id }, _, content) => replaceMeasures(writer, id, content?.measures ?? []),
}

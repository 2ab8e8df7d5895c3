// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { PartKind } from '../plans/index.ts'
import { SpendingSchema } from './model.ts'
import { readSpending, replaceSpending } from './store.ts'

const SpendingContentSchema = z.strictObject({ rows: z.array(SpendingSchema).max(200) })

/** The ICT spending of a plan, row by row. */
export type SpendingContent = z.infer<typeof SpendingContentSchema>

/** The ICT spending of a plan: what was spent and what is expected, by year and source. */
export const spendingPart: PartKind<SpendingContent> = {
  name: 'spending',
  schema: SpendingContentSchema,
  labels: { rows: 'Spesa per anno' },
  progress: [],
  reserved: [],
  async read(reader, { administration, id }) {
    const rows = await readSpending(reader, administration, id)
    return rows.length > 0 ? { rows: [...rows] } : undefined
  },
  write: (writer, { id }, _, content) => replaceSpending(writer, id, content?.rows ?? []),
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { PartKind } from '../parts/part-kind.ts'
import { PlanSchema } from '../plan/model.ts'
import { updatePlan } from '../plan/store.ts'

const TitleSchema = z.strictObject({ title: PlanSchema.shape.title.unwrap() })

/** What is on a plan's cover. */
export type TitleContent = z.infer<typeof TitleSchema>

/** The title of a plan; without one its documents bear the usual one. */
export const titlePart: PartKind<TitleContent> = {
  name: 'title',
  schema: TitleSchema,
  labels: { title: 'Titolo' },
  progress: [],
  reserved: [],
  read: async (_, { title }) => (title === undefined ? undefined : { title }),
  write: (writer, plan, _, content) => updatePlan(writer, plan, { title: content?.title }),
}

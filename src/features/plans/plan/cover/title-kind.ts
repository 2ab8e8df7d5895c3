// SPDX-License-Identifier: AGPL-3.0-or-later

import { type ContentOf, type RecordKind, schemaOf } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import { type PlanRow, updatePlan } from '../store.ts'
import { coverFields } from './cover-fields.ts'

const titleFields = { title: coverFields.title }

/** What is on a plan’s cover. */
export type TitleContent = ContentOf<typeof titleFields>

/** The title of a plan; without one its documents bear the usual one. */
export const titleKind: RecordKind<TitleContent, PlanRow> = {
  name: 'title',
  words: { one: 'il titolo', many: 'Titolo' },
  scope: 'plan',
  page: (where) => planPaths.planTitle(where),
  comments: 'whole',
  fields: titleFields,
  schema: schemaOf(titleFields),
  find: async (_, { title }) => (title === undefined ? undefined : { title }),
  write: (writer, plan, _, content) => updatePlan(writer, plan, { title: content?.title }),
}

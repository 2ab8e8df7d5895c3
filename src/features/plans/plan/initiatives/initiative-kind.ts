// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RecordKind } from '../../../records/index.ts'
import type { PlanRow } from '../store.ts'
import { type Initiative, InitiativeSchema, initiativeFields } from './initiative-fields.ts'
import { findInitiative, writeInitiative } from './initiative-store.ts'

/** The body's own actions, by their number in the plan. */
export const initiativeKind: RecordKind<Initiative, PlanRow> = {
  name: 'initiative',
  words: { one: 'l’iniziativa', many: 'Iniziative' },
  called: (number) => `l’iniziativa n. ${Number(number) + 1}`,
  scope: 'plan',
  fields: initiativeFields,
  schema: InitiativeSchema,
  asks: ['lines'],
  find: (reader, plan, key) => findInitiative(reader, plan, Number(key)),
  write: (writer, plan, key, content) => writeInitiative(writer, plan, Number(key), content),
}

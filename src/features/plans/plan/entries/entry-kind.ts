// SPDX-License-Identifier: AGPL-3.0-or-later

import type { RecordKind } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import type { PlanRow } from '../store.ts'
import { type EntryContent, EntryContentSchema, entryContentFields, entryGroups } from './entry-fields.ts'
import { findEntry, type KeptEntry, writeEntry } from './entry-store.ts'

/** A stored entry as a record of its plan. */
export function entryContent({ entry, ownerOffice, ownerPerson }: KeptEntry): EntryContent {
  const { code: _, ...said } = entry
  return { ...said, ...(ownerOffice && { ownerOffice }), ...(ownerPerson && { ownerPerson }) }
}

/** The entries of a plan, by the code of their line. Saving one says that it has been gone through. */
export const entryKind: RecordKind<EntryContent, PlanRow> = {
  name: 'entry',
  words: { one: 'la scheda', many: 'Schede' },
  called: (code) => `la scheda ${code}`,
  scope: 'plan',
  page: (where, code) => planPaths.entryForm({ ...where, code }),
  comments: 'fields',
  fields: entryContentFields,
  schema: EntryContentSchema,
  groups: entryGroups,
  asks: ['offices', 'people'],
  offices: ({ ownerOffice, offices }) => [...(ownerOffice ? [ownerOffice] : []), ...(offices ?? [])],
  async find(reader, plan, code) {
    const kept = await findEntry(reader, plan, code)
    return kept && entryContent(kept)
  },
  write: (writer, plan, code, content = {}, before) => writeEntry(writer, plan, code, content, before),
}

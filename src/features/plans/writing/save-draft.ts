// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import { notFound, unauthenticated } from '../../../kernel/errors.ts'
import type { Writer } from '../../../platform/db/tenants.ts'
import { findAdministration } from '../../administrations/index.ts'
import { entryPart } from '../parts/entry-part.ts'
import { subjectOf } from '../parts/part-kind.ts'
import { changedFields } from '../parts/rules.ts'
import { type PlanRow, readPlanRows } from '../plan/store.ts'
import { type DraftKey, deleteDraft, writeDraft } from './draft-store.ts'
import type { EntryPlace } from './model.ts'
import { prepareEdit, type WritingDependencies } from './prepare-edit.ts'
import type { EntryEdit } from './save-entry.ts'
import { ownedFields, readTypedEntry, shownFields } from './typed-entry.ts'

/**
 * Keeps what a person is typing of an entry, for them alone, as it is: nothing is checked, nothing of the plan changes
 * and the journal does not tell it. What says the same as the entry is no draft.
 * @returns when it was kept; undefined where there was nothing to keep.
 * @throws {TimoneError} `unauthenticated` without a person, `not-found`, `forbidden`.
 */
export async function saveDraft(
  dependencies: WritingDependencies,
  place: EntryPlace,
  { base, fields }: EntryEdit,
  viewer: Viewer,
): Promise<Date | undefined> {
  return await aside(dependencies, place, viewer, async (writer, plan, key) => {
    const prepared = await prepareEdit(writer, plan, place, base, viewer, dependencies.catalogue)
    const { content, problems } = readTypedEntry(fields, { ...prepared, shown: shownFields(fields) })
    if (problems.length === 0 && changedFields(entryPart, prepared.before, content).length === 0) {
      await deleteDraft(writer, key)
      return undefined
    }
    const savedAt = dependencies.now()
    await writeDraft(writer, key, { base, fields: ownedFields(fields), savedAt })
    return savedAt
  })
}

/** Drops a person's draft of an entry. @throws {TimoneError} as `saveDraft` */
export async function discardDraft(
  dependencies: WritingDependencies,
  place: EntryPlace,
  viewer: Viewer,
): Promise<void> {
  await aside(dependencies, place, viewer, (writer, _, key) => deleteDraft(writer, key))
}

async function aside<T>(
  { tenants }: WritingDependencies,
  { slug, triennium, code }: EntryPlace,
  { person }: Viewer,
  work: (writer: Writer, plan: PlanRow, key: DraftKey) => Promise<T>,
): Promise<T> {
  if (!person) throw unauthenticated()
  const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
  if (!administration) throw notFound(`Ente «${slug}»`)
  return await tenants.tenant(administration.id).writeAside(async (writer) => {
    const plan = (await readPlanRows(writer)).find((row) => row.triennium === triennium)
    if (!plan) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
    return await work(writer, plan, { person: person.id, subject: subjectOf(entryPart, plan, code) })
  })
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import { unauthenticated } from '../../../../kernel/errors.ts'
import type { Slug } from '../../../../kernel/ids.ts'
import { demand } from '../../../../kernel/permission.ts'
import {
  changedFields,
  deleteDraft,
  loadContentAt,
  loadCurrent,
  ownedFields,
  type RecordOwner,
  readTyped,
  shownFields,
  subjectOf,
  writeDraft,
} from '../../../records/index.ts'
import { planActions } from '../../plan/index.ts'
import type { WritingDependencies } from './dependencies.ts'
import { noRecord, type RecordPlaces } from './load-sheet.ts'
import { knownOffered } from './offered.ts'
import type { TypedEdit } from './record-form.ts'

/**
 * Keeps what a person is typing of a record, for them alone, as it is: nothing is checked, nothing of the plan changes
 * and the journal does not tell it. What says the same as what the person had before is not a draft.
 * @param edit absent: the draft is dropped.
 * @returns when it was kept; undefined where there was nothing to keep.
 * @throws {TimoneError} `unauthenticated` without a person, `not-found`, `forbidden`.
 */
export async function keepDraft<
  Content extends object,
  More,
  Address extends { readonly slug: Slug },
  Owner extends RecordOwner,
>(
  dependencies: WritingDependencies,
  { of, formOf }: RecordPlaces<Content, More, Address, Owner>,
  address: Address,
  edit: TypedEdit | undefined,
  viewer: Viewer,
): Promise<Date | undefined> {
  const { keepersOf, clock } = dependencies
  const { person } = viewer
  if (!person) throw unauthenticated()
  const people = await keepersOf(address.slug)
  return await of.aside(dependencies, address, async ({ db, edited }) => {
    const { owner } = edited
    const form = formOf(edited, address)
    if (!form) throw noRecord()
    const { kind, key } = form
    const stored = await loadCurrent(db, kind, owner, key)
    if (kind.offices) {
      const offices = (stored.content && kind.offices(stored.content)) ?? []
      demand(viewer, planActions.writeEntries, { slug: address.slug, offices })
    }
    const subject = subjectOf(kind, owner, key)
    const draft = { person: person.id, subject }
    if (!edit) {
      await deleteDraft(db, draft)
      return undefined
    }
    const before =
      edit.base === stored.revision ? stored.content : await loadContentAt<Content>(db, owner, subject, edit.base)
    const offered = knownOffered(edited, kind.asks, people)
    const shown = shownFields(kind.fields, edit.fields)
    const { content, problems } = readTyped(kind.fields, edit.fields, { before, offered, shown })
    if (problems.length === 0 && changedFields(kind.fields, before, content).length === 0) {
      await deleteDraft(db, draft)
      return undefined
    }
    const savedAt = clock.now()
    await writeDraft(db, draft, { base: edit.base, fields: ownedFields(kind.fields, edit.fields), savedAt })
    return savedAt
  })
}

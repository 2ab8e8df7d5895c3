// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import { notFound } from '../../../../kernel/errors.ts'
import type { Slug } from '../../../../kernel/ids.ts'
import { demand } from '../../../../kernel/permission.ts'
import { findStanding, lockedFields, type RecordOwner, subjectOf } from '../../../records/index.ts'
import { changeableNow, planActions } from '../../plan/index.ts'
import type { WritingDependencies } from './dependencies.ts'
import { findOffered } from './offered.ts'
import type { RecordPath } from './open-record.ts'
import type { Edited, RecordForm, RecordSheet } from './record-form.ts'

/** Where records are, and how each is written; no form where an address names no record. */
export type RecordPlaces<
  Content extends object,
  More,
  Address extends { readonly slug: Slug },
  Owner extends RecordOwner,
> = {
  readonly of: RecordPath<Address, Owner>
  readonly formOf: (edited: Edited<Owner>, address: Address) => RecordForm<Content, More, Owner> | undefined
}

/** What an address of a record that is not there answers. */
export const noRecord = () => notFound('Parte del piano')

/**
 * A record as its page shows it, for whoever has it in their hands.
 * @throws {TimoneError} `not-found`, `forbidden`
 */
export async function loadSheet<
  Content extends object,
  More,
  Address extends { readonly slug: Slug },
  Owner extends RecordOwner,
>(
  dependencies: WritingDependencies,
  { of, formOf }: RecordPlaces<Content, More, Address, Owner>,
  address: Address,
  viewer: Viewer,
): Promise<RecordSheet<Content, More, Owner>> {
  const people = await dependencies.keepersOf(address.slug)
  return await of.read(dependencies, address, async (open): Promise<RecordSheet<Content, More, Owner>> => {
    const { db, plans, ...edited } = open
    const { owner, plan } = edited
    const form = formOf(edited, address)
    if (!form) throw noRecord()
    const { kind, key } = form
    const subject = subjectOf(kind, owner, key)
    // The revision is read before the content: who saves on what they read then learns what was saved in between.
    const standing = await findStanding(db, owner, subject, viewer.person?.id)
    const loaded = form.load
      ? await form.load(db, edited)
      : { content: await kind.find(db, owner, key), more: undefined }
    const content = loaded.content
    if (form.mustExist && content === undefined) throw noRecord()
    if (kind.offices) {
      demand(viewer, planActions.writeEntries, {
        slug: address.slug,
        offices: (content && kind.offices(content)) ?? [],
      })
    }
    const now = changeableNow(kind, plan, plans)
    const writesAll = viewer.may(planActions.write, { slug: address.slug })
    return {
      ...edited,
      ...standing,
      form,
      content,
      more: loaded.more as More,
      locked: lockedFields(kind.fields, now.what, writesAll),
      now,
      plans,
      offered: await findOffered(db, edited, kind.asks, people),
      suggestions: (await form.suggest?.(open)) ?? [],
    }
  })
}

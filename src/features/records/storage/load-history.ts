// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../platform/db/tenants.ts'
import { anyField } from '../field.ts'
import { type RecordKind, type RecordOwner, subjectOf } from '../record-kind.ts'
import { changedFields } from '../rules.ts'
import { listRevisions } from './revision-store.ts'

/** One change of a part: who made it, when, and what each field that it touched was and became, in words. */
export type RecordStep = {
  readonly number: number
  readonly at: Date
  readonly by: string
  readonly fields: readonly FieldStep[]
}

/** A field before and after, as plain text. */
export type FieldStep = { readonly label: string; readonly before: string; readonly after: string }

/**
 * The last changes of a part, newest first. One query.
 * @param words a field of a content, as people read it.
 */
export async function loadSteps<Content extends object, Owner extends RecordOwner>(
  reader: Reader,
  kind: RecordKind<Content, Owner>,
  owner: Owner,
  key: string,
  { limit, words }: { readonly limit: number; words(field: keyof Content, content: Content | undefined): string },
): Promise<readonly RecordStep[]> {
  const revisions = await listRevisions<Content>(reader, owner, subjectOf(kind, owner, key), limit + 1)
  return revisions.slice(0, -1).map(({ number, content, at, by }, index) => {
    const before = revisions[index + 1]?.content
    return {
      number,
      at,
      by,
      fields: changedFields(kind.fields, before, content).map((field) => ({
        label: anyField(kind.fields, field).label,
        before: words(field, before),
        after: words(field, content),
      })),
    }
  })
}

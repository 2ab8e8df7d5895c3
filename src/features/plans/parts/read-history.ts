// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../platform/db/tenants.ts'
import type { PlanRow } from '../plan/store.ts'
import { type PartKind, subjectOf } from './part-kind.ts'
import { readHistory } from './part-store.ts'
import { changedFields } from './rules.ts'

/** One change of a part: who made it, when, and what each field that it touched was and became, in words. */
export type PartStep = {
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
export async function readSteps<Content extends object>(
  reader: Reader,
  kind: PartKind<Content>,
  plan: PlanRow,
  key: string,
  { limit, words }: { readonly limit: number; words(field: keyof Content, content: Content | undefined): string },
): Promise<readonly PartStep[]> {
  const revisions = await readHistory<Content>(reader, plan, subjectOf(kind, plan, key), limit + 1)
  return revisions.slice(0, -1).map(({ number, content, at, by }, index) => {
    const before = revisions[index + 1]?.content
    return {
      number,
      at,
      by,
      fields: changedFields(kind, before, content).map((field) => ({
        label: kind.labels[field],
        before: words(field, before),
        after: words(field, content),
      })),
    }
  })
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../kernel/access.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import type { RecordOwner } from '../record-kind.ts'
import type { TypedFields } from '../typing/typed-values.ts'
import type { Draft } from './draft-store.ts'

/** How a record stands: its last revision, 0 where nobody changed it since it came, and a person’s draft of it. */
export type RecordStanding = {
  readonly revision: number
  readonly last?: { readonly by: string; readonly at: Date }
  readonly draft?: Draft
}

/** How a record stands for a person; for nobody: without a draft. One query. */
export async function findStanding(
  { db }: Reader,
  { administration }: RecordOwner,
  subject: string,
  person: PersonId | undefined,
): Promise<RecordStanding> {
  const revision = db
    .selectFrom('part_revision')
    .select(['subject', 'revision', 'at', 'actor_name'])
    .where('administration_id', '=', administration)
    .where('subject', '=', subject)
    .orderBy('revision', 'desc')
    .limit(1)
    .as('last')
  const draft = db
    .selectFrom('draft')
    .select(['subject', 'base_revision', 'fields', 'saved_at'])
    .where('administration_id', '=', administration)
    .where('subject', '=', subject)
    .where('person_id', '=', person ?? ('' as PersonId))
    .as('draft')
  const row = await db
    .selectFrom(revision)
    .fullJoin(draft, (join) => join.onRef('draft.subject', '=', 'last.subject'))
    .select(['revision', 'at', 'actor_name', 'base_revision', 'fields', 'saved_at'])
    .executeTakeFirst()
  if (!row) return { revision: 0 }
  const { at, actor_name: by, base_revision: base, fields, saved_at: savedAt } = row
  return {
    revision: row.revision ?? 0,
    ...(row.revision && at !== null && by !== null && { last: { by, at } }),
    ...(base !== null &&
      fields !== null &&
      savedAt !== null && { draft: { base, fields: fields as TypedFields, savedAt } }),
  }
}

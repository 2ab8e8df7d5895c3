// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Transaction } from 'kysely'
import type { Actor } from '../../kernel/access.ts'
import type { Tables } from '../../platform/db/tables.ts'
import type { EventKind } from './event-kind.ts'

/** Adds a line to the access journal, in the transaction of the change that it tells. */
export async function recordAccess<Data extends object>(
  writer: { readonly db: Pick<Transaction<Tables>, 'insertInto'> },
  actor: Actor,
  { type }: EventKind<'access', Data>,
  event: NoInfer<Data>,
): Promise<void> {
  await writer.db
    .insertInto('access_journal')
    .values({ actor_id: actor.id, actor_name: actor.name, event: JSON.stringify({ type, ...event }) })
    .execute()
}

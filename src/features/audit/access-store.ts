// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Transaction } from 'kysely'
import type { Actor } from '../../kernel/access.ts'
import type { Tables } from '../../platform/db/tables.ts'
import type { AccessEvent } from './access-events.ts'

/** Adds a line to the access journal, in the transaction of the change that it tells. */
export async function recordAccess(
  writer: { readonly db: Pick<Transaction<Tables>, 'insertInto'> },
  actor: Actor,
  event: AccessEvent,
): Promise<void> {
  await writer.db
    .insertInto('access_journal')
    .values({ actor_id: actor.id, actor_name: actor.name, event: JSON.stringify(event) })
    .execute()
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Actor } from '../../kernel/access.ts'
import type { Reader, Writer } from '../../platform/db/tenants.ts'
import type { EventKind, StoredEvent } from './event-kind.ts'
import type { JournalLine } from './model.ts'

/** Adds a line to the body's journal, in the transaction of the change that it tells. */
export async function record<Data extends object>(
  writer: Writer,
  actor: Actor,
  { type }: EventKind<'body', Data>,
  event: NoInfer<Data>,
): Promise<void> {
  await writer.db
    .insertInto('journal')
    .values({
      administration_id: writer.administration,
      actor_id: actor.id,
      actor_name: actor.name,
      event: JSON.stringify({ type, ...event }),
    })
    .execute()
}

/** The journal of the reader's bodies, newest line first. At most `limit` lines. */
export async function readJournal(reader: Reader, limit: number): Promise<readonly JournalLine[]> {
  const rows = await reader.db
    .selectFrom('journal')
    .select(['at', 'actor_id', 'actor_name', 'event'])
    .where('administration_id', 'in', [...reader.administrations])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ at, actor_name, event }) => ({ at, actor: actor_name, event: event as StoredEvent }))
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../kernel/access.ts'
import type { AccountReader, AccountWriter } from '../../../platform/db/accounts.ts'
import { limits } from '../model.ts'

/** A person's sessions that have not ended, the last used first. */
export const findSessions = ({ db }: AccountReader, person: PersonId, now: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'user_agent', 'address', 'created_at', 'seen_at'])
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - limits.idleSession))
    .orderBy('seen_at', 'desc')
    .execute()

/** Records that a session was used. */
export async function touchSession({ db }: AccountWriter, id: string, at: Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: at }).where('id', '=', id).where('seen_at', '<', at).execute()
}

/**
 * Ends sessions of a person: all, only one, some, or all but one.
 * @returns how many there were.
 */
export async function endSessions(
  { db }: AccountWriter,
  person: PersonId,
  which: {
    readonly only?: string | undefined
    readonly among?: readonly string[] | undefined
    readonly except?: string | undefined
  } = {},
): Promise<number> {
  const { only, among, except } = which
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('person_id', '=', person)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .$if(among !== undefined, (query) => query.where('id', 'in', [...(among ?? []), '']))
    .$if(except !== undefined, (query) => query.where('id', '<>', except ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Deletes sessions and unfinished steps that ended long ago. */
export async function sweepEnded({ db }: AccountWriter, now: Date): Promise<void> {
  const idle = new Date(now.getTime() - limits.idleSession)
  await db
    .deleteFrom('session')
    .where((where) => where.or([where('expires_at', '<', now), where('seen_at', '<', idle)]))
    .execute()
  await db.deleteFrom('verification').where('expires_at', '<', now).execute()
}

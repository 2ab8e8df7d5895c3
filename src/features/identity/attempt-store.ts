// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AccountReader, AccountWriter } from '../../platform/db/accounts.ts'

/** Notes attempts, one a subject. @returns their keys */
export async function insertAttempts({ db }: AccountWriter, subjects: readonly string[], at: Date): Promise<string[]> {
  const rows = await db
    .insertInto('access_attempt')
    .values(subjects.map((subject) => ({ subject, at })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** When a subject was tried last, the latest first, at most `most` times. */
export async function latestAttempts(
  { db }: AccountReader,
  subject: string,
  since: Date,
  most: number,
): Promise<readonly Date[]> {
  const rows = await db
    .selectFrom('access_attempt')
    .select('at')
    .where('subject', '=', subject)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ at }) => at)
}

/** Takes attempts back. @param ids keys as `insertAttempts` gave them */
export async function removeAttempts({ db }: AccountWriter, ids: readonly string[]): Promise<void> {
  await db
    .deleteFrom('access_attempt')
    .where('id', 'in', [...ids])
    .execute()
}

/** Forgets what a subject tried, and everything older than an instant. */
export async function forgetAttempts({ db }: AccountWriter, subject: string, before: Date): Promise<void> {
  await db
    .deleteFrom('access_attempt')
    .where((where) => where.or([where('subject', '=', subject), where('at', '<', before)]))
    .execute()
}

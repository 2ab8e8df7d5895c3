// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AccountReader, AccountWriter } from '../../../platform/db/accounts.ts'

/** Records one attempt for each subject. @returns their keys */
export async function insertAttempts({ db }: AccountWriter, subjects: readonly string[], at: Date): Promise<string[]> {
  const rows = await db
    .insertInto('access_attempt')
    .values(subjects.map((subject) => ({ subject, at })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The times of a subject's last attempts, newest first, at most `most` of them. */
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

/** Removes attempts. @param ids keys as `insertAttempts` gave them */
export async function removeAttempts({ db }: AccountWriter, ids: readonly string[]): Promise<void> {
  await db
    .deleteFrom('access_attempt')
    .where('id', 'in', [...ids])
    .execute()
}

/** Removes the attempts of some subjects, and everything older than an instant. */
export async function forgetAttempts({ db }: AccountWriter, subjects: readonly string[], before: Date): Promise<void> {
  await db
    .deleteFrom('access_attempt')
    .where((where) => where.or([where('subject', 'in', [...subjects, '']), where('at', '<', before)]))
    .execute()
}

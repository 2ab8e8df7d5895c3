// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { PersonId } from '../../../kernel/access.ts'
import type { AccountReader, AccountWriter } from '../../../platform/db/accounts.ts'

/** The hash of a person's password; undefined when they have none. */
export async function passwordHashOf({ db }: AccountReader, person: PersonId): Promise<string | undefined> {
  const row = await db
    .selectFrom('credential')
    .select('password')
    .where('person_id', '=', person)
    .where('provider', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? undefined
}

/** Sets a person's password. @param password its hash */
export async function setPassword({ db }: AccountWriter, person: PersonId, password: string, at: Date): Promise<void> {
  await db
    .insertInto('credential')
    .values({
      id: randomUUID(),
      person_id: person,
      provider: 'credential',
      subject: person,
      password,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(['provider', 'subject']).doUpdateSet({ password, updated_at: at }))
    .execute()
}

/** Removes a person's second factor. */
export async function removeSecondFactor({ db }: AccountWriter, person: PersonId): Promise<void> {
  await db.deleteFrom('second_factor').where('person_id', '=', person).execute()
}

/** Marks a code of the second factor as used; false when it was used before. Codes older than `since` are deleted. */
export async function spendCode(
  { db }: AccountWriter,
  code: { readonly person: PersonId; readonly hash: string; readonly at: Date; readonly since: Date },
): Promise<boolean> {
  await db.deleteFrom('spent_code').where('at', '<', code.since).execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('spent_code')
    .values({ person_id: code.person, code_hash: code.hash, at: code.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

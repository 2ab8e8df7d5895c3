// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../kernel/access.ts'
import type { NationalWriter } from '../../../platform/db/tenants.ts'

/** A person, as the use cases about roles need them. */
export type KnownPerson = { readonly id: PersonId; readonly name: string; readonly email: string }

/** The person with this key; undefined when there is none. */
export const findPerson = ({ db }: Pick<NationalWriter, 'db'>, id: PersonId): Promise<KnownPerson | undefined> =>
  db.selectFrom('person').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst()

/** The person with this email address in upper or lower case; undefined when there is none. */
export const findPersonByEmail = (
  { db }: Pick<NationalWriter, 'db'>,
  email: string,
): Promise<KnownPerson | undefined> =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()

/** Which of these email addresses (lower case) have a person. */
export async function knownEmails(
  { db }: Pick<NationalWriter, 'db'>,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('person')
    .select('email')
    .where('email', 'in', [...emails])
    .execute()
  return new Set(rows.map(({ email }) => email))
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor, PersonId } from '../../../kernel/access.ts'
import type { AccountReader, AccountWriter } from '../../../platform/db/accounts.ts'
import type { LinkPurpose } from '../model.ts'

/** A link as it is kept: without its token. */
export type StoredLink = {
  readonly purpose: LinkPurpose
  readonly person?: PersonId
  readonly expiresAt: Date
  readonly usedAt?: Date
  readonly revokedAt?: Date
}

/** Keeps a new link and revokes the older ones for the same purpose and person. */
export async function replaceLinks(
  { db }: AccountWriter,
  link: {
    readonly hash: string
    readonly purpose: LinkPurpose
    readonly person: PersonId | null
    readonly by: Actor['id']
    readonly at: Date
    readonly expiresAt: Date
  },
): Promise<void> {
  const { hash, purpose, person, by, at, expiresAt } = link
  await db
    .updateTable('access_link')
    .set({ revoked_at: at })
    .where('purpose', '=', purpose)
    .where('person_id', person === null ? 'is' : '=', person)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
  await db
    .insertInto('access_link')
    .values({ token_hash: hash, purpose, person_id: person, created_by: by, created_at: at, expires_at: expiresAt })
    .execute()
}

/** The link that a token's hash stands for. */
export async function findLink({ db }: AccountReader, hash: string): Promise<StoredLink | undefined> {
  const row = await db.selectFrom('access_link').selectAll().where('token_hash', '=', hash).executeTakeFirst()
  return (
    row && {
      purpose: row.purpose as LinkPurpose,
      expiresAt: row.expires_at,
      ...(row.person_id !== null && { person: row.person_id }),
      ...(row.used_at && { usedAt: row.used_at }),
      ...(row.revoked_at && { revokedAt: row.revoked_at }),
    }
  )
}

/** Marks a link as used; false when it does not work, or when somebody else used it first. */
export async function spendLink({ db }: AccountWriter, hash: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('access_link')
    .set({ used_at: at })
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Marks the invitation of a person as used, because they came in another way. */
export async function spendInvitation({ db }: AccountWriter, person: PersonId, at: Date): Promise<void> {
  await db
    .updateTable('access_link')
    .set({ used_at: at })
    .where('person_id', '=', person)
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .execute()
}

/** Who made a person's last invitation. */
export async function inviterOf({ db }: AccountReader, person: PersonId): Promise<string | undefined> {
  const row = await db
    .selectFrom('access_link')
    .select('created_by')
    .where('person_id', '=', person)
    .where('purpose', '=', 'invitation')
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row?.created_by
}

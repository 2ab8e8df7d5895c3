// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId } from '../../../../kernel/ids.ts'
import type { Reader, Writer } from '../../../../platform/db/tenants.ts'
import type { Phrase } from '../model.ts'

/** A body's phrases by title. */
export async function listPhrases({ db }: Reader, administration: AdministrationId): Promise<readonly Phrase[]> {
  return await db
    .selectFrom('phrase')
    .select(['id', 'title', 'markdown'])
    .where('administration_id', '=', administration)
    .orderBy('title')
    .orderBy('id')
    .execute()
}

/** Adds a phrase and answers its key. */
export async function insertPhrase(
  { db, administration }: Writer,
  { title, markdown }: Omit<Phrase, 'id'>,
): Promise<number> {
  const { id } = await db
    .insertInto('phrase')
    .values({ administration_id: administration, title, markdown })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes a phrase in place of what it was. */
export async function updatePhrase({ db, administration }: Writer, { id, title, markdown }: Phrase): Promise<void> {
  await db
    .updateTable('phrase')
    .set({ title, markdown })
    .where('administration_id', '=', administration)
    .where('id', '=', id)
    .execute()
}

/** Takes a phrase away; texts that it was put into stay as they are. */
export async function deletePhrase({ db, administration }: Writer, id: number): Promise<void> {
  await db.deleteFrom('phrase').where('administration_id', '=', administration).where('id', '=', id).execute()
}

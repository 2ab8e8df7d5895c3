// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NationalWriter } from '../../platform/db/tenants.ts'
import type { Edition } from './model.ts'

/** Registers an edition and the codes of its lines, which entries refer to. What is there stays: nothing is deleted. */
export async function insertEditionKeys({ db }: NationalWriter, edition: Edition): Promise<void> {
  await db
    .insertInto('edition')
    .values({ id: edition.id, title: edition.title })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('action_line')
    .values(edition.lines.map(({ code }) => ({ edition_id: edition.id, code })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

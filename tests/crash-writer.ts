// SPDX-License-Identifier: AGPL-3.0-or-later
// A program that the crash test kills: it stores rows one transaction at a time and prints each acknowledged one.
import { slugOf } from '../src/kernel/ids.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { openTenants } from '../src/platform/db/tenants.ts'

const [, , directory = '', round = ''] = process.argv
const database = await openDatabase({ directory })
const tenants = openTenants(database)
const { id } = await tenants.writeNational(async ({ db }) => {
  const known = await db.selectFrom('administration').select('id').executeTakeFirst()
  if (known) return known
  const body = { slug: slugOf('vallechiara'), name: 'Vallechiara', kind: 'municipality', facts: '{}' }
  return await db.insertInto('administration').values(body).returning('id').executeTakeFirstOrThrow()
})
for (let number = 0; number < 5000; number += 1) {
  await tenants.tenant(id).write(async ({ db, administration }) => {
    const row = {
      administration_id: administration,
      actor_id: 'program:test',
      actor_name: 'Prova',
      event: JSON.stringify({ type: `${round}-${number}` }),
    }
    await db.insertInto('journal').values(row).execute()
    await db
      .insertInto('office')
      .values({ administration_id: administration, position: Number(round) * 10_000 + number, name: 'Ufficio' })
      .execute()
  })
  process.stdout.write(`${round}-${number}\n`)
}

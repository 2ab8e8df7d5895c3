// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { engines, openServerForTest } from '../../../tests/databases.ts'

test.each(engines)('a change of access is announced, on the $name database', async ({ open }) => {
  const { database, close } = await open()
  let heard = 0
  await database.onAccessChange(() => {
    heard += 1
  })
  const person = { id: 'uno' as never, name: 'Uno', email: 'uno@ente.example' }
  await database.kysely.insertInto('person').values(person).execute()
  await database.kysely.updateTable('person').set({ last_sign_in_at: new Date() }).execute()
  await database.kysely.updateTable('person').set({ disabled_at: new Date() }).execute()
  await expect.poll(() => heard).toBe(1)
  await close()
})

test('a lost connection is made again, and what was missed is made up for', async () => {
  const { database, close } = await openServerForTest()
  const heard: (number | 'missed')[] = []
  await database.onChange(
    (id) => heard.push(id),
    () => heard.push('missed'),
  )
  await sql`select pg_notify('timone_change', '7')`.execute(database.kysely)
  await expect.poll(() => heard).toEqual([7])
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen timone_change'
    and datname = current_database()`.execute(database.kysely)
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([7, 'missed'])
  await sql`select pg_notify('timone_change', '8')`.execute(database.kysely)
  await expect.poll(() => heard).toEqual([7, 'missed', 8])
  await close()
})

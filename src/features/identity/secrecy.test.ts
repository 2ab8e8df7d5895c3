// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase } from '../../../tests/databases.ts'

const secretTables = [
  'session',
  'credential',
  'verification',
  'second_factor',
  'spent_code',
  'access_link',
  'access_attempt',
]
const roles = ['timone_app', 'timone_platform', 'timone_public']

describe.each(engines)('the tables of sign-in, on the $name database', ({ open }) => {
  let data: TestDatabase
  beforeAll(async () => {
    data = await open()
  })
  afterAll(() => data.close())

  const may = async (role: string, table: string, privilege: string) => {
    const query = sql<{ may: boolean }>`select has_table_privilege(${role}, ${table}, ${privilege}) as may`
    return (await query.execute(data.database.kysely)).rows[0]?.may
  }

  test.each(roles)('%s neither reads nor writes them', async (role) => {
    for (const table of secretTables) {
      for (const privilege of ['select', 'insert', 'update', 'delete', 'truncate']) {
        expect(await may(role, table, privilege), `${privilege} ${table}`).toBe(false)
      }
    }
  })

  test('names of people are read by the platform alone, and written by no role', async () => {
    expect(await may('timone_platform', 'person', 'select')).toBe(true)
    expect(await may('timone_app', 'person', 'select')).toBe(false)
    expect(await may('timone_public', 'person', 'select')).toBe(false)
    for (const role of roles) expect(await may(role, 'person', 'insert,update,delete')).toBe(false)
  })

  test('a password is kept as an argon2id hash or not at all', async () => {
    const { kysely } = data.database
    await kysely
      .insertInto('person')
      .values({ id: 'uno' as never, name: 'Uno', email: 'uno@ente.example' })
      .execute()
    const row = {
      id: 'c',
      person_id: 'uno' as never,
      provider: 'credential',
      subject: 'uno',
      created_at: new Date(),
      updated_at: new Date(),
    }
    const insert = (password: string | null) =>
      kysely
        .insertInto('credential')
        .values({ ...row, password })
        .execute()
    await expect(insert('in chiaro')).rejects.toThrow('credential_password_check')
    await expect(insert(null)).rejects.toThrow('credential_check')
  })
})

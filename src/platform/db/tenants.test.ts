// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase } from '../../../tests/databases.ts'
import { type AdministrationId, type Slug, slugOf } from '../../kernel/ids.ts'
import { openTenants, type Tenants } from './tenants.ts'

const tenantTables = [
  'office',
  'administration_role',
  'plan',
  'narrative',
  'entry',
  'evidence',
  'initiative',
  'spending',
  'funding_project',
  'document',
  'import',
  'proposal',
  'journal',
] as const

describe.each(engines)('tenants on the $name engine', ({ open }) => {
  let opened: TestDatabase
  let tenants: Tenants
  let here: AdministrationId
  let elsewhere: AdministrationId

  beforeAll(async () => {
    opened = await open()
    tenants = openTenants(opened.database)
    const register = (slug: Slug) =>
      tenants.writeNational(({ db }) =>
        db
          .insertInto('administration')
          .values({ slug, name: slug, kind: 'municipality', facts: '{}' })
          .returning('id')
          .executeTakeFirstOrThrow(),
      )
    here = (await register(slugOf('vallechiara'))).id
    elsewhere = (await register(slugOf('montescuro'))).id
    for (const id of [here, elsewhere]) {
      await tenants
        .tenant(id)
        .write(({ db }) =>
          db.insertInto('office').values({ administration_id: id, position: 1, name: 'CED' }).execute(),
        )
    }
  })
  afterAll(() => opened.close())

  test('a body sees its own rows alone, even when the query asks for all', async () => {
    const rows = await tenants.tenant(here).read(({ db }) => db.selectFrom('office').selectAll().execute())
    expect(rows.map((row) => row.administration_id)).toEqual([here])
  })

  test('a row cannot be written for, or moved to, another body', async () => {
    const stranger = { administration_id: elsewhere, position: 2, name: 'intruso' }
    await expect(
      tenants.tenant(here).write(({ db }) => db.insertInto('office').values(stranger).execute()),
    ).rejects.toThrow(/row-level security/)
    await expect(
      tenants.tenant(here).write(({ db }) => db.updateTable('office').set({ administration_id: elsewhere }).execute()),
    ).rejects.toThrow(/row-level security/)
  })

  test("another body's rows cannot be changed or deleted: they are not there", async () => {
    const { numDeletedRows } = await tenants
      .tenant(here)
      .write(({ db }) => db.deleteFrom('office').where('administration_id', '=', elsewhere).executeTakeFirstOrThrow())
    expect(numDeletedRows).toBe(0n)
  })

  test('reading many bodies gives no right to write, and reading none shows no body', async () => {
    const write = tenants.readMany([here, elsewhere], async (reader) => {
      const { db } = reader as never as {
        db: { deleteFrom(table: 'office'): { executeTakeFirst(): Promise<unknown> } }
      }
      return await db.deleteFrom('office').executeTakeFirst()
    })
    expect(await write).toEqual(expect.objectContaining({ numDeletedRows: 0n }))
    expect(await tenants.readMany([], ({ db }) => db.selectFrom('office').selectAll().execute())).toEqual([])
  })

  test('a key that is not a positive integer never reaches a setting', async () => {
    const forged = "1'; reset role; --" as never
    await expect(async () => tenants.tenant(forged).read(async () => 1)).rejects.toThrow(RangeError)
  })

  test('a journal line can be neither changed nor deleted', async () => {
    const event = JSON.stringify({ type: 'test' })
    await tenants
      .tenant(here)
      .write(({ db }) =>
        db
          .insertInto('journal')
          .values({ administration_id: here, actor_id: 'program:test', actor_name: 'Prova', event })
          .execute(),
      )
    await expect(
      tenants.tenant(here).write(({ db }) => db.updateTable('journal').set({ actor_name: 'altri' }).execute()),
    ).rejects.toThrow(/permission denied/)
    await expect(tenants.tenant(here).write(({ db }) => db.deleteFrom('journal').execute())).rejects.toThrow(
      /permission denied/,
    )
  })

  test('what registers bodies sees no tenant table at all', async () => {
    for (const table of tenantTables) {
      await expect(
        tenants.writeNational(({ db }) => db.selectFrom(table).selectAll().execute()),
        table,
      ).rejects.toThrow(/permission denied/)
    }
  })

  test('work that fails stores nothing', async () => {
    const failing = tenants.tenant(here).write(async ({ db }) => {
      await db.insertInto('office').values({ administration_id: here, position: 9, name: 'mai' }).execute()
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    const rows = await tenants
      .tenant(here)
      .read(({ db }) => db.selectFrom('office').where('position', '=', 9).selectAll().execute())
    expect(rows).toEqual([])
  })

  test('a commit announces the body that changed, once', async () => {
    const changed: number[] = []
    await opened.database.onChange((id) => changed.push(id))
    await tenants
      .tenant(elsewhere)
      .write(({ db }) =>
        db.insertInto('office').values({ administration_id: elsewhere, position: 5, name: 'URP' }).execute(),
      )
    await expect.poll(() => changed).toEqual([elsewhere])
  })
})

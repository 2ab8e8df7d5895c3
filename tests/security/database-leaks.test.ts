// SPDX-License-Identifier: AGPL-3.0-or-later
// Tests row-level security on every table with bodies' rows. The database itself lists the tables, so that a new one
// cannot be forgotten. Each gets a row of another body, which nobody may reach.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AdministrationId, type Slug, slugOf } from '../../src/kernel/ids.ts'
import { openTenants, type Tenants } from '../../src/platform/db/tenants.ts'
import { engines, type TestDatabase } from '../databases.ts'

type Column = { readonly name: string; readonly type: string }

describe.each(engines)('on $name', ({ open }) => {
  let opened: TestDatabase
  let tenants: Tenants
  let mine: AdministrationId
  let foreign: AdministrationId
  let tables: readonly { readonly name: string; readonly columns: readonly Column[] }[]

  beforeAll(async () => {
    opened = await open()
    tenants = openTenants(opened.database)
    const body = (slug: Slug) =>
      tenants.writeNational(async ({ db }) => {
        const values = { slug, name: slug, kind: 'municipality', facts: '{}' }
        return (await db.insertInto('administration').values(values).returning('id').executeTakeFirstOrThrow()).id
      })
    mine = await body(slugOf('vallechiara'))
    foreign = await body(slugOf('roccaperta'))
    tables = await readTenantTables()
    await plantRows()
  })
  afterAll(() => opened.close())

  const run = (statement: string) => sql.raw(statement).execute(opened.database.kysely)

  async function readTenantTables() {
    const { rows } = await sql<{ table: string; name: string; type: string }>`
      select c.table_name as table, c.column_name as name, c.data_type as type
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and (c.is_nullable = 'NO' or c.column_name = 'administration_id')
        and (c.is_identity = 'NO' or c.column_name = 'administration_id') and c.is_generated = 'NEVER'
      order by c.table_name, c.ordinal_position`.execute(opened.database.kysely)
    return (
      [...Map.groupBy(rows, ({ table }) => table)]
        .map(([name, columns]) => ({ name, columns }))
        .filter(
          ({ name, columns }) =>
            name !== 'role_grant' && columns.some(({ name: column }) => column === 'administration_id'),
        )
        // The associations of a body are public, like its name.
        .filter(({ name }) => name !== 'association_member')
    )
  }

  /** Checks, references and triggers are off, so any value of the right type is accepted. */
  async function plantRows() {
    const { rows } = await sql<{ table: string; name: string }>`
      select conrelid::regclass::text as table, conname as name from pg_constraint
      where contype in ('c', 'f') and connamespace = 'public'::regnamespace
      order by contype desc`.execute(opened.database.kysely)
    for (const { table, name } of rows) await run(`alter table ${table} drop constraint if exists "${name}" cascade`)
    for (const { name, columns } of tables) {
      await run(`alter table "${name}" disable trigger user`)
      await run(`alter table "${name}" no force row level security`)
      await run(insertion(name, columns, foreign))
      await run(`alter table "${name}" force row level security`)
    }
  }

  const insertion = (table: string, columns: readonly Column[], body: AdministrationId) =>
    `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
     values (${columns.map(({ name, type }) => (name === 'administration_id' ? body : sample(type))).join(', ')})`

  test('there are tables to look at', () => {
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['plan', 'entry', 'journal', 'import', 'proposal', 'draft', 'plan_version', 'attachment']),
    )
  })

  test('another body, or many of them, read no row of a stranger’s', async () => {
    for (const { name } of tables) {
      const count = (reader: { readonly db: object }) =>
        sql<{ count: string }>`select count(*) from ${sql.table(name)}`
          .execute(reader.db as never)
          .then(({ rows }) => Number(rows[0]?.count))
      expect(await tenants.tenant(mine).read(count), name).toBe(0)
      expect(await tenants.readMany([mine], count), name).toBe(0)
      expect(await tenants.readMany([], count), name).toBe(0)
      // The row exists: its own body sees it.
      expect(await tenants.tenant(foreign).read(count), name).toBe(1)
    }
  })

  test('another body changes, deletes and adds nothing', async () => {
    for (const { name, columns } of tables) {
      const attempt = (statement: string) =>
        tenants.tenant(mine).write(async ({ db }) => {
          const { numAffectedRows } = await sql.raw(statement).execute(db as never)
          return Number(numAffectedRows ?? 0)
        })
      // Either the database refuses, or no row is changed.
      const refused = /permission denied|row-level security|^0$/
      for (const statement of [
        `update "${name}" set administration_id = ${mine}`,
        `delete from "${name}"`,
        insertion(name, columns, foreign),
      ]) {
        const outcome = await attempt(statement).catch((error: Error) => error.message)
        expect(String(outcome), statement).toMatch(refused)
      }
    }
  })

  test('whoever reads what is published sees nothing that is not, and who registers bodies sees nothing at all', async () => {
    for (const { name } of tables) {
      const count = ({ db }: { readonly db: object }) =>
        sql<{ count: string }>`select count(*) from ${sql.table(name)}`
          .execute(db as never)
          .then(({ rows }) => Number(rows[0]?.count))
      const published = await tenants.readPublished(count).catch((error: Error) => error.message)
      expect(String(published), name).toMatch(/permission denied|^0$/)
      await expect(tenants.writeNational(count), name).rejects.toThrow(/permission denied/)
    }
  })
})

function sample(type: string): string {
  if (type === 'boolean') return 'true'
  if (type === 'date') return "date '2026-01-01'"
  if (type.startsWith('timestamp')) return "timestamptz '2026-01-01T00:00:00Z'"
  if (type === 'jsonb') return `'{"type": "segreto"}'`
  if (type === 'bytea') return `'\\x00'`
  if (type === 'ARRAY') return `'{}'`
  return /int|numeric|real|double/.test(type) ? '1' : "'segreto'"
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

const folder = fileURLToPath(new URL('./migrations/', import.meta.url))
const lockKey = 7_410_366

/**
 * Applies the SQL files of `migrations/` that this database has not seen, in order of name, all in one transaction: the
 * schema never stops half way. Several processes may start together on one server: one migrates, the others wait.
 */
export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(transaction)
    await sql`create table if not exists migration (name text primary key, applied_at timestamptz not null default now())`.execute(
      transaction,
    )
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(transaction)
    const applied = new Set(rows.map(({ name }) => name))
    const pending = readdirSync(folder).filter((name) => name.endsWith('.sql') && !applied.has(name))
    for (const name of pending.sort()) {
      for (const statement of statements(readFileSync(`${folder}/${name}`, 'utf8'))) {
        await sql.raw(statement).execute(transaction)
      }
      await sql`insert into migration (name) values (${name})`.execute(transaction)
    }
  })
}

/** Splits a script at the semicolons that end a line, leaving `$$ … $$` bodies whole: PGlite takes one at a time. */
function statements(script: string): string[] {
  const found: string[] = []
  let current = ''
  let quoted = false
  for (const line of script.split('\n')) {
    if (!quoted && /^\s*(--.*)?$/.test(line)) continue
    current += `${line}\n`
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) quoted = !quoted
    if (!quoted && line.trimEnd().endsWith(';')) {
      found.push(current)
      current = ''
    }
  }
  if (current.trim()) found.push(current)
  return found
}

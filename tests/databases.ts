// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { type Database, type DatabaseLocation, openDatabase } from '../src/platform/db/database.ts'
import { createMigratedDatabase, dropDatabase } from './postgres-databases.ts'

/** A fresh, migrated database; `close` removes it. */
export type TestDatabase = { readonly database: Database; close(): Promise<void> }

/** Both engines that Timone runs on: the embedded one, and a real PostgreSQL server that the test run started. */
export const engines: readonly { readonly name: string; open(): Promise<TestDatabase> }[] = [
  { name: 'embedded', open: openEmbeddedForTest },
  { name: 'server', open: openServerForTest },
]

async function openEmbeddedForTest(): Promise<TestDatabase> {
  const directory = await copyMigratedFolder()
  return await openForTest({ directory })
}

/** A new database on the test run's PostgreSQL server, for tests where one engine is enough. */
export async function openServerForTest(): Promise<TestDatabase> {
  return await openForTest({ url: await createMigratedDatabase(inject('postgresUrl')) })
}

/** Opens a database that is removed when it is closed. */
export async function openForTest(location: DatabaseLocation): Promise<TestDatabase> {
  const database = await openDatabase(location)
  const remove = async () =>
    'url' in location ? dropDatabase(location.url) : rmSync(location.directory, { recursive: true, force: true })
  return { database, close: () => database.close().then(remove) }
}

/** A database that stays open when whoever gets it closes it. */
export const lend = ({ database }: Pick<TestDatabase, 'database'>): TestDatabase => ({
  database,
  close: async () => undefined,
})

/** A new data folder with a migrated embedded database: a copy, for making one takes ten seconds. */
export async function copyMigratedFolder(): Promise<string> {
  const made = madeBefore()
  if (!existsSync(made)) await makeMigratedFolder(made)
  const directory = mkdtempSync(join(tmpdir(), 'timone-test-'))
  cpSync(made, directory, { recursive: true })
  return directory
}

/** Where the folder to copy is kept from run to run. Its name follows from all that it is made of. */
function madeBefore(): string {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  const migrations = here('../src/platform/db/migrations')
  const hash = createHash('sha256').update(readFileSync(here('../package-lock.json')))
  for (const source of ['embedded.ts', 'migrate.ts']) hash.update(readFileSync(join(migrations, '..', source)))
  for (const name of readdirSync(migrations).sort()) hash.update(name).update(readFileSync(join(migrations, name)))
  return here(`../node_modules/.cache/timone/database-${hash.digest('hex').slice(0, 16)}`)
}

async function makeMigratedFolder(made: string): Promise<void> {
  mkdirSync(dirname(made), { recursive: true })
  const beside = mkdtempSync(`${made}.`)
  try {
    await (await openDatabase({ directory: beside })).close()
    renameSync(beside, made)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    // Another worker was faster.
    if (!existsSync(made)) throw error
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

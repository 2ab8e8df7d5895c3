// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../src/platform/db/database.ts'

/** A fresh, migrated database; `close` removes it. */
export type TestDatabase = { readonly database: Database; close(): Promise<void> }

/** Both engines that Timone runs on: the embedded one, and a real PostgreSQL server that the test run started. */
export const engines: readonly { readonly name: string; open(): Promise<TestDatabase> }[] = [
  { name: 'embedded', open: openEmbeddedForTest },
  { name: 'server', open: openServerForTest },
]

async function openEmbeddedForTest(): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'timone-test-'))
  const database = await openDatabase({ directory })
  return {
    database,
    close: async () => {
      await database.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** A new database on the test run's PostgreSQL server, for tests where one engine is enough. */
export async function openServerForTest(): Promise<TestDatabase> {
  const url = await createEmptyDatabase(inject('postgresUrl'))
  const database = await openDatabase({ url })
  return {
    database,
    close: async () => {
      await database.close()
      await onServer(inject('postgresUrl'), `drop database ${new URL(url).pathname.slice(1)} with (force)`)
    },
  }
}

/** Makes an empty database on a PostgreSQL server and returns its address; takes milliseconds. */
export async function createEmptyDatabase(server: string): Promise<string> {
  const name = `timone_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  return new URL(`/${name}`, server).href
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

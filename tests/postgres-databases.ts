// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openDatabase } from '../src/platform/db/database.ts'

const template = 'timone_template'

/** Makes the migrated database that `createMigratedDatabase` copies. @param server the address of the server */
export async function createTemplate(server: string): Promise<void> {
  await onServer(server, `create database ${template}`)
  await (await openDatabase({ url: new URL(`/${template}`, server).href })).close()
}

/** Makes a migrated database on a server that has the template; answers its address. Takes milliseconds. */
export const createMigratedDatabase = (server: string): Promise<string> =>
  createEmptyDatabase(server, `template ${template}`)

/** Makes an empty database on a server; answers its address. @param options of `create database` */
export async function createEmptyDatabase(server: string, options = ''): Promise<string> {
  const name = `timone_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} ${options}`)
  return new URL(`/${name}`, server).href
}

/** Removes a database, whoever is still connected to it. @param url its address */
export async function dropDatabase(url: string): Promise<void> {
  await onServer(new URL('/postgres', url).href, `drop database ${new URL(url).pathname.slice(1)} with (force)`)
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

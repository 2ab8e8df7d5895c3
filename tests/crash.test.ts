// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../src/platform/db/database.ts'
import { openTenants } from '../src/platform/db/tenants.ts'
import { copyMigratedFolder } from './databases.ts'

let directory: string
beforeAll(async () => {
  directory = await copyMigratedFolder()
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Runs the writer, kills it after so many acknowledged rows, and returns those rows. */
function writeAndKill(round: number, rows: number): Promise<string[]> {
  const writer = spawn(process.execPath, ['tests/crash-writer.ts', directory, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: string[] = []
  createInterface({ input: writer.stdout }).on('line', (line) => {
    acknowledged.push(line)
    if (acknowledged.length === rows) writer.kill('SIGKILL')
  })
  return new Promise((done, fail) => writer.on('error', fail).on('close', () => done(acknowledged)))
}

test('a process killed in the middle of writes loses no acknowledged row, and the next one starts by itself', async () => {
  const acknowledged: string[] = []
  for (const [round, rows] of [7, 40, 95, 23].entries()) {
    const written = await writeAndKill(round, rows)
    expect(written.length).toBeGreaterThanOrEqual(rows)
    acknowledged.push(...written)
  }
  const database = await openDatabase({ directory })
  const [body] = await database.kysely.selectFrom('administration').select('id').execute()
  if (!body) throw new Error('the body is lost')
  const { stored, offices } = await openTenants(database)
    .tenant(body.id)
    .read(async ({ db }) => ({
      stored: await db.selectFrom('journal').select('event').execute(),
      offices: await db.selectFrom('office').select('position').execute(),
    }))
  await database.close()
  const types = new Set(stored.map(({ event }) => event.type))
  expect(acknowledged.filter((type) => !types.has(type))).toEqual([])
  // Either both rows of a transaction are there, or neither.
  expect(offices).toHaveLength(stored.length)
}, 120_000)

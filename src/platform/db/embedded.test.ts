// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { copyMigratedFolder } from '../../../tests/databases.ts'
import { openDatabase } from './database.ts'
import { DurableNodeFS, openEmbedded } from './embedded.ts'

describe('the embedded database', () => {
  let folder: string
  beforeEach(async () => {
    folder = await copyMigratedFolder()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is made where there is none', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'timone-embedded-'))
    const database = await openDatabase({ directory: empty })
    expect(await database.kysely.selectFrom('edition').selectAll().execute()).toEqual([])
    await database.close()
    rmSync(empty, { recursive: true, force: true })
  })

  test('a second process on the same folder is refused, and the first goes on working', async () => {
    const first = await openDatabase({ directory: folder })
    await expect(openDatabase({ directory: folder })).rejects.toMatchObject({ code: 'data-in-use' })
    expect(await first.kysely.selectFrom('edition').selectAll().execute()).toEqual([])
    await first.close()
    const again = await openDatabase({ directory: folder })
    await again.close()
  })

  test('a lock left behind by a process that died does not keep the folder closed', async () => {
    writeFileSync(join(folder, 'timone.lock'), '')
    const database = await openDatabase({ directory: folder })
    expect(await database.kysely.selectFrom('edition').selectAll().execute()).toEqual([])
    await database.close()
  })

  test('every commit is synced to the disk before it is acknowledged', async () => {
    const directory = join(folder, 'database')
    const database = await openEmbedded(directory)
    await database.exec('create table written (n int)')
    for (let n = 0; n < 20; n += 1) {
      const before = DurableNodeFS.syncs
      await database.query('insert into written values ($1)', [n])
      expect(DurableNodeFS.syncs, `commit ${n}`).toBeGreaterThan(before)
    }
    await database.close()
  })

  test('the empty pid file that a power cut leaves does not stop the next start', async () => {
    const directory = join(folder, 'database')
    await (await openEmbedded(directory)).close()
    writeFileSync(join(directory, 'postmaster.pid'), '')
    const reopened = await openEmbedded(directory)
    expect((await reopened.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }])
    await reopened.close()
  })
})

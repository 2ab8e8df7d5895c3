// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { timone } from '../command-line.ts'
import { makeEarlierDatabase } from './load-fixture.ts'

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'timone-earlier-data-'))
  const data = join(folder, 'data')
  cpSync(fileURLToPath(new URL('data-folder', import.meta.url)), data, { recursive: true })
  await makeEarlierDatabase(data)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['the edition that was imported into it', ['catalogue', 'list'], /2027-2029 +8 +3 /],
  ['the municipality that was imported into it', ['registry', 'find', 'Vallechiara'], /Vallechiara.*Z901/s],
  ['the draft, in its state', ['plan', 'status', 'vallechiara', '2025-2027'], /bozza/i],
  ['the plan that was published', ['plan', 'status', 'vallechiara', '2024-2026'], /pubblicato/i],
  ['its journal, unbroken', ['journal', 'verify'], /Comune di Vallechiara .*Il registro è integro/s],
])('a data folder of the version before the records gives %s', (_, command, words) => {
  const { code, out, err } = timone(command, folder)
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(words)
})

test('what others could read in it is its owner’s alone after the first command', () => {
  const data = join(folder, 'data')
  chmodSync(folder, 0o755)
  chmodSync(data, 0o755)
  chmodSync(join(data, 'registry.json'), 0o644)
  expect(timone(['plan', 'status', 'vallechiara', '2025-2027'], folder).code).toBe(0)
  const open = readdirSync(data, { recursive: true, encoding: 'utf8' })
    .concat('')
    .filter((name) => name === 'registry.json' || statSync(join(data, name)).isDirectory())
    .filter((name) => statSync(join(data, name)).mode & 0o077)
  expect(open).toEqual([])
  // Only root can become somebody else; the modes are checked in any case.
  const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const { status, stderr } = spawnSync('cat', [join(data, 'registry.json')], { ...other, encoding: 'utf8' })
  expect('uid' in other ? [status === 0, stderr.includes('Permission denied')] : [false, true]).toEqual([false, true])
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
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

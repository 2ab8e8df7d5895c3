// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepPrivate, makePrivateFolder, writePrivateFile } from './private-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-private-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const modeOf = (...names: string[]) => (statSync(join(folder, ...names)).mode & 0o777).toString(8)

test('what others could read or enter is the owner’s alone afterwards, all the way down', () => {
  mkdirSync(join(folder, 'data/database'), { recursive: true })
  writeFileSync(join(folder, 'data/secret'), 'x')
  writeFileSync(join(folder, 'data/database/PG_VERSION'), '17')
  for (const [name, mode] of [
    ['data', 0o755],
    ['data/database', 0o775],
    ['data/secret', 0o644],
    ['data/database/PG_VERSION', 0o664],
  ] as const) {
    chmodSync(join(folder, name), mode)
  }
  keepPrivate(join(folder, 'data'))
  expect([
    modeOf('data'),
    modeOf('data', 'database'),
    modeOf('data', 'secret'),
    modeOf('data', 'database/PG_VERSION'),
  ]).toEqual(['700', '700', '600', '600'])
})

test('a folder of everybody’s, a folder that is not there and what a link leads to are left alone', () => {
  mkdirSync(join(folder, 'shared'))
  chmodSync(join(folder, 'shared'), 0o1777)
  mkdirSync(join(folder, 'data'))
  mkdirSync(join(folder, 'elsewhere'))
  chmodSync(join(folder, 'elsewhere'), 0o755)
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'data/link'))
  for (const name of ['shared', 'data', 'nowhere']) keepPrivate(join(folder, name))
  expect([modeOf('shared'), modeOf('elsewhere')]).toEqual(['777', '755'])
})

test('what is made is the owner’s alone from its first moment', () => {
  makePrivateFolder(join(folder, 'a/b'))
  writePrivateFile(join(folder, 'c/d.json'), '{}')
  expect([modeOf('a'), modeOf('a', 'b'), modeOf('c'), modeOf('c', 'd.json')]).toEqual(['700', '700', '700', '600'])
  expect(readFileSync(join(folder, 'c/d.json'), 'utf8')).toBe('{}')
})

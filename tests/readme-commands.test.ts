// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs every command of both READMEs as it stands there, one after the other, as a person would who follows them.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptProfile } from '../src/features/profiles/index.ts'
import { program } from '../src/kernel/access.ts'
import { trienniumOf } from '../src/kernel/ids.ts'
import { prepareStore } from '../src/main/prepare-store.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { openTenants } from '../src/platform/db/tenants.ts'
import { copyMigratedFolder } from './databases.ts'
import { catalogue, registry } from './factories/profile.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The lines of a README's blocks of commands, without remarks. */
const commandsOf = (readme: string): readonly string[] =>
  [...readFileSync(join(root, readme), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

/** Started and ended by the tests of the server, and this very suite. */
const elsewhere = ['npm start', 'npm test']

/** A national plan that Timone does not ship, and so does not know by its codes. */
const source = `${join(root, 'src/features/catalogue/fixture/piano-2027-2029')} --edition 2027-2029 --partial`

/** What a word in capitals stands for, and files that a person has already. */
const standsFor = {
  PERCORSO: source,
  PATH: source,
  'FILE.csv': join(root, 'registry/municipalities.csv'),
}

const readmes = ['README.it.md', 'README.md']

describe('the commands of the READMEs', () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'timone-readme-'))
    // The body that the demonstration has, with the plan that the commands ask for.
    renameSync(await copyMigratedFolder(), join(folder, 'data'))
    const database = await openDatabase({ directory: join(folder, 'data') })
    const tenants = openTenants(database)
    await prepareStore(tenants, catalogue)
    const { name, cadastralCode } = registry.find('Crema')
    const plan = { triennium: trienniumOf('2025-2027'), edition: '2024-2026-update-2025' }
    const administration = { name, cadastralCode, kind: 'municipality' } as const
    await adoptProfile(tenants, { administration, plan }, program('test').actor)
    await database.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Runs a line in a shell; `npm run -s timone --` is what a checkout calls the built program. */
  const run = (line: string) => {
    const given = Object.entries(standsFor).reduce((text, [word, path]) => text.replace(word, path), line)
    const command = given.replace('npm run -s timone --', `"${process.execPath}" "${join(root, 'dist/cli.js')}"`)
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder, TIMONE_DATA: join(folder, 'data') },
      maxBuffer: 64 * 2 ** 20,
    })
    return { status, stdout, stderr }
  }

  test.each(readmes)('are all there in %s, and begin with a start and the tests', (readme) => {
    const commands = commandsOf(readme)
    expect(commands.slice(0, 2)).toEqual(elsewhere)
    expect(commands.length).toBeGreaterThan(10)
  })

  test.each([...new Set(readmes.flatMap(commandsOf))].filter((line) => !elsewhere.includes(line)))(
    '%s',
    (line) => {
      // A plan that exists already as a PDF.
      if (line.includes('piano-vecchio.pdf')) cpSync(findPdf(folder), join(folder, 'piano-vecchio.pdf'))
      const { status, stdout, stderr } = run(line)
      expect(status, `${line}\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`).toBe(0)
      expect(stdout + stderr + (line.includes('>') ? readFileSync(join(folder, 'profile.yaml'), 'utf8') : '')).not.toBe(
        '',
      )
    },
    240_000,
  )
})

/** The PDF that the commands before have drafted. */
function findPdf(folder: string): string {
  const places = ['piano', 'plan'].map((name) => join(folder, name, 'piano-cremona-2026-2028-bozza.pdf'))
  return places.find((path) => existsSync(path)) ?? ''
}

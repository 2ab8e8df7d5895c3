// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runTimone } from '../../../tests/factories/terminal.ts'
import { fixedClock } from '../../kernel/clock.ts'
import { packageRoot } from '../../platform/config/config.ts'
import { openRegistry } from '../administrations/index.ts'
import { openCatalogue } from '../catalogue/index.ts'
import { applicabilityCommand, profileCommands } from './cli.ts'

const root = packageRoot(import.meta.url)
const catalogue = openCatalogue({ shipped: join(root, 'catalogue'), imported: '/nonexistent' })
const registry = openRegistry({ shipped: join(root, 'registry/municipalities.csv'), imported: '/nonexistent' })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-profile-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const timone = (...args: string[]) => run(args, false)

async function run(args: readonly string[], redirected: boolean) {
  const clock = fixedClock('2026-11-22T10:00:00Z')
  return await runTimone(
    args,
    (terminal) => {
      const dependencies = { terminal, registry, catalogue, clock, workingDirectory: folder }
      return { profile: profileCommands(dependencies), applicability: applicabilityCommand(dependencies) }
    },
    redirected,
  )
}

describe('timone profile init', () => {
  it.each([
    [['Casteleone'], 'Castelleone'],
    [['Crema', '--edition', '2030-2032'], '2024-2026'],
  ])('refuses %j with exit code 2, says what to write, and writes nothing', async (args, remedy) => {
    const { code, err } = await timone('profile', 'init', ...args)
    expect(code).toBe(2)
    expect(err).toContain(remedy)
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not overwrite a file unless forced', async () => {
    writeFileSync(join(folder, 'profile.yaml'), 'prezioso')
    expect(await timone('profile', 'init', 'Crema')).toMatchObject({ code: 2, err: expect.stringContaining('--force') })
    expect(readFileSync(join(folder, 'profile.yaml'), 'utf8')).toBe('prezioso')
    expect((await timone('profile', 'init', 'Crema', '--force')).code).toBe(0)
    expect(readFileSync(join(folder, 'profile.yaml'), 'utf8')).toContain('Comune di Crema')
  })

  it('writes the profile alone where its output is sent, and no other file', async () => {
    expect((await timone('profile', 'init', 'Crema')).code).toBe(0)
    const inFile = readFileSync(join(folder, 'profile.yaml'), 'utf8')
    const { code, out, err } = await run(['profile', 'init', 'Crema'], true)
    expect([code, out, readdirSync(folder)]).toEqual([0, inFile, ['profile.yaml']])
    expect(err).toContain('Crema, triennio 2026-2028, edizione 2024-2026, aggiornamento 2026.')
    expect((await run(['profile', 'init', 'Crema', '--out', 'altro.yaml'], true)).code).toBe(0)
    expect(readdirSync(folder)).toEqual(['altro.yaml', 'profile.yaml'])
  })

  it('takes a name of more words, or a code, and the newest whole edition', async () => {
    expect((await timone('profile', 'init', 'Rivolta', 'd’Adda', '--out', 'rivolta.yaml')).code).toBe(0)
    expect((await timone('profile', 'init', 'H357', '--out', 'sotto/codice.yaml')).code).toBe(0)
    const yaml = readFileSync(join(folder, 'sotto/codice.yaml'), 'utf8')
    expect(yaml).toBe(readFileSync(join(folder, 'rivolta.yaml'), 'utf8'))
    expect(yaml).toContain('edition: 2024-2026-update-2026')
    expect(yaml).toContain('22/11/2026')
  })
})

describe('timone profile check', () => {
  it.each([
    ['a file that is not there', 'altro.yaml', 'non esiste'],
    ['a folder', '.', 'non è un file'],
    ['a wrong profile', 'profile.yaml', 'profile.yaml:1:1'],
  ])('refuses %s with exit code 2', async (_, file, words) => {
    writeFileSync(join(folder, 'profile.yaml'), 'plan: {}\n')
    const { code, err, out } = await timone('profile', 'check', file)
    expect(code).toBe(2)
    expect(err).toContain(words)
    expect(out).toBe('')
  })

  it('says how many lines concern the body, and which are still to be written', async () => {
    await timone('profile', 'init', 'Crema')
    const { code, out } = await timone('profile', 'check', 'profile.yaml')
    expect(code).toBe(0)
    expect(out).toContain('Comune di Crema')
    expect(out).toMatch(/Linee d’azione dell’edizione +124/)
    expect(out).toMatch(/Voci compilate +0/)
    expect(out).toMatch(/Da scrivere:\n {2}Capitolo 1: CAP1\.PA\.07, /)
  })
})

describe('timone applicability', () => {
  it('refuses a wrong profile with exit code 2 and prints nothing', async () => {
    writeFileSync(join(folder, 'profile.yaml'), 'Caro comune')
    expect(await timone('applicability', 'profile.yaml', '--json')).toMatchObject({ code: 2, out: '' })
  })

  it('prints exactly code, verdict and reason of every line as JSON', async () => {
    await timone('profile', 'init', 'Crema')
    const { out } = await timone('applicability', 'profile.yaml', '--json')
    const verdicts = JSON.parse(out) as Record<string, string>[]
    expect(verdicts.map(({ code }) => code)).toEqual(
      catalogue.edition('2024-2026-update-2026').lines.map(({ code }) => code),
    )
    for (const verdict of verdicts) {
      expect(Object.keys(verdict)).toEqual(['code', 'verdict', 'reason'])
      expect(['applies', 'does-not-apply', 'to-choose', 'to-verify']).toContain(verdict.verdict)
      expect(verdict.reason).not.toBe('')
    }
  })

  it('prints a table a verdict, with its count', async () => {
    await timone('profile', 'init', 'Crema')
    const { out } = await timone('applicability', 'profile.yaml')
    const counts = [
      ...out.matchAll(/^(?:Si applica|Da verificare|A scelta dell’ente|Non si applica): (\d+) line/gm),
    ].map(([, count]) => Number(count))
    expect(counts).toHaveLength(4)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(124)
  })
})

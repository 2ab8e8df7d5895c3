// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runTimone } from '../../../tests/factories/terminal.ts'
import { packageRoot } from '../../platform/config/config.ts'
import { registryCommands } from './cli.ts'
import { openRegistry } from './registration/registry/open-registry.ts'

const shipped = join(packageRoot(import.meta.url), 'registry/municipalities.csv')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-registry-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function timone(...args: string[]) {
  const registry = openRegistry({ shipped, imported: join(folder, 'imported/registry.json') })
  return await runTimone(args, (terminal) => ({
    registry: registryCommands({ terminal, registry, workingDirectory: folder }),
  }))
}

describe('timone registry', () => {
  it.each([
    ['a name that it does not know', ['find', 'Casteleone'], 'Castelleone'],
    ['a file that is not there', ['import', 'altro.csv'], 'non esiste'],
    ['a folder', ['import', '.'], 'non è un file'],
    ['a file of other columns', ['import', 'a.csv'], 'codice_catastale'],
  ])('refuses %s with exit code 2, says why, and keeps nothing', async (_, args, words) => {
    writeFileSync(join(folder, 'a.csv'), 'nome;sindaco\nVallechiara;\n')
    const { code, err, out } = await timone('registry', ...args)
    expect(code).toBe(2)
    expect(err).toContain(words)
    expect(out).toBe('')
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  it('imports a list and finds what it brought, also the next time', async () => {
    const headings = 'codice_catastale;codice_istat;codice_ipa;nome;provincia_sigla;provincia_nome;regione;popolazione'
    writeFileSync(join(folder, 'a.csv'), `${headings}\nZ801;019801;;Vallechiara;CR;Cremona;Lombardia;4200\n`)
    const { code, out } = await timone('registry', 'import', 'a.csv')
    expect(code).toBe(0)
    expect(out).toContain('comuni nel registro: 7.897, di cui nuovi 1.')
    expect((await timone('registry', 'find', 'Comune', 'di', 'VALLECHIARA')).out).toMatch(/Abitanti +4\.200/)
  })
})

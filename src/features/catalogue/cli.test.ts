// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runTimone } from '../../../tests/factories/terminal.ts'
import { fixedClock } from '../../kernel/clock.ts'
import { catalogueCommands } from './cli.ts'
import { openCatalogue } from './editions/store.ts'
import { inventedEdition, inventedLine, writeShipped } from './fixture/editions.ts'

const workingDirectory = fileURLToPath(new URL('fixture', import.meta.url))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-catalogue-'))
  writeShipped(
    join(folder, 'shipped'),
    [
      inventedEdition({
        id: '2027-2029',
        lines: [
          inventedLine({ code: 'CAP1.PA.01' }),
          inventedLine({ code: 'CAP1.PA.02' }),
          inventedLine({ code: 'CAP1.PA.03' }),
        ],
      }),
      inventedEdition({
        id: '2027-2029-update-2028',
        complete: false,
        lines: [
          inventedLine({ code: 'CAP1.PA.01' }),
          inventedLine({
            code: 'CAP1.PA.02',
            timing: { kind: 'from', date: '2028-01-01' },
            summary: 'Altra sintesi.',
            addressees: {},
          }),
          inventedLine({ code: 'CAP1.PA.04' }),
        ],
      }),
    ],
    [
      {
        from: 'CAP1.PA.LA01',
        to: ['CAP1.PA.01'],
        relation: 'similar',
        certainty: 'medium',
        near: ['CAP1.PA.02'],
        reason: 'Stessi corsi.',
      },
      { from: 'CAP1.PA.LA02', to: [], relation: 'none', certainty: 'high', near: [], reason: '' },
    ],
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Only what is kept in a database opens one. */
const unopened = (): never => {
  throw new Error('these commands need no database')
}

async function timone(...args: string[]) {
  const catalogue = openCatalogue({ shipped: join(folder, 'shipped'), imported: join(folder, 'imported') })
  const clock = fixedClock('2027-01-10T11:00:00Z')
  return await runTimone(['catalogue', ...args], (terminal) => ({
    catalogue: catalogueCommands({ terminal, catalogue, clock, workingDirectory, open: unopened }),
  }))
}

describe('timone catalogue refuses, with exit code 2 and nothing on standard output,', () => {
  it.each([
    [['diff', '2027-2029', '2030-2032'], '2030-2032'],
    [['lineage', 'CAP1.PA.09'], '«CAP1.PA.09» non è una linea'],
    [['lineage', 'CAP1.PA.09'], 'forse si intende: CAP1.PA.0'],
    [['lineage', 'prova'], 'scrivere un codice come'],
    [['import', 'nessuno'], 'non esiste'],
    [['import', 'piano-2027-2029'], '--edition 2027-2029'],
    [['import', 'piano-2027-2029', '--edition', '2027-2029'], 'servizi.rst:21: CAP3.PA.01: sta nel capitolo 2'],
    [['import', 'piano-2027-2029', '--edition', '2027-2029'], '--partial'],
    [['import'], 'PERCORSO'],
  ])('%j', async (args, said) => {
    const { code, out, err } = await timone(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
  })
})

describe('timone catalogue', () => {
  it('diff says what changed, group by group', async () => {
    const { code, out } = await timone('diff', '2027-2029', '2027-2029-update-2028')
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      'Da 2027-2029 (3 linee) a 2027-2029-update-2028 (3 linee)',
      '',
      'Invariate: 1',
      '',
      'Riformulate: 1',
      '  CAP1.PA.02  Titolo di CAP1.PA.02',
      '',
      'Ripianificate: 1',
      '  CAP1.PA.02  Entro giugno 2027 → Da gennaio 2028 (Titolo di CAP1.PA.02)',
      '',
      'Nuovi destinatari: 1',
      '  CAP1.PA.02  Titolo di CAP1.PA.02',
      '',
      'Non si sa se siano ritirate, perché 2027-2029-update-2028 è conosciuta in parte: 1',
      '  CAP1.PA.03  Titolo di CAP1.PA.03',
      '',
      'Nuove: 1',
      '  CAP1.PA.04  Titolo di CAP1.PA.04',
      '',
    ])
  })

  it('diff --json says the same to programs', async () => {
    const { out } = await timone('diff', '2027-2029', '2027-2029-update-2028', '--json')
    expect(JSON.parse(out)).toEqual({
      kept: ['CAP1.PA.01'],
      reworded: ['CAP1.PA.02'],
      redated: [
        { code: 'CAP1.PA.02', from: { kind: 'by', date: '2027-06-30' }, to: { kind: 'from', date: '2028-01-01' } },
      ],
      readdressed: ['CAP1.PA.02'],
      retired: [],
      unknown: ['CAP1.PA.03'],
      new: ['CAP1.PA.04'],
    })
  })

  it('import says what came in, what is missing, what was not read; list then says where the texts are from', async () => {
    const { code, out, err } = await timone('import', 'piano-2027-2029', '--edition', '2027-2029', '--partial')
    expect(code).toBe(0)
    expect(out).toContain('Edizione 2027-2029, testi ufficiali da piano-2027-2029: 2 capitoli, 3 obiettivi')
    expect(out).toContain('Mancano: regola a 5 linee, titolo a 5 linee, sintesi a 5 linee.')
    expect(out).toContain('  regola, titolo, sintesi: CAP1.PA.04, CAP1.PA.05, CAP1.PA.07, CAP2.PA.01, CAP2.PA.02')
    expect(out).toContain('Data cambiata: CAP1.PA.03, Entro giugno 2027 → Da marzo 2027')
    expect(err).toContain('Non letti: 5\n')
    expect(err).toContain('  capitolo-2_sportelli-e-servizi/servizi.rst:21: CAP3.PA.01: sta nel capitolo 2\n    → ')
    const list = await timone('list')
    expect(list.out).toMatch(/2027-2029 +8 +3 +sì +da piano-2027-2029, importati il 10\/01\/2027\n/)
    expect(list.out).toMatch(/2027-2029-update-2028 +3 +0 +in parte +non caricati\n/)
  })

  it('import --json gives the report, list --json the editions', async () => {
    const report = JSON.parse(
      (await timone('import', 'piano-2027-2029', '--edition', '2030-2032', '--partial', '--json')).out,
    )
    expect(report).toMatchObject({ edition: { id: '2030-2032', lines: 8, officialTexts: 8 }, absent: [], redated: [] })
    expect(report.missing.rule).toHaveLength(8)
    expect(report.unread[0]).toMatchObject({ place: expect.stringMatching(/\.rst:62$/) })
    expect(JSON.parse((await timone('list', '--json')).out)).toMatchObject([
      { id: '2027-2029', officialTexts: 0, provenance: null },
      { id: '2027-2029-update-2028' },
      { id: '2030-2032', officialTexts: 8, provenance: { importedOn: '2027-01-10' } },
    ])
  })

  it('lineage says where a line goes and where it comes from', async () => {
    expect((await timone('lineage', 'cap1.pa.la01')).out).toBe(
      'CAP1.PA.LA01 → CAP1.PA.01 (attività simile, certezza media)\n  Stessi corsi.\n  Linee vicine: CAP1.PA.02\n',
    )
    expect((await timone('lineage', 'CAP1.PA.01')).out).toContain('CAP1.PA.LA01 → CAP1.PA.01')
    expect((await timone('lineage', 'CAP1.PA.LA02')).out).toBe(
      'CAP1.PA.LA02 → nessuna linea (non continua, certezza alta)\n',
    )
    expect((await timone('lineage', 'CAP1.PA.03')).out).toBe('CAP1.PA.03: nessun legame noto fra i due cicli.\n')
    expect(JSON.parse((await timone('lineage', 'CAP1.PA.01', '--json')).out)).toMatchObject({
      code: 'CAP1.PA.01',
      becomes: [],
      comesFrom: [{ from: 'CAP1.PA.LA01' }],
    })
  })
})

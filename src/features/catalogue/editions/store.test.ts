// SPDX-License-Identifier: AGPL-3.0-or-later
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../platform/config/config.ts'
import { inventedEdition, inventedLine, writeShipped } from '../fixture/editions.ts'
import type { OfficialEdition } from './catalogue.ts'
import { openCatalogue } from './store.ts'

const shipped = join(packageRoot(import.meta.url), 'catalogue')

let folder: string
let imported: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-catalogue-'))
  imported = join(folder, 'data', 'catalogue')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const official = (id: string, officialText: string): OfficialEdition => ({
  id,
  chapters: [{ number: 1, title: 'Organizzazione e gestione del cambiamento' }],
  objectives: [{ code: 'OB.1.1', chapter: 1, title: 'Migliorare i processi di trasformazione digitale della PA' }],
  results: [],
  lines: [
    {
      code: 'CAP1.PA.01',
      chapter: 1,
      objective: 'OB.1.1',
      results: [],
      timing: { kind: 'from', date: '2024-03-01' },
      officialText,
    },
  ],
  institutionalLines: [],
  complete: true,
  provenance: { source: 'prova.json', format: 'json', importedOn: '2026-01-15', sha256: 'a'.repeat(64) },
})

describe('what the catalogue refuses', () => {
  it('an edition that it does not have, naming those it has', () => {
    const { edition } = openCatalogue({ shipped, imported })
    for (const id of ['1999-2001', '../2024-2026', '']) {
      expect(() => edition(id)).toThrow(
        expect.objectContaining({
          code: 'unknown-edition',
          problems: [
            expect.objectContaining({
              remedy: 'usare una di: 2022-2024, 2024-2026, 2024-2026-update-2025, 2024-2026-update-2026',
            }),
          ],
        }),
      )
    }
  })

  it('an imported file that is damaged, saying which and what to do', () => {
    mkdirSync(imported, { recursive: true })
    writeFileSync(join(imported, '2024-2026.json'), '{"id": "2024-2026"')
    expect(() => openCatalogue({ shipped, imported }).edition('2024-2026')).toThrow(
      expect.objectContaining({
        code: 'unreadable-file',
        problems: [expect.objectContaining({ place: join(imported, '2024-2026.json') })],
      }),
    )
  })

  it('shipped data that is not what its schema asks, naming the file', () => {
    const broken = join(folder, 'shipped')
    cpSync(join(shipped, '2022-2024'), join(broken, '2022-2024'), { recursive: true })
    writeFileSync(join(broken, '2022-2024', 'action-lines.json'), '[{ "code": "CAP9" }]')
    expect(() => openCatalogue({ shipped: broken, imported }).edition('2022-2024')).toThrow(/action-lines\.json is not/)
  })

  it('to save an edition whose id would leave the folder', () => {
    const { saveImported } = openCatalogue({ shipped, imported })
    expect(() => saveImported(official('../../2024-2026', 'Testo'))).toThrow(/"id"/)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a shipped edition that follows another', () => {
  it('says its dates, and inherits by code each of the words that it does not say', () => {
    const own = inventedLine({ code: 'CAP1.PA.02', timing: { kind: 'in-force' }, summary: 'Un’altra sintesi.' })
    const { addressees: _, title: __, ...reworded } = own
    const bare = { code: 'CAP1.PA.01', chapter: 1, objective: 'OB.1.1', results: [], timing: own.timing }
    writeShipped(join(folder, 'shipped'), [
      inventedEdition({ lines: ['CAP1.PA.01', 'CAP1.PA.02'].map((code) => inventedLine({ code })) }),
      inventedEdition({ id: '2027-2029-update-2028', follows: '2027-2029', lines: [bare, reworded] }),
      inventedEdition({ id: '2027-2029-update-2029', follows: '2027-2029-update-2028', lines: [bare] }),
    ])
    const { edition } = openCatalogue({ shipped: join(folder, 'shipped'), imported })
    const [first, second] = edition('2027-2029').lines
    expect(edition('2027-2029-update-2028').lines).toEqual([
      { ...first, timing: own.timing },
      { ...second, ...reworded },
    ])
    expect(edition('2027-2029-update-2029').lines).toEqual([{ ...first, timing: own.timing }])
  })
})

describe('what the catalogue keeps', () => {
  it('lays imported texts over a shipped edition, at once and for whoever opens it next', () => {
    const catalogue = openCatalogue({ shipped, imported })
    const before = catalogue.edition('2024-2026')
    catalogue.saveImported(official('2024-2026', 'Primo testo'))
    catalogue.saveImported(official('2024-2026', 'Secondo testo'))

    for (const { edition } of [catalogue, openCatalogue({ shipped, imported })]) {
      const { lines, provenance } = edition('2024-2026')
      expect(lines).toHaveLength(before.lines.length)
      expect(lines[0]).toMatchObject({ officialText: 'Secondo testo', title: before.lines[0]?.title })
      expect(provenance?.source).toBe('prova.json')
    }
    expect(readdirSync(imported)).toEqual(['2024-2026.json'])
  })

  it('takes an edition that Timone has never seen, in its place among the others', () => {
    const catalogue = openCatalogue({ shipped, imported })
    catalogue.saveImported(official('2027-2029', 'Testo'))
    expect(catalogue.ids().at(-1)).toBe('2027-2029')
    expect(catalogue.edition('2027-2029').lines[0]).toMatchObject({ code: 'CAP1.PA.01', officialText: 'Testo' })
  })

  it('reads an edition once', () => {
    const { edition, lineage } = openCatalogue({ shipped, imported })
    expect(edition('2024-2026')).toBe(edition('2024-2026'))
    expect(lineage()).toBe(lineage())
  })
})

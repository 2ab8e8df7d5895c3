// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runTimone } from '../../../../tests/factories/terminal.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { packageRoot } from '../../../platform/config/config.ts'
import { catalogueCommands } from '../cli.ts'
import { openCatalogue } from '../editions/store.ts'
import { inventedDuty, inventedEdition, inventedLine, writeShipped } from '../fixture/editions.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-duties-'))
  writeShipped(join(folder, 'shipped'), [inventedEdition({ lines: [inventedLine({ code: 'CAP1.PA.01' })] })])
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (shipped = join(folder, 'shipped')) => openCatalogue({ shipped, imported: join(folder, 'imported') })

async function timone(catalogue: ReturnType<typeof open>, ...args: string[]) {
  return await runTimone(['catalogue', ...args], (terminal) => ({
    catalogue: catalogueCommands({
      terminal,
      catalogue,
      clock: fixedClock('2027-01-10T11:00:00Z'),
      workingDirectory: folder,
      open: () => {
        throw new Error('this command needs no database')
      },
    }),
  }))
}

const onLine = (line: object) => ({ ...inventedDuty(), line: { cycle: '2027-2029', code: 'CAP1.PA.01', ...line } })
const bound = (...binds: object[]) => ({ ...inventedDuty(), binds })
const { binds: _, ...ofNobody } = inventedDuty()

describe('timone catalogue duties refuses, with the place, exit code 2 and no edition given,', () => {
  it.each<[string, object[], string, string]>([
    [
      'a line that no edition of the cycle has',
      [onLine({ code: 'CAP1.PA.99' })],
      '[0].line.code («inventario»)',
      'CAP1.PA.99',
    ],
    ['a cycle that there is not', [onLine({ cycle: '2030-2032' })], '[0].line.cycle («inventario»)', '2027-2029'],
    ['a code used twice', [inventedDuty(), inventedDuty()], '[1].code', '«inventario» è già di un altro'],
    [
      'a fact that nobody knows',
      [bound({ conditions: [{ fact: 'moonBase', is: true }] })],
      '[0].binds[0].conditions[0].fact («inventario»)',
      '«moonBase» non va bene',
    ],
    ['a kind of body that there is not', [bound({ kinds: ['castle'] })], '[0].binds[0].kinds[0]', '«castle»'],
    ['a duty of nobody', [ofNobody], '[0] («inventario»)', 'senza «binds» serve «line»'],
    [
      'a date that no day is',
      [inventedDuty({ when: { kind: 'by', date: '2026-02-30' } })],
      '[0].when.date',
      '2026-02-30',
    ],
    [
      'a day that some years do not have',
      [inventedDuty({ when: { kind: 'yearly', by: '02-29', since: 2026 } })],
      '[0].when.by',
      'un giorno che ogni anno ha',
    ],
    ['a line moved to no date', [onLine({ movesDate: true })], '[0] («inventario»)', '«movesDate»'],
    [
      'a source without its address',
      [{ ...inventedDuty(), sources: [{ act: 'l. 1/2026' }] }],
      '[0].sources[0].url',
      'manca',
    ],
    ['an unknown key', [{ ...inventedDuty(), colour: 'blue' }], '[0] ', 'colour'],
    ['what is no list', { length: 1 } as unknown as object[], 'tutto il file', 'duties.schema.json'],
  ])('%s', async (_, duties, place, said) => {
    writeFileSync(join(folder, 'shipped', 'duties.json'), JSON.stringify(duties))
    const { code, out, err } = await timone(open(), 'duties')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(place.startsWith('[') ? `duties.json: ${place.trimEnd()}` : place)
    expect(err).toContain(said)
    expect(() => open().edition('2027-2029')).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })
})

describe('timone catalogue duties', () => {
  it('says what is asked, when and by which law, to people and to programs', async () => {
    writeFileSync(join(folder, 'shipped', 'duties.json'), JSON.stringify([inventedDuty()]))
    const { out } = await timone(open(), 'duties')
    expect(out).toMatch(/inventario +Inventario degli sportelli +Ogni anno, entro il 31 marzo +– +l\. 1\/2026, art\. 2/)
    expect(JSON.parse((await timone(open(), 'duties', '--json')).out)).toEqual([inventedDuty()])
    expect(open().edition('2027-2029').duties).toEqual([inventedDuty()])
  })

  it('has none where none are shipped', async () => {
    expect(JSON.parse((await timone(open(), 'duties', '--json')).out)).toEqual([])
    expect(open().edition('2027-2029')).not.toHaveProperty('duties')
  })

  it('ships those of the law, each with a source that can be opened, and its time in words', async () => {
    const { code, out } = await timone(open(join(packageRoot(import.meta.url), 'catalogue')), 'duties')
    expect(code).toBe(0)
    for (const words of [
      /suap-interoperabilita .+ Entro il 26 febbraio 2026 +CAP4\.PA\.14 \(2024-2026\)/,
      /ansc .+ Entro il 30 dicembre 2026 +CAP4\.PA\.18 \(2024-2026\)/,
      /obiettivi-accessibilita .+ Ogni anno, entro il 31 marzo .+ d\.l\. 179\/2012, art\. 9 c\. 7/,
      /nis-registrazione .+ Ogni anno, dal 1° gennaio al 28 febbraio/,
      /segnalazione-incidenti .+ Entro 24 ore da quando l’ente viene a conoscenza/,
      /relazione-rtd .+ Ogni anno, entro l’anno: la norma non fissa il giorno/,
      /referente-cybersicurezza .+ In vigore/,
    ]) {
      expect(out).toMatch(words)
    }
  })
})

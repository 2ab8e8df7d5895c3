// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TimoneError } from '../../../kernel/errors.ts'
import { inventedEdition, inventedLine, writeShipped } from '../fixture/editions.ts'
import type { ActionLine, InstitutionalLine } from '../model.ts'
import type { Catalogue } from './catalogue.ts'
import { importEdition } from './import-edition.ts'
import { openCatalogue } from './store.ts'

const tree = fileURLToPath(new URL('../fixture/piano-2027-2029', import.meta.url))
const today = '2027-01-10'
const school = 'capitolo-1_persone-e-organizzazione/scuola-di-vallechiara.rst'
const services = 'capitolo-2_sportelli-e-servizi/servizi.rst'

let folder: string
let catalogue: Catalogue
const at = (name: string) => join(folder, name)
const open = () => openCatalogue({ shipped: at('shipped'), imported: at('imported') })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-import-'))
  writeShipped(at('shipped'), [])
  catalogue = open()
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a source that cannot be imported', () => {
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(join(at(name), '..'), { recursive: true })
    writeFileSync(at(name), content)
  }
  const chapter = 'piano/capitolo-1_persone/uffici.rst'

  it.each<[string, () => void, string, string | undefined, Partial<TimoneError>]>([
    ['that is not there', () => {}, 'piano', '2027-2029', { code: 'unreadable-file' }],
    [
      'without chapters',
      () => put('piano/introduzione.rst', 'Titolo\n======'),
      'piano',
      '2027-2029',
      { code: 'invalid-input' },
    ],
    [
      'with a chapter of pictures alone',
      () => put('piano/capitolo-1_persone/foto.png', ''),
      'piano',
      '2027-2029',
      { code: 'invalid-input' },
    ],
    [
      'without lines',
      () => put(chapter, 'Titolo\n======\n\nTesto'),
      'piano',
      '2027-2029',
      { code: 'invalid-input', message: 'In piano non si legge nessuna linea di azione per le amministrazioni.' },
    ],
    [
      'that is no text',
      () => put(chapter, Uint8Array.of(0xff, 0xfe, 0x00)),
      'piano',
      '2027-2029',
      { code: 'unreadable-file' },
    ],
    [
      'of another shape',
      () => put('piano.json', '{"capitoli": []}'),
      'piano.json',
      '2027-2029',
      { code: 'invalid-input' },
    ],
    ['of 21 MB', () => put('piano.json', ' '.repeat(21_000_000)), 'piano.json', '2027-2029', { code: 'too-large' }],
    [
      'that does not say its edition',
      () => {},
      tree,
      undefined,
      { code: 'invalid-input', message: 'La fonte piano-2027-2029 non dice di quale edizione è.' },
    ],
    [
      'said to be of an impossible edition',
      () => {},
      tree,
      '../2027',
      { code: 'invalid-input', message: '«../2027» non è un’edizione.' },
    ],
  ])('%s is refused and leaves the catalogue as it was', async (_, prepare, source, id, refusal) => {
    prepare()
    const path = source === tree ? tree : at(source)
    const attempt = importEdition(catalogue, { path, ...(id && { id }), partial: false, today })
    await expect(attempt).rejects.toThrow(TimoneError)
    await expect(attempt).rejects.toMatchObject(refusal)
    await expect(attempt).rejects.toHaveProperty('problems.0.place')
    expect(existsSync(at('imported'))).toBe(false)
    expect(open().ids()).toEqual([])
  })

  it('tells where each of its entries fails, when all do', async () => {
    put(chapter, 'Linee di azione per le PA\n----\n\n- Marzo 2027 - Testo\n\n- Testo - CAP1.PA.01\n')
    await expect(
      importEdition(catalogue, { path: at('piano'), id: '2027-2029', partial: true, today }),
    ).rejects.toMatchObject({
      problems: [{ place: 'capitolo-1_persone/uffici.rst:4' }, { place: 'capitolo-1_persone/uffici.rst:6' }],
    })
  })
})

describe('a source that is not read whole', () => {
  it('stores nothing, and names file and line of each entry', async () => {
    const attempt = importEdition(catalogue, { path: tree, id: '2027-2029', partial: false, today })
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('5 voci della fonte non si leggono') as string,
      problems: [62, 92]
        .map((line) => ({ place: `${school}:${line}` }))
        .concat([26, 19, 21].map((line) => ({ place: `${services}:${line}` }))),
    })
    expect(existsSync(at('imported'))).toBe(false)
    expect(catalogue.ids()).toEqual([])
  })

  it('is read by who asks for a part of it: the edition is then known in part', async () => {
    const { edition, unread } = await importEdition(catalogue, { path: tree, id: '2027-2029', partial: true, today })
    expect(edition.complete).toBe(false)
    expect(unread).toHaveLength(5)
  })

  it('is read whole where the slip of its print is known, which is told', async () => {
    const line = inventedLine({
      code: 'CAP1.PA.06',
      corrections: [{ printed: 'Da luglio 207', read: 'Da luglio 2027' }],
    })
    writeShipped(at('known'), [inventedEdition({ lines: [line] })])
    const known = openCatalogue({ shipped: at('known'), imported: at('imported') })
    const { edition, corrected, unread } = await importEdition(known, {
      path: tree,
      id: '2027-2029-update-2028',
      partial: true,
      today,
    })
    expect(corrected).toEqual([{ code: 'CAP1.PA.06', printed: 'Da luglio 207', read: 'Da luglio 2027' }])
    expect(edition.lines.find(({ code }) => code === 'CAP1.PA.06')).toMatchObject({
      timing: { kind: 'from', date: '2027-07-01' },
      replanned: true,
      corrections: line.corrections,
    })
    expect(unread.map(({ place }) => place)).not.toContain(`${school}:92`)
    const other = await importEdition(known, { path: tree, id: '2030-2032', partial: true, today })
    expect(other.corrected).toEqual([])
  })
})

describe('an edition never seen, imported from AgID’s tree', () => {
  it('is read in all the ways in which the tree prints it', async () => {
    const { edition } = await importEdition(catalogue, { path: tree, id: '2027-2029', partial: true, today })
    expect(edition.chapters).toEqual([
      { number: 1, title: 'Persone e organizzazione' },
      { number: 2, title: 'Sportelli e servizi' },
    ])
    expect(edition.objectives.map(({ code, title }) => `${code} ${title}`)).toEqual([
      'OB.1.1 Formare chi lavora agli sportelli di Vallechiara',
      'OB.1.2 Tenere insieme gli uffici',
      'OB.2.1 Servizi che si capiscono',
    ])
    expect(edition.results.find(({ code }) => code === 'RA1.1.1')).toEqual({
      code: 'RA1.1.1',
      objective: 'OB.1.1',
      title: 'Persone formate agli sportelli',
      targets: [
        { year: 2027, text: 'Cento persone formate nei comuni della valle' },
        { year: 2028, text: 'Duecento persone formate; Un quaderno di esercizi per ogni ufficio' },
        { year: 2029, text: 'n.a.' },
      ],
    })
    expect(edition.results.find(({ code }) => code === 'RA1.1.2')?.targets).toEqual([
      { year: 2027, text: 'Tre quaderni' },
    ])
    const printed = ({ code, results, timing, replanned, officialText }: ActionLine | InstitutionalLine) =>
      [code, ...results, ...Object.values(timing), replanned ? '*' : '', officialText].join(' ')
    expect(edition.lines.map(printed)).toEqual([
      'CAP1.PA.01 RA1.1.1 in-force  Le PA tengono aperto almeno uno sportello al giorno',
      'CAP1.PA.02 RA1.1.1 in-force  I Comuni espongono gli orari: sulla porta e sul sito',
      'CAP1.PA.03 RA1.1.1 from 2027-03-01  Le PA iscrivono il personale ai corsi',
      "CAP1.PA.04 RA1.1.1 by 2027-09-15  I Comuni con più di 5.000 abitanti pubblicano l'elenco dei corsi su https://vallechiara.example.it/corsi-aperti",
      'CAP1.PA.05 RA1.1.2 by 2028-12-31 * Le PA correggono i quaderni "a quattro mani" - (Comuni, Province)',
      'CAP1.PA.07 RA1.2.1 by 2028-06-30  Le Unioni di comuni firmano la convenzione',
      'CAP2.PA.01 RA2.1.1 from 2028-01-01  Le PA riscrivono le pagine più lette',
      'CAP2.PA.02 RA2.1.1 by 2028-02-29  Le PA rileggono le pagine',
    ])
    expect(edition.institutionalLines.map((line) => `${printed(line)} (${line.owners.join(' + ')})`)).toEqual([
      'CAP1.01 RA1.1.1 by 2027-06-30 * Stampa dei quaderni secondo la legge 3 maggio 2020, n. 66 (Agenzia della Valle + Ufficio di cui alla legge 3 maggio 2020, n. 66)',
      'CAP1.02 RA1.1.1 by 2027-12-31  Distribuzione dei quaderni (Agenzia della Valle)',
      'CAP1.03 RA1.1.1 RA1.1.2 by 2028-03-31 * Raccolta delle osservazioni (anche a voce) (Agenzia della Valle)',
    ])
    expect(new Set(edition.lines.map(({ objective }) => objective))).toEqual(new Set(['OB.1.1', 'OB.1.2', 'OB.2.1']))
  })

  it('tells, with file and line, all that could not be read', async () => {
    const { unread } = await importEdition(catalogue, { path: tree, id: '2027-2029', partial: true, today })
    expect(unread.map(({ place, message }) => `${place} ${message}`)).toEqual([
      `${school}:62 voce senza codice in fondo`,
      `${school}:92 CAP1.PA.06: la data non si legge in «Da luglio 207 * - Le PA provan…»`,
      `${services}:26 «…no chi ha scritto - CAP2.PA.03» è fuori da una sezione «Linee di azione»`,
      `${services}:19 CAP2.PA.02: c’è già in ${services}:17, con altre parole`,
      `${services}:21 CAP3.PA.01: sta nel capitolo 2`,
    ])
  })

  it('lists every line as without rule, title and summary, and stays in the catalogue', async () => {
    const { edition, missing } = await importEdition(catalogue, { path: tree, id: '2027-2029', partial: true, today })
    const codes = edition.lines.map(({ code }) => code)
    expect(missing).toEqual({ rule: codes, title: codes, summary: codes })
    expect(open().edition('2027-2029')).toEqual(edition)
  })

  it('records where it came from, when, and the hash of its files in order of path', async () => {
    const { edition } = await importEdition(catalogue, { path: tree, id: '2027-2029', partial: true, today })
    const hash = createHash('sha256')
    for (const file of [
      'capitolo-1_persone-e-organizzazione.rst',
      'capitolo-1_persone-e-organizzazione/scuola-di-vallechiara.rst',
      'capitolo-2_sportelli-e-servizi/servizi.rst',
    ]) {
      hash.update(readFileSync(join(tree, file)))
    }
    expect(edition.provenance).toEqual({
      source: 'piano-2027-2029',
      format: 'docs-italia',
      importedOn: today,
      sha256: hash.digest('hex'),
    })
  })
})

describe('an import over an edition that is already there', () => {
  const json = (edition: string, texts: Record<string, string>) =>
    JSON.stringify({
      edition,
      chapters: [{ n: 1, title: 'Persone' }],
      objectives: [{ code: 'OB.1.1', chapter: 1, title: 'Formare gli sportelli' }],
      results: [],
      lines_pa: Object.entries(texts).map(([code, text]) => ({
        code,
        chapter: 1,
        objective: 'OB.1.1',
        results: [],
        timing: { kind: 'by', date: '2025-12-31' },
        text,
      })),
      lines_ist: [],
    })
  const id = '2024-2026-update-2025'
  const run = (texts: Record<string, string>, partial = false) => {
    writeFileSync(at('piano.json'), json('2024-2026-agg-2025', texts))
    return importEdition(catalogue, { path: at('piano.json'), partial, today })
  }

  beforeEach(() => {
    const lines = ['CAP1.PA.01', 'CAP1.PA.02'].map((code) =>
      inventedLine({ code, timing: { kind: 'by', date: '2025-06-30' } }),
    )
    writeShipped(at('update'), [inventedEdition({ id, triennium: { from: 2024, to: 2026 }, lines })])
    catalogue = openCatalogue({ shipped: at('update'), imported: at('imported') })
  })

  it('knows AgID’s name of an update, keeps what the source lacks and tells the dates that change', async () => {
    const report = await run({ 'CAP1.PA.01': 'Le PA leggono', 'CAP1.PA.03': 'Le PA scrivono' })
    expect(report.edition.id).toBe(id)
    expect(report.edition.lines.map(({ code, officialText }) => [code, officialText])).toEqual([
      ['CAP1.PA.01', 'Le PA leggono'],
      ['CAP1.PA.02', undefined],
      ['CAP1.PA.03', 'Le PA scrivono'],
    ])
    expect(report).toMatchObject({
      absent: ['CAP1.PA.02'],
      kept: [],
      missing: { rule: ['CAP1.PA.03'], title: ['CAP1.PA.03'], summary: ['CAP1.PA.03'] },
      redated: [{ code: 'CAP1.PA.01', from: { date: '2025-06-30' }, to: { date: '2025-12-31' } }],
    })
  })

  it('is refused when it has less than a former import, and changes nothing', async () => {
    await run({ 'CAP1.PA.01': 'Le PA leggono', 'CAP1.PA.09': 'Le PA contano' })
    await expect(run({ 'CAP1.PA.01': 'Le PA rileggono' })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('1 voce dell’importazione precedente') as string,
      problems: [{ place: 'CAP1.PA.09' }],
    })
    expect(catalogue.edition(id).lines.map(({ officialText }) => officialText)).toEqual([
      'Le PA leggono',
      undefined,
      'Le PA contano',
    ])
  })

  it('keeps what a former import had, when it is partial', async () => {
    await run({ 'CAP1.PA.01': 'Le PA leggono', 'CAP1.PA.09': 'Le PA contano' })
    const { edition, kept, absent } = await run({ 'CAP1.PA.01': 'Le PA rileggono' }, true)
    expect({ kept, absent }).toEqual({ kept: ['CAP1.PA.09'], absent: ['CAP1.PA.02'] })
    expect(edition.complete).toBe(true)
    expect(edition.lines.map(({ officialText }) => officialText)).toEqual([
      'Le PA rileggono',
      undefined,
      'Le PA contano',
    ])
  })

  it('takes the place of a former import that it has all of', async () => {
    await run({ 'CAP1.PA.01': 'Le PA leggono' })
    const { edition } = await run({ 'CAP1.PA.01': 'Le PA rileggono', 'CAP1.PA.02': 'Le PA scrivono' })
    expect(edition.lines.map(({ officialText }) => officialText)).toEqual(['Le PA rileggono', 'Le PA scrivono'])
  })

  it('needs no id when a known edition has its codes and dates', async () => {
    const lines = ['CAP1.PA.01', 'CAP1.PA.02'].map((code) =>
      inventedLine({ code, timing: { kind: 'by', date: '2025-12-31' } }),
    )
    writeShipped(at('known'), [
      inventedEdition({ id: '2024-2026', lines: lines.slice(1) }),
      inventedEdition({ id, lines }),
    ])
    catalogue = openCatalogue({ shipped: at('known'), imported: at('imported') })
    const { edition: _, ...nameless } = JSON.parse(json('', { 'CAP1.PA.01': 'Uno', 'CAP1.PA.02': 'Due' })) as {
      edition: string
    }
    writeFileSync(at('piano.json'), JSON.stringify(nameless))
    const { edition } = await importEdition(catalogue, { path: at('piano.json'), partial: false, today })
    expect(edition.id).toBe(id)
  })

  it('is imported under the id that was asked for, whatever the file says', async () => {
    writeFileSync(at('piano.json'), json('2024-2026', { 'CAP1.PA.01': 'Le PA leggono' }))
    await importEdition(catalogue, { path: at('piano.json'), id: '2024-2026-agg-2026', partial: false, today })
    expect(catalogue.ids()).toEqual([id, '2024-2026-update-2026'])
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arbitraryOf } from '../../../../tests/factories/arbitrary-of.ts'
import { inventedEdition } from '../../../../tests/factories/edition.ts'
import { type ImportSite, openImportSite } from '../../../../tests/factories/import-site.ts'
import { trienniumOf } from '../../../kernel/ids.ts'
import { EntrySchema, type SheetColumnKey, sheetColumns } from '../../plans/index.ts'
import type { Profile } from '../../profiles/index.ts'
import type { ImportedPlan, Table } from '../model.ts'
import { parseFile } from '../reading/parse-file.ts'
import { importProfile } from './import-profile.ts'
import { readOwnSheet } from './read-own-sheet.ts'

const readFile = async (bytes: Uint8Array, name: string): Promise<ImportedPlan> => {
  const plan = readOwnSheet(await parseFile(bytes, name))
  if (!plan) throw new Error(`${name} is not one of ours`)
  return plan
}

let site: ImportSite
beforeAll(async () => {
  site = await openImportSite({ read: readFile })
})
afterAll(() => site.close())

const here = '/enti/vallechiara'
const formats = ['xlsx', 'csv'] as const

async function download(format: (typeof formats)[number]): Promise<Uint8Array> {
  const { status, bytes } = await site.get(`${here}/piano/2025-2027/documenti/${format}`)
  expect(status).toBe(200)
  return new Uint8Array(bytes)
}

/** Imports a file and returns the text of its review, without markup. */
async function review(bytes: Uint8Array, name: string): Promise<{ location: string; text: string }> {
  const { location } = await site.upload(`${here}/importazioni`, name, bytes)
  return { location, text: (await site.get(`${location}?mostra=tutte`)).text }
}

/** The letter of a field's column. */
const column = (wanted: SheetColumnKey): string =>
  String.fromCharCode('A'.charCodeAt(0) + sheetColumns.findIndex(({ key }) => key === wanted))

/** Whatever an entry can say: its fields are those of the schema, also one that is declared tomorrow. */
const entry = arbitraryOf(EntrySchema.omit({ code: true }), [])
const plan: fc.Arbitrary<Profile['plan']> = fc
  .subarray(inventedEdition.lines.map(({ code }) => code))
  .chain((codes) => fc.tuple(...codes.map((code) => entry.map((said) => ({ code, ...said })))))
  .map((entries) => ({ triennium: trienniumOf('2025-2027'), edition: inventedEdition.id, entries }))

describe.each(formats)('a plan written as %s', (format) => {
  test('comes back as the same records, and proposes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (written) => {
        await site.adoptPlan(written)
        const bytes = await download(format)
        const [exact] = (await readFile(bytes, `piano.${format}`)).exact ?? []
        const said = written.entries?.filter((item) => Object.keys(item).length > 1) ?? []
        const back = exact?.records
          .filter(({ kind }) => kind === 'entry')
          .map(({ record }) =>
            Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== '')),
          )
        expect(back?.filter((item) => Object.keys(item).length > 1)).toEqual(said)
        expect((await review(bytes, `piano.${format}`)).text).toContain('Niente di nuovo')
      }),
      { numRuns: 15, endOnFailure: true },
    )
  }, 60_000)

  test('changes one word and loses nothing, when somebody changes one word', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (written) => {
        const [first, ...others] = written.entries ?? []
        if (!first) return
        const changed = [{ ...first, activity: `${first.activity ?? ''} parola`.trim() }, ...others]
        await site.adoptPlan({ ...written, entries: changed })
        const expected = await site.profile()
        const bytes = await download(format)
        await site.adoptPlan(written)
        const { location } = await review(bytes, `piano.${format}`)
        await site.post(`${location}/accettate`, { quali: 'sicure' })
        expect(await site.profile()).toEqual(expected)
      }),
      { numRuns: 10, endOnFailure: true },
    )
  }, 60_000)

  test('proposes nothing either where its texts hold what files are cleaned of', async () => {
    const activity = 'Un\u00adità 👩\u200d💻 \u202eopposta\u202c, di due\r\nrighe, \uf0a7 con un punto.'
    await site.adoptPlan({
      triennium: trienniumOf('2025-2027'),
      edition: inventedEdition.id,
      entries: [{ code: 'CAP1.PA.01', activity }],
    })
    expect((await review(await download(format), `piano.${format}`)).text).toContain('Niente di nuovo')
  })

  test('says whose it is', async () => {
    await site.adoptPlan({ triennium: trienniumOf('2025-2027'), edition: inventedEdition.id })
    const { document, exact, entries } = await readFile(await download(format), `piano.${format}`)
    const particulars =
      format === 'xlsx' ? { triennium: '2025-2027', edition: inventedEdition.id } : { triennium: null, edition: null }
    expect(document).toEqual({ administration: 'Comune di Vallechiara', ...particulars })
    expect(exact?.map(({ administration }) => administration)).toEqual([
      { name: 'Comune di Vallechiara', code: 'Z901' },
    ])
    expect(entries).toEqual([])
  })
})

const headings = sheetColumns.map(({ heading }) => heading)

/** A CSV of ours with these cells, by heading, of Vallechiara where nothing else is said. */
const csv = (rows: readonly Readonly<Record<string, string>>[], columns: readonly string[] = headings): Uint8Array => {
  const body = { Ente: 'Comune di Vallechiara', 'Codice ente': 'Z901' }
  const table = [columns, ...rows.map((row) => columns.map((heading) => ({ ...body, ...row })[heading] ?? ''))]
  const written = table.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
  return new TextEncoder().encode(written.join('\r\n'))
}

describe('a sheet of ours that somebody changed', () => {
  test('shows what changed as changes: a cell rewritten, a cell emptied, a row more', async () => {
    await site.adoptPlan({
      triennium: trienniumOf('2025-2027'),
      edition: inventedEdition.id,
      entries: [
        { code: 'CAP1.PA.01', activity: 'Prima.', notes: 'Da togliere.', status: 'inProgress' },
        { code: 'CAP4.PA.01', activity: 'Come prima.', status: 'completed' },
      ],
    })
    const { location, text } = await review(
      csv([
        { Codice: 'CAP1.PA.01', Attività: 'Dopo.', Stato: 'in corso' },
        { Codice: 'CAP4.PA.01', Attività: 'Come prima.', Stato: 'Completata' },
        { Codice: 'CAP1.PA.02', 'Data prevista': '31/12/2026', 'Uffici incaricati': 'URP\nCED' },
        { Codice: 'CAP4.PA.03' },
      ]),
      'piano.csv',
    )
    expect(text).toContain('1 lettura sicura: 1 nuova, 0 cambiate')
    expect(text).toContain('1 proposta toglierebbe qualcosa dal piano')
    expect(text).toMatch(/Che cosa fa l’ente Prima\. Dopo\. Note Da togliere\. verrebbe tolto: Da togliere\./)
    await site.post(`${location}/accettate`, { quali: 'sicure' })
    await site.post(`${location}/accettate`, { quali: 'gruppo', gruppo: 'capitolo-1' })
    expect((await site.profile())?.plan.entries?.[0]).toMatchObject({ activity: 'Prima.', notes: 'Da togliere.' })
    await site.post(`${location}/accettate`, { quali: 'una', proposta: '1' })
    expect((await site.profile())?.plan.entries).toEqual([
      { code: 'CAP1.PA.01', activity: 'Dopo.', status: 'inProgress' },
      { code: 'CAP4.PA.01', activity: 'Come prima.', status: 'completed' },
      { code: 'CAP1.PA.02', offices: ['URP', 'CED'], planned: '2026-12-31' },
    ])
  })

  test('tells every fault with its cell, and what to write', async () => {
    const { text } = await review(
      csv([
        { Codice: 'CAP1.PA.01', Stato: 'Quasi fatta', 'Data prevista': '31/02/2026' },
        { Codice: 'CAP1.PA.77', Attività: 'x' },
        { Codice: '', Attività: 'y' },
        { Codice: 'CAP4.PA.01', Prove: 'Delibera' },
      ]),
      'piano.csv',
    )
    expect(text).toContain(`cella ${column('status')}2, Stato: stato «Quasi fatta» sconosciuto`)
    expect(text).toContain(`cella ${column('planned')}2, Data prevista: la data 31/02/2026 non esiste`)
    expect(text).toContain('cella C3, Codice della linea d’azione: «CAP1.PA.77» non è una linea dell’edizione')
    expect(text).toContain('Codice della linea d’azione: è obbligatorio')
    expect(text).toContain('5 celle da correggere')
    expect(text).toContain(`cella ${column('evidence')}5, Prove: ogni prova ha un nome e un indirizzo`)
    expect(text).toContain('4 da decidere 4 da verificare')
  })

  test('may have its columns moved, and others of its own', async () => {
    const columns = ['Mia colonna', ...headings.toReversed(), 'Altro']
    const bytes = csv([{ Codice: 'CAP1.PA.01', Attività: 'Ecco.', 'Mia colonna': 'mio' }], columns)
    const { exact } = await readFile(bytes, 'a.csv')
    expect(exact?.[0]?.records[0]?.record).toMatchObject({ code: 'CAP1.PA.01', activity: 'Ecco.' })
  })

  test('may lack columns: what they would say stays as it is', async () => {
    await site.adoptPlan({
      triennium: trienniumOf('2025-2027'),
      edition: inventedEdition.id,
      entries: [{ code: 'CAP1.PA.01', activity: 'Prima.', notes: 'Restano.', funding: ['Bilancio'] }],
    })
    const columns = headings.filter((heading) => heading !== 'Note' && heading !== 'Fonti di finanziamento')
    const { location } = await review(csv([{ Codice: 'CAP1.PA.01', Attività: 'Dopo.' }], columns), 'piano.csv')
    await site.post(`${location}/accettate`, { quali: 'sicure' })
    expect((await site.profile())?.plan.entries).toEqual([
      { code: 'CAP1.PA.01', activity: 'Dopo.', notes: 'Restano.', funding: ['Bilancio'] },
    ])
  })

  test('is no sheet of ours any more when it does not say whose it is, nor is any other table', async () => {
    const bytes = csv(
      [{ Codice: 'CAP1.PA.01', Attività: 'Ecco.' }],
      headings.filter((heading) => heading !== 'Codice ente'),
    )
    expect(readOwnSheet(await parseFile(bytes, 'a.csv'))).toBeUndefined()
    const table: Table = { kind: 'table', rows: [], columns: 0, place: {} }
    expect(readOwnSheet({ blocks: [table], warnings: [] })).toBeUndefined()
  })

  test('says amounts by source and year, one a line, and which line is no amount', async () => {
    await site.adoptPlan({ triennium: trienniumOf('2025-2027'), edition: inventedEdition.id })
    const amounts = (cell: string) => csv([{ Codice: 'CAP1.PA.01', 'Importi per fonte e anno': cell }])
    const { location } = await review(amounts('Bilancio, parte corrente, 2026: 1.234,50 €\nPNRR, 2027: 80'), 'a.csv')
    await site.post(`${location}/accettate`, { quali: 'sicure' })
    expect((await site.profile())?.plan.entries).toEqual([
      {
        code: 'CAP1.PA.01',
        allocations: [
          { source: 'Bilancio, parte corrente', year: 2026, amount: '1234.50' },
          { source: 'PNRR', year: 2027, amount: '80.00' },
        ],
      },
    ])
    const { text } = await review(amounts('Bilancio: molto'), 'b.csv')
    expect(text).toContain(
      `cella ${column('allocations')}2, Importi per fonte e anno: ogni importo ha una fonte, un anno e una somma`,
    )
  })

  test('that is of another body is refused, naming it', async () => {
    const bytes = csv([{ Ente: 'Comune di Altrove', 'Codice ente': 'Z999', Codice: 'CAP1.PA.01', Attività: 'x' }])
    const { text } = await review(bytes, 'altrove.csv')
    expect(text).toContain('Il file non dice nulla di Comune di Vallechiara.')
    expect(text).toContain('è di Comune di Altrove')
  })
})

test('4,000 rows over 44 bodies in one sheet: each body has its own, in seconds', async () => {
  const rows = Array.from({ length: 44 }, (_, body) =>
    Array.from({ length: 91 }, (_, line) => ({
      Ente: body === 7 ? 'Comune di Vallechiara' : `Comune di prova ${body}`,
      'Codice ente': body === 7 ? 'Z901' : `Y${100 + body}`,
      Codice: inventedEdition.lines[line]?.code ?? `CAP2.PA.${line}`,
      Attività: line < 5 ? `Attività ${line} del comune ${body}` : '',
      Stato: line < 5 ? 'In corso' : '',
    })),
  ).flat()
  const bytes = csv(rows)
  const before = performance.now()
  const { exact, entries, document } = await readFile(bytes, 'tutti.csv')
  expect(performance.now() - before).toBeLessThan(10_000)
  expect(exact?.map(({ records }) => records.length)).toEqual(Array.from({ length: 44 }, () => 91))
  expect(entries).toHaveLength(44 * 5)
  expect(document.administration).toBeNull()
  const { text } = await review(bytes, 'tutti.csv')
  expect(text).toContain('Il foglio contiene anche 43 altri enti')
  expect(text).toContain('Attività 3 del comune 7')
  expect(text).not.toContain('del comune 8')
})

test('the rows of other bodies wait in their own imports, when somebody asks for that', async () => {
  const other = {
    Ente: 'Comune di Montescuro',
    'Codice ente': 'Z902',
    Codice: 'CAP1.PA.01',
    Attività: 'Di Montescuro.',
  }
  const unknown = { ...other, Ente: 'Comune di Nessuno', 'Codice ente': 'Z999' }
  const { location } = await review(csv([{ Codice: 'CAP1.PA.02', Attività: 'Qui.' }, other, unknown]), 'due.csv')
  expect((await site.post(`${location}/altri-enti`)).location).toContain('esito=aperte&quante=1')
  await site.background.settled()
  const { body } = await site.get('/enti/montescuro/importazioni')
  const [, there = ''] = /href="(\/enti\/montescuro\/importazioni\/\d+)"/.exec(body) ?? []
  const page = (await site.get(there)).body
  expect(page).toContain('Di Montescuro.')
  expect(page).not.toContain('Qui.')
})

test('a profile that a document carries comes back whole', async () => {
  const profile = {
    administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' },
    plan: {
      triennium: trienniumOf('2025-2027'),
      edition: inventedEdition.id,
      narrative: { introduction: 'Si comincia.', chapters: { '4': 'Le piattaforme.' } },
      entries: [
        {
          code: 'CAP1.PA.01',
          activity: 'Ecco.',
          status: 'completed',
          evidence: [{ label: 'Atto', url: 'https://a.example' }],
        },
      ],
      choices: { 'CAP1.PA.02': true },
      initiatives: [{ title: 'Sito nuovo', steps: ['gara'], lines: ['CAP1.PA.01'] }],
    },
    facts: { pagoPA: true, dataCentreGroup: 'none' },
    offices: [{ name: 'Ufficio tributi' }],
    roles: [{ role: 'RTD', holder: 'Segretario', act: { body: 'Giunta', number: '12', date: '2026-01-31' } }],
    spending: [{ year: 2025, kind: 'actual', amount: '10.50' }],
    fundingMeasures: [{ measure: '1.4.1', title: 'Sito', amount: '100' }],
  } satisfies Profile
  const { exact, entries, funding, narrative } = importProfile(profile)
  expect(exact?.[0]?.administration).toEqual({ name: 'Comune di Vallechiara', code: 'Z901' })
  expect(exact?.[0]?.records.map(({ kind, record }) => [kind, record])).toEqual([
    ['entry', profile.plan.entries[0]],
    ['choice', { code: 'CAP1.PA.02', chosen: true }],
    ['initiative', profile.plan.initiatives[0]],
    ['funding', profile.fundingMeasures[0]],
    ['spending', profile.spending[0]],
    ['narrative', { part: 'introduction', markdown: 'Si comincia.' }],
    ['narrative', { part: 'chapter-4', markdown: 'Le piattaforme.' }],
    ['facts', profile.facts],
    ['office', profile.offices[0]],
    ['role', profile.roles[0]],
  ])
  expect([entries[0]?.status, funding[0]?.amount, narrative[0]?.chapter]).toEqual(['Completata', 100, 4])
})

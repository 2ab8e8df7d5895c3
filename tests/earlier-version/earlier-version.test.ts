// SPDX-License-Identifier: AGPL-3.0-or-later

import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { factFields, findAdministration } from '../../src/features/administrations/index.ts'
import { verifyJournal } from '../../src/features/audit/verify-journal.ts'
import type { Catalogue } from '../../src/features/catalogue/index.ts'
import { openDocumentService } from '../../src/features/documents/index.ts'
import { readPlanRows } from '../../src/features/plans/index.ts'
import { assembleProfile, canonicalJson } from '../../src/features/profiles/index.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { slugOf, trienniumOf } from '../../src/kernel/ids.ts'
import { openDocumentTools } from '../../src/main/compose.ts'
import { readForms } from '../factories/read-form.ts'
import { openSite, type TestSite } from '../factories/site.ts'
import type { TestBrowser } from '../factories/test-browser.ts'
import { earlierDatabases, fixture } from './load-fixture.ts'

const slug = slugOf('vallechiara')
const live = { slug, triennium: trienniumOf('2025-2027') }
const plan = `/enti/${slug}/piano/${live.triennium}`
const printed = fixture.documents[live.triennium]

/** Where a part of the plan, or of its body, is written now. */
const placeOf = (part: string): string =>
  ['fatti', 'uffici', 'ruoli'].includes(part) ? `/enti/${slug}/${part}` : `${plan}/contenuti/${part}`

/** Apostrophes were of two sorts. */
const straight = (text: string) => text.replaceAll('’', "'")

/** What the facts of a body are called. */
const factLabels = new Set(Object.values(factFields).map(({ label }) => straight(label)))

/** What is known of bodies beforehand came since; without it, the words are those of then. */
const knowingNothing = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  edition(id) {
    const { known: _, ...edition } = catalogue.edition(id)
    return edition
  },
})

/** Lines of text that the faults of then changed, in either version. */
const linesChanged = [
  // The amounts of an entry by source and year were printed nowhere.
  /^(Importi per fonte e anno|Bilancio comunale, 2025: 1\.200,00 €|PNRR, 2026: 300,25 €)$/,
  // A line without a status was printed «Non avviata», and late; it is «Non indicato», and its lateness to be told.
  /^(Non avviata|Non indicato|Stato: non (avviata|indicato))$/,
  /^(In ritardo|Da indicare|Con la data passata e lo stato da indicare)$/,
  /^Entro .+, (in ritardo|da indicare)$/,
  /^Linee (in ritardo|con la data passata e lo stato da indicare) al 10\/04\/2026$/,
  /^L'ente non dice a che punto è la linea: non è contata fra quelle non avviate\.$/,
  /^Al 10\/04\/2026 la data nazionale è passata e l'ente non dice a che punto è\.$/,
  // One definition of what applies: what the body says of a line counts too. All counts follow from these two.
  /^\d+$/,
  /^Il piano nazionale rivolge alle amministrazioni 122 linee d'azione: \d+ si applicano/,
  /^Da verificare\. .+\. L'ente la conta fra le sue$/,
  // What is left to the body's choice is a verdict of its own, and asks for no status.
  /^A scelta dell'ente(\. .+)?$/,
  /^(Da verificare|CAP3\.PA\.2[01]|CAP7\.PA\.22)$/,
  /^(Single Digital Gateway: iniziative di sensibilizzazione 202[45]|Partecipare ai corsi base e avanzato del CERT-AGID)$/,
  /^Manca un fatto per decidere(, oppure la scelta è dell'ente)?: il motivo dice quale\.$/,
  /^L'ente può attuarla o no, e non ha ancora deciso: finché non decide non è tenuto a nulla\.$/,
  // So are lines that ask what only the body's will decides.
  /^Da verificare\. Non è indicato se l'ente (partecipa alle iniziative laboratoriali|intende) .+$/,
  // Of what is not said, only what decides lines of the body is asked; who said the rest is told.
  /^(Chi lo dice|L'ente)$/,
  { test: (line: string) => factLabels.has(line) },
  // An acronym that only such a question had.
  /^(SIOPE|Sistema informativo sulle operazioni degli enti pubblici)$/,
  /^DTD o AgID hanno chiesto informazioni sulla migrazione$/,
  /^Da verificare\. Non è indicato .+\. Linea facoltativa: l'ente non ha ancora deciso se attuarla$/,
  /^Da verificare\. (Linea facoltativa: l'ente non ha ancora deciso se attuarla|Non è indicato se l'ente è soggetto aggregatore .+)$/,
  // The body calls CAP5.PA.01 not applicable: it went to the annex, with the result that it alone serves.
  /^(CAP5\.PA\.01|Non applicabile|Stato: non applicabile|In vigore)$/,
  /^Metadati dei dati geografici aggiornati e pubblicati su geodati\.gov\.it$/,
  // What is not approved says that it is a draft: on the cover, in the title, among the plan's data.
  /^(BOZZA – )?Piano triennale per l'informatica 2025-2027 – Comune di Vallechiara$/,
  /^(BOZZA|Bozza, non approvata|Stato|Versione)$/,
  // Summaries that said less than their lines were written anew: CAP5.PA.22, CAP6.PA.03.
  /^(Negli acquisti di|Per comprare) soluzioni e servizi di intelligenza artificiale, l'ente fa proprie le Linee guida/,
  /^L'amministrazione comincia a (spostare dati e servizi digitali|portare sul cloud i propri dati)/,
  // The law makes compulsory what the plan leaves free: municipalities must join ANSC.
  /^Sì\. Obbligo di legge \(d\.m\. Interno 18 ottobre 2022, .+\)\. Riguarda tutti i Comuni$/,
  // Where the law moves a date, it is printed beside the plan's, with its source.
  /^Per legge( entro il 26 febbraio 2026| entro il 30 dicembre 2026)?( \(d\.m\. .+\))?$/,
  /^Le date sono quelle del piano nazionale(, o della legge dove le sposta)?; i cerchi sono le date/,
  // A fact of the body that the update of 2026 asks for, and one told in the words that both editions share.
  /^Ha avviato appalti di innovazione$/,
  /^Ha adeguato il proprio data center (di gruppo A )?ai requisiti ACN$/,
]

describe.each(earlierDatabases)('a database of the version before the records, on $name', ({ open }) => {
  let site: TestSite
  let writer: TestBrowser
  let documents: ReturnType<typeof openDocumentService>
  const files = openDocumentTools()

  beforeAll(async () => {
    site = await openSite({ opened: await open() })
    documents = openDocumentService(
      site.tenants,
      knowingNothing(site.catalogue),
      files.tools,
      fixedClock('2026-04-10T08:00:00Z'),
    )
    writer = await site.signIn('carla@vallechiara.example')
  })
  afterAll(async () => {
    await site.close()
    await files.close()
  })

  const write = async (format: 'csv' | 'html') =>
    new TextDecoder().decode((await documents.write({ ...live, format, layout: 'fiches' }))?.bytes)
  const fieldsAt = async (url: string) =>
    readForms((await writer.get(url)).body).find(({ fields }) => 'base' in fields)?.fields ?? {}

  test('has the same plans, in canonical JSON', async () => {
    const body = await site.tenants.readMany([], (reader) => findAdministration(reader, slug))
    if (!body) throw new Error('no body')
    const found = await site.tenants.tenant(body.id).read(async (reader) => {
      const canonical: [string, string][] = []
      for (const row of await readPlanRows(reader)) {
        canonical.push([row.triennium, canonicalJson(await assembleProfile(reader, body, row))])
      }
      return Object.fromEntries(canonical)
    })
    const expected = Object.entries(fixture.documents).map(([triennium, { canonical }]) => [triennium, canonical])
    expect(found).toEqual(Object.fromEntries(expected))
  })

  test('gives everybody the frozen documents, byte for byte', async () => {
    const { body } = await writer.get(`/trasparenza/${slug}/2024-2026/versioni/1`)
    const links = new Set(
      [...body.matchAll(/href="([^"]*\/versioni\/1\/[a-z]+(?:\?[^"]*)?)"/g)].map(([, to = '']) => to),
    )
    const given = []
    for (const link of links) {
      const { statusCode, rawPayload } = await site.server.inject(link.replaceAll('&amp;', '&'))
      expect(statusCode, link).toBe(200)
      given.push(`\\x${rawPayload.toString('hex')}`)
    }
    expect(given.toSorted()).toEqual(
      (fixture.tables.version_document ?? []).map(({ bytes }) => String(bytes)).toSorted(),
    )
  })

  test('has its journal in unbroken chains', async () => {
    const { chains } = await verifyJournal(site.tenants, { heads: [] }, () => undefined)
    expect(chains.map(({ fault }) => fault)).toEqual(chains.map(() => undefined))
    expect(chains.find(({ body }) => body === slug)?.head.sequence).toBeGreaterThanOrEqual(
      (fixture.tables.journal ?? []).length,
    )
  })

  test('lets its people in, with their roles, and shows what waits', async () => {
    expect((await writer.get('/')).body).toContain('Carla Neri')
    const rtd = await site.signIn('bruno@vallechiara.example')
    const review = (await rtd.get(`${plan}/approvazione`)).body
    expect(review).toContain('Il piano è quasi pronto.')
    expect(review).toContain('Dire <strong>quali</strong> uffici.')
    const waiting = (await rtd.get(`/enti/${slug}/importazioni/1`)).body
    expect(waiting).toContain('Gli uffici usano una sola agenda.')
    expect((await writer.get(`${plan}/linee/CAP1.PA.01/cronologia`)).status).not.toBe(500)
  })

  test('has every control that a draft of then can hold', async () => {
    // PNRR projects were rows of one form: each has a form of its own.
    const { 'misure-pnrr': ofMeasures = [], ...others } = fixture.controls
    const addresses = [
      ...Object.entries(others).map(([part, controls]) => ({
        address: part === 'entry' ? `${plan}/linee/CAP1.PA.01/modifica` : placeOf(part),
        controls: controls.map((name) => name.replace(/^(roles-\d+)-(body|number|date)$/, '$1-act-$2')),
      })),
      {
        address: placeOf('progetti-pnrr/1'),
        controls: ofMeasures
          .filter((name) => name !== 'measures-count')
          .map((name) => name.replace(/^measures-\d+-/, '')),
      },
    ]
    const gone = []
    for (const { address, controls } of addresses) {
      const fields = await fieldsAt(address)
      gone.push(...controls.filter((name) => !(name in fields)).map((name) => `${address} ${name}`))
    }
    expect(gone).toEqual([])
  })

  test('prints the same sheet, and the columns that came since', async () => {
    const table = (text: string) =>
      parse<Record<string, string>>(straight(text), { bom: true, columns: true, delimiter: ';' })
    const before = table(printed?.csv ?? '')
    const after = table(await write('csv'))
    const columns = Object.keys(before[0] ?? {})
    // Fault 2: the amounts of an entry stand in the sheets too; its progress is said since. The law's date stands beside
    // the plan's.
    expect(Object.keys(after[0] ?? {}).filter((name) => !columns.includes(name))).toEqual([
      'Data di legge',
      'Fonte della data di legge',
      'Avanzamento',
      'Importi per fonte e anno',
    ])
    expect(after).toHaveLength(before.length)
    const changed = before.flatMap((row, index) =>
      columns.flatMap((name) =>
        row[name] === after[index]?.[name] ? [] : [`${name}: ${row[name]} → ${after[index]?.[name]}`],
      ),
    )
    // One definition of what applies: what the body says of a line counts too, either way.
    // What is left to the body's choice is a verdict of its own: only the choice is asked.
    const laboratory = "Non è indicato se l'ente partecipa alle iniziative laboratoriali sul ruolo del RTD"
    const asked = "Linea facoltativa: l'ente non ha ancora deciso se attuarla"
    // The law makes compulsory what the plan leaves free: municipalities must join ANSC.
    const [compelled = '', ...others] = [...new Set(changed)].toSorted()
    expect(compelled).toMatch(/^Motivo: Linea facoltativa: .+ → Obbligo di legge \(.+\)\. Riguarda tutti i Comuni$/)
    expect(others).toEqual([
      `Motivo: Non è indicato se l'ente aderisce agli Accordi per il Single Digital Gateway. ${asked} → ${asked}`,
      `Motivo: ${laboratory}. Non è indicato se l'ente ha adottato un modello organizzativo sperimentale per l'ufficio del RTD → ${laboratory}`,
      "Si applica: Da verificare → A scelta dell'ente",
      'Si applica: Da verificare → Sì',
      'Si applica: Sì → No',
    ])
  })

  test('prints the same words', async () => {
    const linesOf = (html: string) =>
      html
        .replace(/<(style|svg)[\s\S]*?<\/\1>/g, '')
        .split(/<[^>]+>/)
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter(Boolean)
    const before = linesOf(straight(printed?.html ?? ''))
    const after = linesOf(straight(await write('html')))
    const without = (lines: readonly string[], others: readonly string[]) => {
      const left = new Map(
        Map.groupBy(others, (line) => line)
          .entries()
          .map(([line, { length }]) => [line, length]),
      )
      return lines.filter((line) => {
        const count = left.get(line) ?? 0
        left.set(line, count - 1)
        return count <= 0
      })
    }
    const unknown = (lines: readonly string[]) =>
      lines.filter((line) => !linesChanged.some((known) => known.test(line)))
    expect({ gone: unknown(without(before, after)), came: unknown(without(after, before)) }).toEqual({
      gone: [],
      came: [],
    })
  })

  test('opens what was typed and not saved in the forms of today', async () => {
    const roles = await fieldsAt(placeOf('ruoli'))
    expect(roles).toMatchObject({
      'roles-0-act-body': 'Giunta comunale',
      'roles-0-act-number': '13',
      'roles-0-act-date': '21/03/2025',
      'roles-1-holder': 'Segretario',
      'roles-1-act-body': 'Sindaco',
      'roles-1-act-number': '7',
      'roles-1-act-date': '1/4/2025',
    })
    const saved = await writer.post(placeOf('ruoli'), { ...roles, azione: 'salva' })
    expect([saved.status, saved.body]).toEqual([303, ''])
    expect(await fieldsAt(`${plan}/linee/CAP2.PA.01/modifica`)).toMatchObject({ activity: 'Non ancora salvata.' })
  })

  test('opens what was typed in the list of the PNRR projects in the form of each that it changes or adds', async () => {
    const contents = (await writer.get(`${plan}/contenuti`)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(contents).toMatch(/1\.4\.1 Esperienza del cittadino Scritto –/)
    expect(contents).toMatch(/1\.2 Passaggio al cloud Scritto Hai una bozza –/)
    expect(await fieldsAt(placeOf('progetti-pnrr/1'))).toMatchObject({
      title: 'Passaggio al cloud',
      progress: 'Migrati due servizi.',
    })
    const added = await fieldsAt(placeOf('progetti-pnrr/nuovo'))
    expect(added).toMatchObject({ measure: '1.3.1', title: 'Piattaforma dati' })
    expect((await writer.post(placeOf('progetti-pnrr/nuovo'), { ...added, azione: 'salva' })).status).toBe(303)
    expect((await fieldsAt(placeOf('progetti-pnrr/2'))).title).toBe('Piattaforma dati')
  })

  test('tells what was said of all the PNRR projects, or of all the initiatives, as said of them all', async () => {
    const rtd = await site.signIn('bruno@vallechiara.example')
    const review = (await rtd.get(`${plan}/approvazione`)).body
    for (const [words, section, said] of [
      ['Progetti PNRR', 'money', 'Di tutte: measures.'],
      ['Iniziative e obiettivi propri', 'initiatives', 'Di tutte: initiatives.'],
    ] as const) {
      const link = `<a href="${plan}/contenuti#gruppo-${section}">${words}</a>`
      expect(review.slice(review.indexOf(link), review.indexOf(link) + 400)).toContain(said)
    }
  })

  test.each(['fatti', 'uffici', 'ruoli', 'misure-pnrr'])('leads from the former address of %s on', async (part) => {
    const { status, location } = await writer.get(`${plan}/contenuti/${part}`)
    const to = part === 'misure-pnrr' ? `${plan}/contenuti#gruppo-money` : placeOf(part)
    expect([status, location]).toEqual([308, to])
  })
})

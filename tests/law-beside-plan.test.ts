// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, expect, test } from 'vitest'
import type { Profile } from '../src/features/profiles/index.ts'
import { trienniumOf } from '../src/kernel/ids.ts'
import { viewerWho } from './factories/access.ts'
import { openSite } from './factories/site.ts'

const bodyOf = (name: string, kind: Profile['administration']['kind'], status?: 'inProgress'): Profile => ({
  administration: {
    name,
    kind,
    cadastralCode: 'Z951',
    population: 900,
    ...(kind !== 'municipality' && { cadastralCode: undefined, ipaCode: 'auslv' }),
  },
  plan: {
    triennium: trienniumOf('2026-2028'),
    edition: '2024-2026-update-2026',
    choices: { 'CAP4.PA.18': false },
    ...(status && { entries: [{ code: 'CAP4.PA.14', activity: 'Si adegua lo sportello.', status }] }),
  },
})

// It is 10 March 2026 there: after the law's date for SUAP, which the plan prints as August 2025.
const site = await openSite({
  viewer: viewerWho(() => true),
  bodies: [
    bodyOf('Comune di Vallechiara', 'municipality', 'inProgress'),
    bodyOf('Azienda sanitaria di Vallechiara', 'healthAuthority'),
  ],
})
afterAll(() => site.close())

const plan = '/enti/vallechiara/piano/2026-2028'

test('a line whose date the law moves shows both dates, and leads to the source', async () => {
  const { text, body } = await site.get(`${plan}/linee/CAP4.PA.14`)
  expect(text).toContain('Quando Entro agosto 2025 (data ripianificata)')
  expect(text).toMatch(/Per legge SUAP: .+ Entro il 26 febbraio 2026, qualunque data stampi il piano\./)
  expect(text).toContain('Fonte: d.m. Imprese e made in Italy 15 luglio 2025')
  expect(body).toContain('href="https://www.sportellotelematicopolifunzionale.it/')
})

test('so does the page of the national line, whoever reads it', async () => {
  const { text } = await site.get('/edizioni/2024-2026-update-2026/linee/CAP4.PA.18')
  expect(text).toContain('Quando Da febbraio 2024')
  expect(text).toMatch(
    /Entro il 30 dicembre 2026, qualunque data stampi il piano, e per chi ne è tenuto è un obbligo di legge\./,
  )
  expect(text).toMatch(/Fonte: d\.m\. Interno 18 ottobre 2022, art\. 13 c\. 4 ?; circolare del Ministero/)
  const untouched = await site.get('/edizioni/2024-2026-update-2026/linee/CAP4.PA.19')
  expect(untouched.text).not.toContain('Per legge')
})

test('so does the page where the platform’s administrator writes of the line', async () => {
  const { status, text } = await site.get('/edizioni/2024-2026-update-2026/linee/CAP4.PA.14/scrivi')
  expect(status).toBe(200)
  expect(text).toMatch(/Quando, come stampato Entro agosto 2025.+ Per legge SUAP: .+ Entro il 26 febbraio 2026/)
})

test('a line that the law makes compulsory applies, whatever the body chose, and says by which law', async () => {
  const { text } = await site.get(`${plan}/linee/CAP4.PA.18`)
  expect(text).toMatch(
    /Per l’ente Si applica ?Obbligo di legge \(d\.m\. Interno 18 ottobre 2022, art\. 13 c\. 4; .+\)\. Riguarda tutti i Comuni/,
  )
  const other = await site.get('/enti/azienda-sanitaria-di-vallechiara/piano/2026-2028/linee/CAP4.PA.18')
  expect(other.text).toMatch(/Per l’ente Non si applica ?Riguarda solo i Comuni/)
  expect(other.text).not.toContain('Obbligo di legge')
})

test('it is late when the law’s date has passed, and the list shows both dates', async () => {
  const { text } = await site.get(plan)
  expect(text).toMatch(
    /CAP4\.PA\.14 .+? Entro agosto 2025 ?Per legge entro il 26 febbraio 2026 Si applica In corso In ritardo/,
  )
  expect(text).toMatch(/CAP4\.PA\.18 .+? Da febbraio 2024 ?Per legge entro il 30 dicembre 2026 Si applica Non indicato/)
  const timeline = (await site.get(`${plan}/cronologia`)).text
  expect(timeline).toMatch(
    /CAP4\.PA\.14 .+? 26\/02\/2026 ?Di legge; il Piano nazionale stampa: Entro agosto 2025 In corso – da 12 giorni/,
  )
})

test('the timeline lists what else the law asks of the body, with time and source, and nothing that it asks of others', async () => {
  const { text, body } = await site.get(`${plan}/cronologia`)
  expect(text).toMatch(
    /Documento unico di programmazione \(DUP\) .+? Ogni anno, entro il 31 luglio TUEL, d\.lgs\. 267\/2000, art\. 170 c\. 1/,
  )
  expect(body).toContain('href="https://www.normattiva.it/')
  expect(text).not.toContain('Spazio europeo dei dati sanitari')
  const health = (await site.get('/enti/azienda-sanitaria-di-vallechiara/piano/2026-2028/cronologia')).text
  expect(health).toMatch(/Spazio europeo dei dati sanitari .+? Dal 26 marzo 2027 reg\. \(UE\) 2025\/327, art\. 105/)
  expect(health).not.toContain('Documento unico di programmazione')
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, expect, test } from 'vitest'
import { openInventedSite } from '../../../../tests/factories/invented-bodies.ts'

const site = await openInventedSite()
afterAll(() => site.close())

const plan = '/enti/pieve-d-arsa/piano/2025-2027'
const hostile = '/enti/img-src-x-onerror-alert-1/piano/2025-2027'

const { get } = site

const codesIn = (body: string) => [...body.matchAll(/<span class="t-code">([^<]+)<\/span><a/g)].map(([, code]) => code)

test.each([
  '/enti/pieve-d-arsa/piano/2022-2024',
  '/enti/pieve-d-arsa/piano/2025-2029',
  '/enti/comune-che-non-esiste/piano/2025-2027',
  '/enti/tre-valli/piano/2025-2027',
  '/enti/tre-valli/piano/2025-2027/cronologia',
  `${plan}/linee/CAP1.PA.99`,
  `${plan}/linee/CAP1.PA.LA01`,
  `${plan}/linee/pippo`,
])('%s does not exist', async (url) => {
  const { status, text } = await get(url)
  expect(status).toBe(404)
  expect(text).toContain('Pagina non trovata')
  expect(text).toContain('Vai alla pagina iniziale')
})

test.each([
  ['stato=fatto', 'parametro «stato»', 'non-avviata, pianificata, in-corso'],
  ['applicabilita=forse', 'parametro «applicabilita»', 'si-applica, da-verificare, a-scelta-dell-ente, non-si-applica'],
  ['capitolo=0', 'parametro «capitolo»', '1, 2, 3'],
  ['capitolo=7', 'parametro «capitolo»', 'usare uno di: 1, 4'],
  [`testo=${'a'.repeat(101)}`, 'parametro «testo»', '100 caratteri'],
])('?%s is refused, saying what is allowed', async (query, place, allowed) => {
  const { status, text } = await get(`${plan}?${query}`)
  expect(status).toBe(422)
  expect(text).toContain(place)
  expect(text).toContain(allowed)
})

test('the plan lists every line under its chapter, with how it stands', async () => {
  const { status, body, text } = await get(plan)
  expect(status).toBe(200)
  expect(codesIn(body)).toEqual(['CAP1.PA.01', 'CAP1.PA.02', 'CAP4.PA.01', 'CAP4.PA.02', 'CAP4.PA.03'])
  expect(text).toContain('5 linee d’azione')
  expect(text).toContain('Capitolo 4 Piattaforme di prova')
  expect(text).toMatch(
    /CAP1\.PA\.01 Collegare gli uffici Entro dicembre 2025 Si applica In corso In ritardo Gli uffici usano una sola rubrica/,
  )
  expect(text).toMatch(/CAP4\.PA\.02 .*? Non si applica –/)
})

test.each([
  ['capitolo=4', ['CAP4.PA.01', 'CAP4.PA.02', 'CAP4.PA.03'], '3 linee d’azione su 5'],
  ['stato=completata', ['CAP4.PA.01'], '1 linea d’azione su 5'],
  ['applicabilita=da-verificare', ['CAP4.PA.03'], '1 linea d’azione su 5'],
  ['applicabilita=a-scelta-dell-ente', ['CAP1.PA.02'], '1 linea d’azione su 5'],
  ['testo=RUBRICA&stato=&capitolo=', ['CAP1.PA.01'], '1 linea d’azione su 5'],
  ['testo=nulla+di+simile', [], 'Nessuna linea corrisponde ai filtri'],
])('?%s filters the lines and says how many are left', async (query, codes, words) => {
  const { status, body, text } = await get(`${plan}?${query}`)
  expect(status).toBe(200)
  expect(codesIn(body)).toEqual(codes)
  expect(text).toContain(words)
})

test('a filtered plan keeps the choice in its form and in its title', async () => {
  const { body } = await get(`${plan}?stato=completata&testo=%22piattaforma`)
  expect(body).toContain('<option value="completata" selected>')
  expect(body).toContain('value="&quot;piattaforma"')
  expect(body).toContain('<title>0 linee d’azione su 5')
})

test('a line shows what is asked, why it binds, and what the body says of it', async () => {
  const { status, body, text } = await get(`${plan}/linee/CAP1.PA.01`)
  expect(status).toBe(200)
  expect(text).toContain('Gli uffici condividono archivi e calendari.')
  expect(text).toContain('Testo ufficiale di prova sugli uffici collegati.')
  expect(text).toContain('Entro dicembre 2025 (data ripianificata)')
  expect(text).toContain('A chi si rivolge Tutte le amministrazioni')
  expect(text).toContain('Si applica Vale per tutte le amministrazioni')
  expect(text).toContain('RA1.1.1 Uffici collegati 2025 : Metà degli uffici')
  expect(body).toContain('<strong>una sola</strong>')
  expect(body).toContain('<a href="https://example.org/d" rel="noreferrer">la delibera</a>')
  expect(text).toContain('«In corso per il secondo anno»')
  expect(text).toContain('Data prevista 30/04/2026')
  expect(body).toContain('<a href="https://example.org/delibera" rel="noreferrer">')
})

test('a line says to whom it is addressed in words', async () => {
  const { text } = await get(`${plan}/linee/CAP1.PA.02`)
  expect(text).toContain('Comune; comuni da 5.001 a 20.000 abitanti; adesione facoltativa')
  expect(text).toContain('L’ente non ha ancora scritto che cosa fa per questa linea.')
})

test('lines lead to their neighbours, the first and the last to one only', async () => {
  const links = async (code: string) =>
    [...(await get(`${plan}/linee/${code}`)).body.matchAll(/linee\/(CAP[^"]+)" rel="(prev|next)"/g)].map(
      ([, to, direction]) => `${direction} ${to}`,
    )
  expect(await links('CAP1.PA.01')).toEqual(['next CAP1.PA.02'])
  expect(await links('CAP4.PA.01')).toEqual(['prev CAP1.PA.02', 'next CAP4.PA.02'])
  expect(await links('CAP4.PA.03')).toEqual(['prev CAP4.PA.02'])
})

test('the timeline says what is late first, then what comes', async () => {
  const { status, body, text } = await get(`${plan}/cronologia`)
  expect(status).toBe(200)
  expect(text).toMatch(
    /In ritardo 1 .*CAP1\.PA\.01 Collegare gli uffici 31\/12\/2025 In corso 30\/04\/2026 da 69 giorni/,
  )
  expect(text).toMatch(/Prossime scadenze 1 .*CAP4\.PA\.03 .* fra 296 giorni/)
  expect(codesIn(body)).toEqual(['CAP1.PA.01', 'CAP4.PA.03', 'CAP1.PA.02'])
  expect(body.match(/<svg xmlns/g)).toHaveLength(2)
})

test.each([hostile, `${hostile}/linee/CAP1.PA.01`, `${hostile}/cronologia`, `${hostile}?testo=%3Cscript%3Ealert(3)`])(
  'hostile text is text and nothing more: %s',
  async (url) => {
    const { status, body } = await get(url)
    expect(status).toBe(200)
    expect(body).not.toMatch(
      /<script(?! type="module" src="[^"]*\/timone\.js"><\/script>)|<style|<img src=x|<svg onload|href="javascript:|style="/i,
    )
    expect(body).toContain('&lt;img src=x onerror=alert(1)>')
  },
)

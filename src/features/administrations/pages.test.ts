// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, expect, test } from 'vitest'
import { openInventedSite } from '../../../tests/factories/invented-bodies.ts'

const site = await openInventedSite()
afterAll(() => site.close())

const { get } = site

const bodiesIn = (body: string) =>
  [...body.matchAll(/class="t-row-title" href="\/enti\/([^"]+)"/g)].map(([, slug]) => slug)

test.each(['/enti/comune-che-non-esiste', '/enti/Comune', '/enti/a--b', '/enti/..%2f'])(
  '%s does not exist',
  async (url) => {
    const { status, text } = await get(url)
    expect(status).toBe(404)
    expect(text).toContain('Pagina non trovata')
  },
)

test.each([
  ['provincia=Altrove', 'parametro «provincia»', 'Valmonte'],
  ['associazione=nessuna', 'parametro «associazione»', 'ufficio-delle-valli'],
  [`nome=${'a'.repeat(101)}`, 'parametro «nome»', '100 caratteri'],
])('/enti?%s is refused, saying what is allowed', async (query, place, allowed) => {
  const { status, text } = await get(`/enti?${query}`)
  expect(status).toBe(422)
  expect(text).toContain(place)
  expect(text).toContain(allowed)
})

test('the list has every body with how its plan stands', async () => {
  const { status, body, text } = await get('/enti')
  expect(status).toBe(200)
  expect(bodiesIn(body)).toEqual(['img-src-x-onerror-alert-1', 'pieve-d-arsa', 'tre-valli'])
  expect(text).toContain("Comune di Pieve d'Àrsa Valmonte 7.200 2025-2027")
  expect(body).toContain('<progress value="1" max="2" aria-label="Linee completate: 1 su 2"></progress>')
  expect(text).toContain('Unione delle Tre Valli Unione di comuni – Nessun piano – –')
})

test.each([
  ['nome=pieve+D%E2%80%99arsa', ['pieve-d-arsa']],
  ['nome=PIEVE', ['pieve-d-arsa']],
  ['provincia=Valmonte', ['pieve-d-arsa', 'tre-valli']],
  ['provincia=Valmonte&nome=tre', ['tre-valli']],
  ['associazione=ufficio-delle-valli', ['pieve-d-arsa']],
  ['nome=&provincia=&associazione=', ['img-src-x-onerror-alert-1', 'pieve-d-arsa', 'tre-valli']],
])('/enti?%s finds bodies', async (query, slugs) => {
  expect(bodiesIn((await get(`/enti?${query}`)).body)).toEqual(slugs)
})

test('a search that finds nothing says so and leads back', async () => {
  const { status, text } = await get('/enti?nome=zzz')
  expect(status).toBe(200)
  expect(text).toContain('0 enti su 3')
  expect(text).toContain('Nessun ente corrisponde ai filtri. Azzerare i filtri')
})

test('an association is shown with its members', async () => {
  const { status, body, text } = await get('/gestioni-associate')
  expect(status).toBe(200)
  expect(text).toContain('Ufficio associato delle Valli')
  expect(body).toContain('<a href="/enti/pieve-d-arsa">')
  expect(body).toContain('href="/enti?associazione=ufficio-delle-valli"')
})

test('a body shows its plans, its roles and the facts that decide its lines', async () => {
  const { status, body, text } = await get('/enti/pieve-d-arsa')
  expect(status).toBe(200)
  expect(text).toContain('Contenuti dimostrativi')
  expect(body).toContain('href="/enti/pieve-d-arsa/piano/2025-2027/cronologia"')
  expect(text).toContain('Responsabile per la transizione digitale Segretario comunale –')
  expect(text).toContain('Aderisce a pagoPA Sì')
  expect(text).toContain('Gruppo del data center di proprietà Nessuno')
  expect(text).toMatch(/\d+ fatti non dichiarati/)
  expect(body).toContain('href="/gestioni-associate/ufficio-delle-valli"')
})

test('a body without a plan says so', async () => {
  expect((await get('/enti/tre-valli')).text).toContain('L’ente non ha ancora un piano triennale.')
})

test.each(['/enti', '/enti/img-src-x-onerror-alert-1', '/enti?nome=%22%3E%3Cscript%3E'])(
  'hostile text is text: %s',
  async (url) => {
    expect((await get(url)).body).not.toMatch(
      /<script(?! type="module" src="[^"]*\/timone\.js"><\/script>)|<img src=x|style="/i,
    )
  },
)

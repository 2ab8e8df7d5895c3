// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, expect, test } from 'vitest'
import { openInventedSite } from '../../../tests/factories/site.ts'

const server = await openInventedSite()
afterAll(() => server.close())

async function get(url: string) {
  const { statusCode, headers, body } = await server.inject(url)
  return { statusCode, headers, body, text: body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

const bodiesIn = (body: string) =>
  [...body.matchAll(/class="t-row-title" href="\/enti\/([^"]+)"/g)].map(([, slug]) => slug)

test.each(['/enti/comune-che-non-esiste', '/enti/Comune', '/enti/a--b', '/enti/..%2f'])(
  '%s does not exist',
  async (url) => {
    const { statusCode, text } = await get(url)
    expect(statusCode).toBe(404)
    expect(text).toContain('Pagina non trovata')
  },
)

test.each([
  ['provincia=Altrove', 'parametro «provincia»', 'Valmonte'],
  ['associazione=nessuna', 'parametro «associazione»', 'ufficio-delle-valli'],
  [`nome=${'a'.repeat(101)}`, 'parametro «nome»', '100 caratteri'],
])('/enti?%s is refused, saying what is allowed', async (query, place, allowed) => {
  const { statusCode, text } = await get(`/enti?${query}`)
  expect(statusCode).toBe(422)
  expect(text).toContain(place)
  expect(text).toContain(allowed)
})

test('the list has every body with how its plan stands', async () => {
  const { statusCode, body, text } = await get('/enti')
  expect(statusCode).toBe(200)
  expect(bodiesIn(body)).toEqual(['comune-di-pieve-d-arsa', 'comune-di-roccaperta', 'unione-delle-tre-valli'])
  expect(text).toContain("Comune di Pieve d'Àrsa Valmonte 7.200 2025-2027")
  expect(body).toContain('<progress value="1" max="2" aria-label="Linee completate: 1 su 2"></progress>')
  expect(text).toContain('Unione delle Tre Valli Unione di comuni – Nessun piano – –')
})

test.each([
  ['nome=pieve+D%E2%80%99arsa', ['comune-di-pieve-d-arsa']],
  ['nome=PIEVE', ['comune-di-pieve-d-arsa']],
  ['provincia=Valmonte', ['comune-di-pieve-d-arsa', 'unione-delle-tre-valli']],
  ['provincia=Valmonte&nome=tre', ['unione-delle-tre-valli']],
  ['associazione=ufficio-delle-valli', ['comune-di-pieve-d-arsa']],
  ['nome=&provincia=&associazione=', ['comune-di-pieve-d-arsa', 'comune-di-roccaperta', 'unione-delle-tre-valli']],
])('/enti?%s finds bodies', async (query, slugs) => {
  expect(bodiesIn((await get(`/enti?${query}`)).body)).toEqual(slugs)
})

test('a search that finds nothing says so and leads back', async () => {
  const { statusCode, text } = await get('/enti?nome=zzz')
  expect(statusCode).toBe(200)
  expect(text).toContain('0 enti su 3')
  expect(text).toContain('Nessun ente corrisponde ai filtri. Azzerare i filtri')
})

test('an association is shown with its members', async () => {
  const { statusCode, body, text } = await get('/gestioni-associate')
  expect(statusCode).toBe(200)
  expect(text).toContain('Ufficio associato delle Valli')
  expect(body).toContain('<a href="/enti/comune-di-pieve-d-arsa">')
  expect(body).toContain('href="/enti?associazione=ufficio-delle-valli"')
})

test('a body shows its plans, its roles and the facts that decide its lines', async () => {
  const { statusCode, body, text } = await get('/enti/comune-di-pieve-d-arsa')
  expect(statusCode).toBe(200)
  expect(text).toContain('Contenuti dimostrativi')
  expect(body).toContain('href="/enti/comune-di-pieve-d-arsa/piano/2025-2027/cronologia"')
  expect(text).toContain('Responsabile per la transizione digitale Segretario comunale –')
  expect(text).toContain('Aderisce a pagoPA Sì')
  expect(text).toContain('Gruppo del data center di proprietà Nessuno')
  expect(text).toMatch(/\d+ fatti non dichiarati/)
  expect(body).toContain('href="/gestioni-associate/ufficio-delle-valli"')
})

test('a body without a plan says so', async () => {
  expect((await get('/enti/unione-delle-tre-valli')).text).toContain('L’ente non ha ancora un piano triennale.')
})

test.each(['/enti', '/enti/comune-di-roccaperta', '/enti?nome=%22%3E%3Cscript%3E'])(
  'hostile text is text: %s',
  async (url) => {
    expect((await get(url)).body).not.toMatch(
      /<script(?! type="module" src="[^"]*\/timone\.js"><\/script>)|<img src=x|style="/i,
    )
  },
)

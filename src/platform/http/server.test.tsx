// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { accessFor } from '../../../tests/factories/access.ts'
import { fixedClock } from '../../kernel/clock.ts'
import { notFound } from '../../kernel/errors.ts'
import { path } from '../../kernel/path.ts'
import { openLog } from '../log/log.ts'
import { file, notice, page, redirect } from './answer.ts'
import { assetsAddress } from './assets.ts'
import { route } from './route.ts'
import { buildServer, type Server } from './server.ts'
import { statusRoute } from './status.ts'

const assetsDirectory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
mkdirSync(join(assetsDirectory, 'abc123'))
writeFileSync(join(assetsDirectory, 'abc123', 'timone.css'), 'body{}')
writeFileSync(join(assetsDirectory, 'abc123', 'timone.css.gz'), gzipSync('body{}'))
afterAll(() => rmSync(assetsDirectory, { recursive: true }))

const Document = ({ children }: { children: string }) => (
  <html lang="it">
    <body>{children}</body>
  </html>
)

let renders = 0
const generations = new Map<string, number>()
const log: string[] = []

const slow = { arrived: Promise.withResolvers<void>(), mayEnd: Promise.withResolvers<void>() }

const routes = [
  statusRoute,
  route({
    method: 'GET',
    path: path('/pagine/:name'),
    permission: 'everyone',
    params: z.object({ name: z.string().regex(/^[a-z]+$/) }),
    query: z.object({
      colore: z.enum(['rosso', 'verde']).optional(),
      testo: z.string().max(5, 'il testo supera i 5 caratteri').optional(),
    }),
    keptWhile: ({ params, query }) => (query.testo ? undefined : params.name),
    handle({ params, query, today }) {
      renders += 1
      if (params.name === 'assente') throw notFound('Pagina «assente»')
      if (params.name === 'guasta') throw new TypeError('cannot read "testo di una persona"')
      const words = `${params.name} ${query.colore ?? ''} ${query.testo ?? ''} ${today} <script>`
      return page(<Document>{words}</Document>)
    },
  }),
  route({
    method: 'GET',
    path: path('/scarica'),
    permission: 'everyone',
    handle: () => file(new Uint8Array([1, 2, 3]), 'application/pdf', 'piano.pdf'),
  }),
  route({ method: 'GET', path: path('/vecchio'), permission: 'everyone', handle: () => redirect('/scarica') }),
  route({
    method: 'GET',
    path: path('/lenta'),
    permission: 'everyone',
    async handle() {
      slow.arrived.resolve()
      await slow.mayEnd.promise
      return notice('Fatto', 'La richiesta lenta è finita.')
    },
  }),
]

const build = (
  errorPage = ({ status, title, id }: { status: number; title: string; id: string }) => (
    <Document>{`${status} ${title} ${id}`}</Document>
  ),
): Promise<Server> =>
  buildServer({
    routes,
    ...accessFor(),
    assetsDirectory,
    generations: { of: (scope) => generations.get(scope) ?? 0 },
    clock: fixedClock('2026-03-10T10:00:00Z'),
    log: openLog('info', { write: (line) => void log.push(line) }),
    errorPage,
  })

const server = await build()
afterAll(() => server.close())
beforeEach(() => {
  renders = 0
  log.length = 0
})

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers })

test('an address that no route has is a page with status 404', async () => {
  const response = await get('/nulla')
  expect(response.statusCode).toBe(404)
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(response.body).toContain('Pagina non trovata')
})

test('a path parameter that does not fit its schema is a page that does not exist', async () => {
  expect((await get('/pagine/A1')).statusCode).toBe(404)
  expect((await get(`/pagine/${'a'.repeat(300)}`)).statusCode).toBe(414)
  expect(renders).toBe(0)
})

test('a wrong query value is refused with 422 that names the parameter and what is allowed', async () => {
  const response = await get('/pagine/una?colore=blu&testo=lunghissimo', { accept: 'application/json' })
  expect(response.statusCode).toBe(422)
  expect(response.json().problems).toEqual([
    {
      place: 'parametro «colore»',
      message: 'il valore non è fra quelli ammessi',
      remedy: 'usare uno di: rosso, verde',
    },
    { place: 'parametro «testo»', message: 'il testo supera i 5 caratteri' },
  ])
})

test('a parameter given twice is refused, an empty one counts as absent, an unknown one is ignored', async () => {
  expect((await get('/pagine/una?testo=a&testo=b')).statusCode).toBe(422)
  const plain = await get('/pagine/una')
  expect((await get('/pagine/una?colore=&testo=&utm_source=x')).body).toBe(plain.body)
})

test('an address that cannot be decoded is refused with 400', async () => {
  const response = await get('/pagine/%zz', { accept: 'application/json' })
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({ code: 'bad-request', title: 'Richiesta non valida' })
})

test('an error of ours says nothing of itself, and its id is in the log, without the text that people wrote', async () => {
  const response = await get('/pagine/guasta')
  expect(response.statusCode).toBe(500)
  expect(response.body).toContain('Errore imprevisto')
  const id = String(response.headers['x-request-id'])
  expect(response.body).toContain(id)
  expect(response.body).not.toContain('testo di una persona')
  const line = log.find((entry) => entry.includes('request failed'))
  expect(line).toContain(id)
  expect(line).toContain('TypeError')
  expect(line).not.toContain('testo di una persona')
})

test('an error page that fails leaves a problem document', async () => {
  const broken = await build(() => {
    throw new Error('no page')
  })
  const response = await broken.inject('/nulla')
  expect(response.statusCode).toBe(404)
  expect(response.json()).toMatchObject({ status: 404, code: 'not-found' })
  await broken.close()
})

test('who asks for JSON gets problem details, and errors are not stored', async () => {
  const response = await get('/pagine/assente', { accept: 'application/json' })
  expect(response.statusCode).toBe(404)
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(response.headers['cache-control']).toBe('no-store')
  expect(response.json()).toMatchObject({
    type: 'about:blank',
    status: 404,
    code: 'not-found',
    detail: 'Pagina «assente»: non trovato.',
    instance: `urn:uuid:${String(response.headers['x-request-id'])}`,
  })
})

test('other methods are refused', async () => {
  expect((await server.inject({ method: 'POST', url: '/pagine/una', payload: {} })).statusCode).toBe(404)
})

test('text in a page is escaped', async () => {
  const { body } = await get('/pagine/una')
  expect(body).toContain('&lt;script>')
  expect(body).toMatch(/^<!doctype html><html lang="it">/)
})

test('every response forbids what is inline and what comes from elsewhere', async () => {
  for (const url of ['/pagine/una', '/nulla', '/scarica', '/status', '/assets/abc123/timone.css']) {
    const { headers } = await get(url)
    expect(headers['content-security-policy'], url).toBe(
      "default-src 'none';style-src 'self';script-src 'self';connect-src 'self';font-src 'self';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    expect(headers['x-content-type-options'], url).toBe('nosniff')
    expect(headers['referrer-policy'], url).toBe('same-origin')
  }
})

test('a page is made once as long as its scope does not change', async () => {
  generations.set('cara', 1)
  await get('/pagine/cara')
  await get('/pagine/cara')
  expect(renders).toBe(1)
  await get('/pagine/cara?colore=rosso')
  expect(renders).toBe(2)
  generations.set('cara', 2)
  await get('/pagine/cara')
  expect(renders).toBe(3)
})

test('a page with a free text is made every time', async () => {
  await get('/pagine/una?testo=abc')
  await get('/pagine/una?testo=abc')
  expect(renders).toBe(2)
})

test('a browser that has the page gets 304, in either encoding', async () => {
  const first = await get('/pagine/una', { 'accept-encoding': 'gzip, br' })
  expect(first.headers['content-encoding']).toBe('gzip')
  expect(first.headers.vary).toBe('accept, accept-encoding, cookie')
  expect(first.headers['cache-control']).toBe('private, no-cache')
  const { body } = await get('/pagine/una')
  expect(gunzipSync(first.rawPayload).toString()).toBe(body)
  const etag = String(first.headers.etag)
  const again = await get('/pagine/una', { 'if-none-match': `W/"altro", ${etag}` })
  expect(again.statusCode).toBe(304)
  expect(again.body).toBe('')
  expect((await get('/pagine/due', { 'if-none-match': etag })).statusCode).toBe(200)
})

test('a file is an attachment with its type and name', async () => {
  const { headers, rawPayload } = await get('/scarica')
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="piano.pdf"',
    'content-length': '3',
  })
  expect([...rawPayload]).toEqual([1, 2, 3])
})

test('a moved address leads to the new one', async () => {
  const response = await get('/vecchio')
  expect(response.statusCode).toBe(308)
  expect(response.headers.location).toBe('/scarica')
})

test('/status answers 200 as problem details', async () => {
  const response = await get('/status')
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(response.json()).toMatchObject({ status: 200, title: 'Servizio attivo' })
})

test('assets are served compressed and kept for good', async () => {
  expect(assetsAddress(assetsDirectory)).toBe('/assets/abc123')
  const response = await get('/assets/abc123/timone.css', { 'accept-encoding': 'gzip' })
  expect(response.statusCode).toBe(200)
  expect(response.headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect((await get('/assets/abc123/..%2f..%2fpackage.json')).statusCode).toBe(404)
})

test('the log has a line for each request, with the route and not what was asked', async () => {
  await get('/pagine/una?testo=Rossi')
  expect(log).toHaveLength(1)
  expect(JSON.parse(log.join(''))).toMatchObject({ method: 'GET', route: '/pagine/:name', status: 200 })
  expect(log.join('')).not.toContain('Rossi')
})

test('tells its routes', () => {
  expect(server.routes.map(({ method, path, permission }) => [method, path, permission])).toEqual([
    ['GET', '/status', 'everyone'],
    ['GET', '/pagine/:name', 'everyone'],
    ['GET', '/scarica', 'everyone'],
    ['GET', '/vecchio', 'everyone'],
    ['GET', '/lenta', 'everyone'],
  ])
})

test('listens on a free port; closing lets the request under way end and refuses the next', async () => {
  const other = await build()
  const address = await other.listen({ host: '127.0.0.1', port: 0 })
  const underWay = fetch(`${address}/lenta`)
  await slow.arrived.promise
  const closing = other.close()
  slow.mayEnd.resolve()
  expect((await underWay).status).toBe(200)
  await closing
  await expect(fetch(`${address}/status`)).rejects.toThrow('fetch failed')
})

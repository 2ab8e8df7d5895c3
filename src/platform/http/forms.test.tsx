// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { accessFor } from '../../../tests/factories/access.ts'
import { fixedClock } from '../../kernel/clock.ts'
import { invalidInput, notFound } from '../../kernel/errors.ts'
import { path } from '../../kernel/path.ts'
import { openLog } from '../log/log.ts'
import { page, seeOther } from './answer.ts'
import { fileField, formRoute } from './form-route.ts'
import { knownHosts } from './known-hosts.ts'
import { route } from './route.ts'
import { buildServer } from './server.ts'

const assetsDirectory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
afterAll(() => rmSync(assetsDirectory, { recursive: true }))

const Document = ({ children }: { children: string }) => (
  <html lang="it">
    <body>{children}</body>
  </html>
)

/** What handlers received; empty when a request was refused. */
const received: unknown[] = []
beforeEach(() => {
  received.length = 0
})

const routes = [
  route({
    method: 'GET',
    path: path('/note'),
    permission: 'everyone',
    handle: () => page(<Document>elenco</Document>),
  }),
  formRoute({
    method: 'POST',
    path: path('/note/:book'),
    permission: 'everyone',
    params: z.object({ book: z.string().regex(/^[a-z]+$/) }),
    body: z.object({
      testo: z.string('scrivere la nota').max(10, 'la nota supera i 10 caratteri'),
      colore: z.enum(['rosso', 'verde']).optional(),
    }),
    limit: 2000,
    handle({ params, body }) {
      if (params.book === 'perso') throw notFound('Quaderno')
      if (body.testo === 'mai') throw invalidInput('La nota non va bene.', [{ place: 'testo', message: 'è vietata' }])
      received.push({ ...params, ...body })
      return seeOther('/note')
    },
    again: ({ params }, refusal) => <Document>{JSON.stringify({ params, refusal })}</Document>,
  }),
  formRoute({
    method: 'POST',
    path: path('/file'),
    permission: 'everyone',
    encoding: 'multipart',
    limit: 2 ** 20,
    body: z.object({ documento: fileField('scegliere il file'), titolo: z.string().optional() }),
    handle({ body: { documento, titolo } }) {
      received.push({ name: documento.name, bytes: documento.bytes.length, titolo })
      return seeOther('/note')
    },
    again: (_, refusal) => <Document>{JSON.stringify(refusal)}</Document>,
  }),
  formRoute({
    method: 'POST',
    path: path('/bottone'),
    permission: 'everyone',
    body: z.object({ quale: z.enum(['uno']) }),
    handle: () => seeOther('/note'),
  }),
]

const build = (hosts?: readonly string[]) =>
  buildServer({
    routes,
    ...accessFor(),
    assetsDirectory,
    generations: { of: () => 1 },
    hosts,
    clock: fixedClock('2026-03-10T10:00:00Z'),
    log: openLog('silent', { write: () => undefined }),
    errorPage: ({ status, title, detail, problems }) => (
      <Document>{`${status} ${title} ${detail} ${JSON.stringify(problems)}`}</Document>
    ),
  })
const server = await build()
afterAll(() => server.close())

const post = (url: string, fields: string, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url,
    payload: fields,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

const upload = (form: FormData) => server.inject({ method: 'POST', url: '/file', payload: form })
const unquote = (body: string) => body.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const refusalIn = (body: string) => JSON.parse(/\{.*\}/s.exec(unquote(body))?.[0] ?? '{}')

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a site of the same domain', { 'sec-fetch-site': 'same-site' }],
  ['another origin, said by a browser without fetch metadata', { origin: 'http://altrove.example', host: 'qui:3000' }],
  ['the same name on another port', { origin: 'http://qui:8080', host: 'qui:3000' }],
  ['a page without origin', { origin: 'null', host: 'qui:3000' }],
])('a form sent by %s is refused', async (_, headers) => {
  const response = await post('/note/a', 'testo=ciao', headers)
  expect(response.statusCode).toBe(403)
  expect(response.body).toContain('viene da un altro sito')
  expect(received).toEqual([])
})

test.each([
  ['this site', { 'sec-fetch-site': 'same-origin' }],
  ['the person, who reloads the page', { 'sec-fetch-site': 'none' }],
  ['this origin, said by a browser without fetch metadata', { origin: 'http://qui:3000', host: 'qui:3000' }],
  ['a program that is no browser', {}],
])('a form sent by %s is taken', async (_, headers) => {
  expect((await post('/note/a', 'testo=ciao', headers)).statusCode).toBe(303)
  expect(received).toEqual([{ book: 'a', testo: 'ciao' }])
})

test('a link from another site opens a page as ever', async () => {
  const response = await server.inject({ url: '/note', headers: { 'sec-fetch-site': 'cross-site' } })
  expect(response.statusCode).toBe(200)
})

test('a name that is none of the server is refused, whatever is asked', async () => {
  const local = await build(knownHosts('127.0.0.1', ['timone.example']))
  const ask = async (host: string) => (await local.inject({ url: '/note', headers: { host } })).statusCode
  expect(await ask('altrove.example:3000')).toBe(421)
  expect(await ask('localhost.altrove.example')).toBe(421)
  for (const host of ['localhost:3000', 'LOCALHOST', '127.0.0.1:80', '[::1]:3000', 'timone.example']) {
    expect(await ask(host), host).toBe(200)
  }
  await local.close()
})

test('a server that others reach answers to any name, unless it is told its own', () => {
  expect(knownHosts('0.0.0.0', [])).toBeUndefined()
  expect(knownHosts('0.0.0.0', ['timone.example'])).toEqual(['timone.example'])
})

test('a wrong path is a page that does not exist, before the form is looked at', async () => {
  expect((await post('/note/A1', 'testo=')).statusCode).toBe(404)
  expect((await server.inject({ method: 'POST', url: '/note' })).statusCode).toBe(404)
})

test('what the schema refuses comes back with 422, the fields, what was typed and what is wrong', async () => {
  const response = await post('/note/a', 'testo=troppo+lunga+nota&colore=blu&altro=x')
  expect(response.statusCode).toBe(422)
  expect(response.headers['cache-control']).toBe('no-store')
  expect(refusalIn(response.body)).toEqual({
    params: { book: 'a' },
    refusal: {
      message: 'Il modulo contiene valori da correggere.',
      problems: [
        { place: 'testo', message: 'la nota supera i 10 caratteri' },
        { place: 'colore', message: 'il valore non è fra quelli ammessi', remedy: 'usare uno di: rosso, verde' },
      ],
      values: { testo: 'troppo lunga nota', colore: 'blu', altro: 'x' },
    },
  })
  expect(received).toEqual([])
})

test('a field left empty counts as absent, one sent twice is no text', async () => {
  const message = 'scrivere la nota'
  expect(refusalIn((await post('/note/a', 'testo=')).body).refusal.problems).toEqual([{ place: 'testo', message }])
  expect((await post('/note/a', 'testo=a&testo=b')).statusCode).toBe(422)
  expect((await post('/note/a', '__proto__=x&constructor=y')).statusCode).toBe(422)
})

test('what the use case refuses comes back in the form too; what the form cannot mend is an error page', async () => {
  const response = await post('/note/a', 'testo=mai')
  expect(response.statusCode).toBe(422)
  expect(refusalIn(response.body).refusal).toEqual({
    message: 'La nota non va bene.',
    problems: [{ place: 'testo', message: 'è vietata' }],
    values: { testo: 'mai' },
  })
  expect((await post('/note/perso', 'testo=ciao')).body).toContain('404 Pagina non trovata')
})

test('a form without a page of its own is refused on the error page', async () => {
  const response = await post('/bottone', 'quale=due')
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('422 Richiesta non valida')
})

test('a form heavier than its limit is refused with 413', async () => {
  const response = await post('/note/a', `testo=${'a'.repeat(3000)}`)
  expect(response.statusCode).toBe(413)
  expect(response.body).toContain('413 Invio troppo grande')
})

test('a form in another encoding is refused', async () => {
  const other = await server.inject({
    method: 'POST',
    url: '/note/a',
    payload: '<a/>',
    headers: { 'content-type': 'a/b' },
  })
  expect(other.statusCode).toBe(415)
  expect((await server.inject({ method: 'POST', url: '/file', payload: { titolo: 'x' } })).statusCode).toBe(406)
})

test('a form that is done leads to another page with 303, its lines ended as on this system', async () => {
  const response = await post('/note/a', 'testo=a%0D%0Ab&colore=verde')
  expect(response.statusCode).toBe(303)
  expect(response.headers.location).toBe('/note')
  expect(received).toEqual([{ book: 'a', testo: 'a\nb', colore: 'verde' }])
})

test('a file comes whole, with its name alone', async () => {
  const form = new FormData()
  form.set('titolo', 'Il piano')
  form.set('documento', new Blob([new Uint8Array(5000)]), '../..\\cartella/piano\u202e\u0007.pdf')
  expect((await upload(form)).statusCode).toBe(303)
  expect(received).toEqual([{ name: 'piano.pdf', bytes: 5000, titolo: 'Il piano' }])
})

test('a form without its file says so beside the field', async () => {
  const empty = new FormData()
  empty.set('documento', new Blob([]), '')
  const response = await upload(empty)
  expect(response.statusCode).toBe(422)
  expect(refusalIn(response.body).problems).toEqual([{ place: 'documento', message: 'scegliere il file' }])
  const typed = new FormData()
  typed.set('documento', 'testo')
  expect((await upload(typed)).statusCode).toBe(422)
})

test('a file above the limit is refused with 413, beside its field', async () => {
  const form = new FormData()
  form.set('documento', new Blob([new Uint8Array(2 ** 20 + 1)]), 'grande.pdf')
  const response = await upload(form)
  expect(response.statusCode).toBe(413)
  expect(refusalIn(response.body)).toMatchObject({
    message: 'Il file grande.pdf è troppo grande.',
    problems: [{ place: 'documento', message: 'supera 1 MB' }],
  })
  expect(received).toEqual([])
})

test('a second file, too many fields and a body cut short are refused', async () => {
  const two = new FormData()
  two.append('documento', new Blob(['a']), 'a.txt')
  two.append('documento', new Blob(['b']), 'b.txt')
  expect((await upload(two)).statusCode).toBe(413)
  const many = new FormData()
  for (let field = 0; field < 30; field += 1) many.set(`campo${field}`, 'x')
  expect((await upload(many)).statusCode).toBe(413)
  const cut = await server.inject({
    method: 'POST',
    url: '/file',
    payload: '--x\r\nContent-Disposition: form-data; name="documento"; filename="a.txt"\r\n\r\nabc',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  expect(cut.statusCode).toBe(422)
  expect(cut.body).toContain('è arrivato incompleto')
  expect(received).toEqual([])
})

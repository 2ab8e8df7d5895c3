// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, expect, test } from 'vitest'
import { openInventedSite } from '../../../tests/factories/site.ts'
import { formats } from './model.ts'
import { formatWords } from './views/formats.ts'

const server = await openInventedSite()
afterAll(() => server.close())

const documents = '/enti/comune-di-pieve-d-arsa/piano/2025-2027/documenti'

test.each([
  `${documents}/exe`,
  `${documents}/..%2f..%2fpackage.json`,
  '/enti/comune-di-pieve-d-arsa/piano/2022-2024/documenti',
  '/enti/comune-di-pieve-d-arsa/piano/2022-2024/documenti/pdf',
  '/enti/unione-delle-tre-valli/piano/2025-2027/documenti/pdf',
])('%s does not exist', async (url) => {
  expect((await server.inject(url)).statusCode).toBe(404)
})

test('an unknown layout is refused, saying which there are', async () => {
  const { statusCode, body } = await server.inject(`${documents}/pdf?layout=tabelline`)
  expect(statusCode).toBe(422)
  expect(body).toContain('parametro «layout»')
  expect(body).toContain('usare uno di: fiches, tables')
})

test('the page offers every format, paged ones in both layouts', async () => {
  const { statusCode, body } = await server.inject(documents)
  expect(statusCode).toBe(200)
  const links = [...body.matchAll(/documenti\/(\w+)(?:\?layout=(\w+))?" download/g)].map(([, format, layout]) =>
    `${format} ${layout ?? ''}`.trim(),
  )
  expect(links.toSorted()).toEqual(
    formats
      .flatMap((format) => (formatWords[format].paged ? [`${format} fiches`, `${format} tables`] : [format]))
      .toSorted(),
  )
})

test.each(formats)('%s comes as an attachment with its type and name', async (format) => {
  const { statusCode, headers, body } = await server.inject(`${documents}/${format}`)
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toBe(formatWords[format].contentType)
  expect(headers['content-disposition']).toBe(
    `attachment; filename="piano-comune-di-pieve-d-arsa-2025-2027-bozza.${format}"`,
  )
  expect(headers['cache-control']).toBe('no-store')
  expect(body).toBe(`comune-di-pieve-d-arsa ${format} fiches`)
})

test('the layout asked for is the layout written', async () => {
  expect((await server.inject(`${documents}/pdf?layout=tables`)).body).toBe('comune-di-pieve-d-arsa pdf tables')
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, expect, test } from 'vitest'
import { openInventedSite } from '../../../tests/factories/invented-bodies.ts'
import { openDocumentTools } from '../../main/compose.ts'
import { formats } from './model.ts'
import { formatWords } from './views/formats.ts'

const { tools, close } = openDocumentTools()
const site = await openInventedSite({ tools })
afterAll(() => site.close().finally(close))

/** How a file of each format begins. */
const beginnings: Record<(typeof formats)[number], RegExp> = {
  pdf: /^%PDF-/,
  docx: /^PK/,
  odt: /^PK/,
  xlsx: /^PK/,
  html: /^<!doctype html>/i,
  csv: /^\uFEFF?\w/,
  ics: /^BEGIN:VCALENDAR/,
  json: /^\{/,
}

const documents = '/enti/pieve-d-arsa/piano/2025-2027/documenti'

test.each([
  `${documents}/exe`,
  `${documents}/..%2f..%2fpackage.json`,
  '/enti/pieve-d-arsa/piano/2022-2024/documenti',
  '/enti/pieve-d-arsa/piano/2022-2024/documenti/pdf',
  '/enti/tre-valli/piano/2025-2027/documenti/pdf',
])('%s does not exist', async (url) => {
  expect((await site.get(url)).status).toBe(404)
})

test('an unknown layout is refused, saying which there are', async () => {
  const { status, body } = await site.get(`${documents}/pdf?layout=tabelline`)
  expect(status).toBe(422)
  expect(body).toContain('parametro «layout»')
  expect(body).toContain('usare uno di: fiches, tables')
})

test('the page offers every format, paged ones in both layouts', async () => {
  const { status, body } = await site.get(documents)
  expect(status).toBe(200)
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
  const { status, headers, body } = await site.get(`${documents}/${format}`)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe(formatWords[format].contentType)
  expect(headers['content-disposition']).toBe(`attachment; filename="piano-pieve-d-arsa-2025-2027-bozza.${format}"`)
  expect(headers['cache-control']).toBe('no-store')
  expect(body.trimStart()).toMatch(beginnings[format])
})

test('the layout asked for is the layout written', async () => {
  const fichesIn = async (layout: string) =>
    [...(await site.get(`${documents}/html?layout=${layout}`)).body.matchAll(/class="fiche"/g)].length
  // The plan’s data are a fiche in both.
  expect(await fichesIn('fiches')).toBeGreaterThan(await fichesIn('tables'))
})

test('a document of the day is served again, but not one that another program made', async () => {
  const html = async () => (await site.get(`${documents}/html`)).body
  const made = await html()
  expect(made).toContain('BOZZA')
  const overwrite = (program: string) =>
    site.run(`update document set bytes = 'senza scritta', program = ${program} where format = 'html'`)
  await overwrite('program')
  expect(await html()).toBe('senza scritta')
  await overwrite(`'di prima'`)
  expect(await html()).toBe(made)
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { writeCalendar } from '../calendar/write-calendar.ts'
import { raster } from '../docx/fixture.ts'
import { writeDocx } from '../docx/write-docx.ts'
import { buildFixture, fixtureProfile, tailorFixture } from '../fixture.ts'
import { writeHtml } from '../html/write-html.ts'
import { mendDocument } from '../mend/mend-document.ts'
import type { DocumentModel } from '../model.ts'
import { writeOdt } from '../odt/write-odt.ts'
import { openRenderer } from '../pdf/fixture.ts'
import { withPdf } from '../pdf/open-pdf.ts'
import { writeXlsx } from '../sheets/write-xlsx.ts'

const renderer = openRenderer()
afterAll(() => renderer.close())

const act = { body: 'Giunta comunale', number: '12', date: '2026-02-20' }
const approved = mendDocument(buildFixture({ approval: { version: 1, act } }), () => true).model
const draft = mendDocument(buildFixture(), () => true).model
const noFont = new Uint8Array()
const fonts = { regular: noFont, bold: noFont, italic: noFont }
const words = (markup: string) => markup.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, '\n')

/** What is read on each page, or in each part that is repeated on pages. */
const readers: Readonly<Record<string, (model: DocumentModel) => Promise<readonly string[]>>> = {
  PDF: async (model) => {
    const { bytes } = await renderer.render(model, '{}')
    return await withPdf(bytes, async (pdf) => {
      const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
        const { items } = await (await pdf.getPage(index + 1)).getTextContent()
        return items.map((item) => ('str' in item ? item.str : '')).join('\n')
      })
      return await Promise.all(pages)
    })
  },
  DOCX: async (model) => {
    const parts = unzipSync((await writeDocx(model, raster)).bytes)
    // The first page has a header of its own, without words: the cover says it.
    const said = Object.entries(parts).filter(([name]) => /word\/(?:header\d+|document)\.xml/.test(name))
    return said.map(([, part]) => words(strFromU8(part))).filter((text) => text.trim() !== '')
  },
  ODT: async (model) => {
    const parts = unzipSync((await writeOdt(model, raster)).bytes)
    const headers = strFromU8(parts['styles.xml'] ?? noFont).match(/<style:header>[\s\S]*?<\/style:header>/g) ?? []
    return [strFromU8(parts['content.xml'] ?? noFont), ...headers].map(words)
  },
  HTML: async (model) => [words(strFromU8(writeHtml(model, fonts).bytes).replace(/^[\s\S]*<body>/, ''))],
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  it('of what is approved says nowhere that it is a draft', async () => {
    for (const text of await read(approved)) expect(text).not.toMatch(/bozza/i)
  })

  it('of what is not approved says so on the cover and on every page', async () => {
    const pages = await read(draft)
    expect(pages.length).toBeGreaterThan(0)
    for (const text of pages) expect(text).toMatch(/^\s*BOZZA(?: –|$)/m)
  })
})

it('the properties of a document say whether it is a draft', () => {
  expect([approved.metadata.title, approved.metadata.description].join()).not.toMatch(/bozza/i)
  expect(draft.metadata.title).toBe(`BOZZA – ${approved.metadata.title}`)
  expect(draft.metadata.description).toContain('bozza, non approvata')
})

it('the particulars of a workbook do too, and its rows are the same', async () => {
  const open = async (model: DocumentModel) => {
    const { bytes } = await writeXlsx(tailorFixture(), fixtureProfile, model.metadata)
    return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, words(strFromU8(part))]))
  }
  const [one, other] = [await open(approved), await open(draft)]
  expect(Object.values(other).join()).toContain('BOZZA – Piano triennale')
  expect(Object.values(one).join()).not.toContain('BOZZA')
  expect(other['xl/worksheets/sheet1.xml']).toBe(one['xl/worksheets/sheet1.xml'])
})

it('the name of a calendar does too, and its events are the same', () => {
  const metadata = { administration: 'Comune di Vallechiara', bodyKey: 'Z901', date: '2025-10-01', planHash: 'f' }
  const write = (mark: { readonly draft?: string }) =>
    strFromU8(writeCalendar(tailorFixture(), Object.assign({}, metadata, mark)).bytes)
  const [one, other] = [write({}), write({ draft: 'BOZZA' })].map((text) => text?.replaceAll('\r\n ', ''))
  expect(one).not.toContain('BOZZA')
  expect(other).toContain('NAME:BOZZA – Scadenze del piano triennale')
  expect(other?.replaceAll('BOZZA – ', '')).toBe(one)
})

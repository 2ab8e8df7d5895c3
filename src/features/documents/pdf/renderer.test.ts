// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readEmbeddedPlan } from '../../profiles/index.ts'
import type { WrittenDocument } from '../model.ts'
import {
  documentOf,
  documentWith,
  hostileTexts,
  longText,
  longWord,
  openRenderer,
  paragraph,
  rightToLeft,
  smallDocument,
  wholeDocument,
} from './fixture.ts'
import { withPdf } from './open-pdf.ts'

const planJson = JSON.stringify({ ente: 'Comune di Vallechiara', testo: hostileTexts.join('\n'), nota: 'così è' })

/** The text of each page as a reader copies it: lines joined, soft hyphens of broken words gone. */
const readPages = (bytes: Uint8Array): Promise<string[]> =>
  withPdf(bytes, async (pdf) => {
    const pages: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      pages.push(text.replaceAll('\u00ad\n', '').replace(/\s+/g, ' '))
    }
    return pages
  })

describe('a document that cannot be printed', () => {
  const renderer = openRenderer()
  afterAll(() => renderer.close())

  it.each([
    ['漢', 'U+6F22'],
    ['\uf0b7', 'U+F0B7'],
    ['\u0001', 'U+0001'],
  ])('is refused with the place of %j, which has no glyph', async (character, name) => {
    const rows = [[[paragraph('Attività')], [paragraph(`prima ${character} dopo`)]]]
    const columns = [
      { heading: 'Voce', width: 1 },
      { heading: 'Contenuto', width: 3 },
    ]
    const table = { kind: 'table', id: 't', layout: 'fiche', caption: 'CAP1.PA.01', columns, rows } as const
    await expect(renderer.render(documentWith(table), '{}')).rejects.toMatchObject({
      code: 'rendering-failed',
      problems: [{ place: 'Prova › CAP1.PA.01 › Attività', message: expect.stringContaining(name) }],
    })
  })

  it('is refused when half a character is in it', async () => {
    await expect(renderer.render(documentWith(paragraph('mezzo \ud83d carattere')), '{}')).rejects.toMatchObject({
      code: 'rendering-failed',
      problems: [{ place: 'Prova', message: expect.stringContaining('mezzo carattere') }],
    })
  })

  it('is refused when a figure says nothing to who cannot see it', async () => {
    const figure = wholeDocument.sections[0]?.blocks.find((block) => block.kind === 'figure')
    if (figure?.kind !== 'figure') throw new Error('the fixture has a figure')
    await expect(renderer.render(documentWith({ ...figure, alternative: '' }), '{}')).rejects.toMatchObject({
      code: 'rendering-failed',
      problems: [{ message: 'una figura non ha testo alternativo' }],
    })
  })

  it('is refused when a section has no title', async () => {
    const untitled = documentOf({ id: 'senza', title: '', blocks: [paragraph('Testo.')], sections: [] })
    await expect(renderer.render(untitled, '{}')).rejects.toMatchObject({
      problems: [{ message: 'una sezione non ha titolo' }],
    })
  })

  it('is refused when quotes are nested beyond reason', async () => {
    let block = paragraph('in fondo')
    for (let depth = 0; depth < 100; depth++) block = { kind: 'quote', blocks: [block] }
    await expect(renderer.render(documentWith(block), '{}')).rejects.toMatchObject({
      problems: [{ message: 'elenchi o citazioni sono annidati troppo a fondo' }],
    })
  })

  it('is refused when its fonts are not installed', async () => {
    const fontless = openRenderer({ fontFiles: ['/nessun/carattere.ttf'] })
    await expect(fontless.render(smallDocument, '{}')).rejects.toMatchObject({
      code: 'rendering-failed',
      problems: expect.arrayContaining([
        expect.objectContaining({ message: 'i caratteri tipografici dei documenti non sono installati' }),
      ]),
    })
    await fontless.close()
  })

  it('does not keep the next one from being printed', async () => {
    await expect(renderer.render(documentWith(paragraph('漢')), '{}')).rejects.toMatchObject({
      code: 'rendering-failed',
    })
    await expect(renderer.render(smallDocument, '{}')).resolves.toMatchObject({ format: 'pdf', pages: 3 })
  })
})

describe('a printed document', () => {
  const renderer = openRenderer()
  let document: WrittenDocument
  let pages: string[]
  beforeAll(async () => {
    document = await renderer.render(wholeDocument, planJson)
    pages = await readPages(document.bytes)
  })
  afterAll(() => renderer.close())

  it('prints markup and code of every kind as they are written', () => {
    const printed = pages.join(' ')
    expect(hostileTexts.filter((text) => !printed.includes(text))).toEqual([])
    expect(printed).toContain('Capitolo 1 #eval("2+2")')
  })

  it('prints a very long word whole, on more than one line', () => {
    expect(pages.join('').replaceAll(' ', '')).toContain(longWord)
  })

  it('prints a cell of ten thousand characters, across pages', () => {
    expect(longText.length).toBeGreaterThan(10_000)
    const printed = pages.filter((page) => /p\d{5} p\d{5}/.test(page))
    expect(printed.length).toBeGreaterThan(1)
    expect(printed.join(' ').match(/p\d{5}/g)).toEqual(longText.match(/p\d{5}/g))
  })

  it('prints right-to-left words inside an Italian line', () => {
    const printed = pages.join(' ')
    expect(rightToLeft.split(' ').filter((word) => !printed.includes(word))).toEqual([])
  })

  it('repeats the headings of a table on every page that it breaks across', () => {
    const withRows = pages.filter((page) => page.includes('Servizio numero'))
    expect(withRows.length).toBeGreaterThan(20)
    expect(withRows.filter((page) => !page.includes('Numero Servizio'))).toEqual([])
    expect(withRows.join(' ').match(/Servizio numero \d+/g)).toHaveLength(900)
  })

  it('numbers every page but the cover, and names the body at its head', () => {
    expect(pages).toHaveLength(document.pages ?? 0)
    expect(pages[0]).not.toContain('Pagina')
    for (const [index, page] of pages.entries()) {
      if (index === 0) continue
      expect(page).toContain(`Pagina ${index + 1} di ${pages.length}`)
      expect(page.trim()).toMatch(/^Comune di Vallechiara – /)
    }
  })

  it('lists its sections in the contents and in the bookmarks', async () => {
    expect(pages[1]).toMatch(/Indice .*Introduzione .*Il contesto .*Elenco/)
    const outline = await withPdf(document.bytes, (pdf) => pdf.getOutline())
    expect(outline?.map(({ title }) => title)).toEqual(wholeDocument.sections.map(({ title }) => title))
    expect(outline?.[0]?.items?.[0]).toMatchObject({ title: 'Il contesto', items: [{ title: 'Dati' }] })
  })

  it('prints a figure with its caption, and its data under it', () => {
    expect(pages.join(' ')).toMatch(/Linee per stato.*Dati del grafico: linee per stato Stato Linee Completate 8/)
  })

  it('uses the fonts that are shipped and no other', () => {
    const names = [
      ...Buffer.from(document.bytes)
        .toString('latin1')
        .matchAll(/\/BaseFont \/\w+\+(\w+)/g),
    ]
    const families = new Set(names.map(([, name = '']) => name.replace(/(Bold|Oblique|Italic|Mono)+$/, '')))
    expect([...families].toSorted()).toEqual(['DejaVuSans', 'Roboto', 'TitilliumWeb'])
  })

  it('says who wrote it, about what and when', async () => {
    const { info } = await withPdf(document.bytes, (pdf) => pdf.getMetadata())
    expect(info).toMatchObject({
      Title: wholeDocument.metadata.title,
      Author: 'Comune di Vallechiara',
      Keywords: 'piano triennale, transizione digitale',
      CreationDate: 'D:20260302000000Z',
    })
  })

  it('carries the plan exactly as it was given', async () => {
    expect(await readEmbeddedPlan(document.bytes)).toBe(planJson)
  })

  it('is the same to the byte when it is printed again, by another process', async () => {
    const other = openRenderer()
    try {
      const again = await other.render(wholeDocument, planJson)
      expect(Buffer.compare(again.bytes, document.bytes)).toBe(0)
    } finally {
      await other.close()
    }
  })
})

describe('a table of many narrow columns', () => {
  const renderer = openRenderer()
  afterAll(() => renderer.close())

  it('keeps every word in its column', async () => {
    const words =
      'dell’amministrazione sull’avanzamento interoperabilità protocollo@comune.vallechiara.example entro il 31/12/2026'
    const columns = Array.from({ length: 7 }, () => ({ heading: 'Stato e completamento', width: 1 }))
    const row = Array.from(columns, () => [paragraph(words)])
    const table = { kind: 'table', id: 't', layout: 'grid', caption: 'Colonne', columns, rows: [row, row] } as const
    const { bytes } = await renderer.render(documentWith(table), '{}')
    const items = await withPdf(bytes, async (pdf) => (await (await pdf.getPage(3)).getTextContent()).items)

    const millimetre = 72 / 25.4
    const [left, width] = [22.5 * millimetre, (165 / 7) * millimetre]
    const parts = words.split(/[\s'’@.]/)
    const inCells = items.filter((item) => 'str' in item && parts.some((part) => part.startsWith(item.str.slice(0, 3))))
    const overflowing = inCells.filter((item) => {
      if (!('str' in item)) return false
      const column = Math.floor((item.transform[4] - left) / width)
      return item.transform[4] + item.width > left + (column + 1) * width
    })
    expect(inCells.length).toBeGreaterThan(7 * 2 * 6)
    expect(overflowing).toEqual([])
  })
})

describe('a section on pages on their side', () => {
  const renderer = openRenderer()
  afterAll(() => renderer.close())

  it('has them for itself, its tables as wide, and no empty page before or after', async () => {
    const section = (id: string, landscape: boolean) =>
      ({ id, title: id, newPage: true, landscape, blocks: [paragraph(`Testo di ${id}.`)], sections: [] }) as const
    const model = documentOf(
      section('uno', false),
      section('due', true),
      section('tre', true),
      section('quattro', false),
    )
    const { bytes } = await renderer.render(model, '{}')
    const sizes = await withPdf(bytes, async (pdf) => {
      const views: (readonly number[])[] = []
      for (let number = 3; number <= pdf.numPages; number++) views.push((await pdf.getPage(number)).view)
      return views.map(([, , width = 0, height = 0]) => (width > height ? 'landscape' : 'portrait'))
    })
    expect(sizes).toEqual(['portrait', 'landscape', 'landscape', 'portrait'])
    expect((await readPages(bytes)).slice(2).map((page) => /Testo di \w+/.exec(page)?.[0])).toEqual([
      'Testo di uno',
      'Testo di due',
      'Testo di tre',
      'Testo di quattro',
    ])
  })
})

describe('the processes that print', () => {
  // A worker that does what the plan asks: answer with its process id, hang, or die.
  const folder = mkdtempSync(join(tmpdir(), 'timone-'))
  const workerPath = join(folder, 'worker.mjs')
  writeFileSync(
    workerPath,
    `process.on('message', ({ plan }) => {
      if (plan === 'die') process.kill(process.pid, 'SIGKILL')
      if (plan === 'exit') process.exit(7)
      if (plan !== 'hang') process.send({ bytes: new Uint8Array(), pages: process.pid })
    })`,
  )
  afterAll(() => rmSync(folder, { recursive: true }))

  const children = () => process.getActiveResourcesInfo().filter((resource) => resource === 'ProcessWrap').length
  const processOf = async (printed: Promise<WrittenDocument>): Promise<number> => (await printed).pages ?? 0

  it.each(['die', 'exit'])('are replaced when one ends by "%s" in the middle of a document', async (fate) => {
    const renderer = openRenderer({ workerPath })
    const first = await processOf(renderer.render(smallDocument, 'print'))
    await expect(renderer.render(smallDocument, fate)).rejects.toMatchObject({ code: 'rendering-failed' })
    const second = await processOf(renderer.render(smallDocument, 'print'))
    expect(second).not.toBe(first)
    await renderer.close()
  })

  it('are replaced when one is killed while it waits', async () => {
    const renderer = openRenderer({ workerPath })
    const first = await processOf(renderer.render(smallDocument, 'print'))
    process.kill(first, 'SIGKILL')
    await vi.waitUntil(() => children() === 0)
    expect(await processOf(renderer.render(smallDocument, 'print'))).not.toBe(first)
    await renderer.close()
  })

  it('are stopped when a document takes too long', async () => {
    const renderer = openRenderer({ workerPath, timeLimit: 200 })
    await expect(renderer.render(smallDocument, 'hang')).rejects.toMatchObject({
      code: 'rendering-failed',
      message: expect.stringContaining('0.2 secondi'),
    })
    await vi.waitUntil(() => children() === 0)
    await renderer.close()
  })

  it('are stopped when nobody wants the document any more', async () => {
    const renderer = openRenderer({ workerPath })
    const controller = new AbortController()
    const printed = renderer.render(smallDocument, 'hang', controller.signal)
    controller.abort(new Error('non serve più'))
    await expect(printed).rejects.toThrow('non serve più')
    expect(await processOf(renderer.render(smallDocument, 'print'))).toBeGreaterThan(0)
    await renderer.close()
  })

  it('print ten documents each', async () => {
    const renderer = openRenderer({ workerPath })
    const used: number[] = []
    for (let document = 0; document < 21; document++) {
      used.push(await processOf(renderer.render(smallDocument, 'print')))
    }
    expect(new Set(used).size).toBe(3)
    expect(new Set(used.slice(0, 10)).size).toBe(1)
    await renderer.close()
  })

  it('are no more than asked, and only one stays when the work is done', async () => {
    await vi.waitUntil(() => children() === 0)
    const renderer = openRenderer({ workerPath, processes: 2 })
    const printed = Array.from({ length: 8 }, () => processOf(renderer.render(smallDocument, 'print')))
    expect(new Set(await Promise.all(printed)).size).toBe(2)
    await vi.waitUntil(() => children() === 1)
    await renderer.close()
  })

  it('are all ended by close, with what is printing and what waits', async () => {
    const renderer = openRenderer({ workerPath, processes: 2 })
    const printed = Array.from({ length: 3 }, () => renderer.render(smallDocument, 'hang').catch((error) => error.code))
    await vi.waitUntil(() => children() === 2)
    await renderer.close()
    expect(await Promise.all(printed)).toEqual(Array(3).fill('rendering-failed'))
    await vi.waitUntil(() => children() === 0)
    await expect(renderer.render(smallDocument, 'print')).rejects.toMatchObject({ code: 'rendering-failed' })
  })
})

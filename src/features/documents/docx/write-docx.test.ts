// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryAll, textContent, type XmlElement } from '@cj-tech-master/excelts/xml'
import fc from 'fast-check'
import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Block, DocumentModel, Section } from '../model.ts'
import {
  anyBlocks,
  cell,
  documentOf,
  fiche,
  hostile,
  mended,
  paragraph,
  raster,
  sampleDocument,
  turningDocument,
} from './fixture.ts'
import { openPackage, texts } from './open-package.ts'
import { writeDocx } from './write-docx.ts'

const write = async (model: DocumentModel): Promise<Uint8Array> => (await writeDocx(model, raster)).bytes
const open = async (model: DocumentModel) => openPackage(await write(model))
const written = await open(sampleDocument)
const main = 'word/document.xml'

/** The text of a paragraph or run, its `w:t` joined. */
const words = (element: XmlElement): string => texts(element, 'w:t').join('')
const value = (element: XmlElement, path: string): string | undefined => queryAll(element, path)[0]?.attributes['w:val']
const styled = (style: string): string[] =>
  written
    .all(main, 'w:p')
    .filter((item) => value(item, 'w:pPr/w:pStyle') === style)
    .map(words)
/** The paragraphs of lists: text, and the list they are in. */
const items = (paragraphs: readonly XmlElement[]) =>
  paragraphs.flatMap((item) => {
    const list = value(item, 'w:pPr/w:numPr/w:numId')
    return list === undefined ? [] : [{ list, level: value(item, 'w:pPr/w:numPr/w:ilvl'), text: words(item) }]
  })

describe('writeDocx', () => {
  it('writes hostile text as it is, less the characters that no XML may hold', () => {
    expect(styled('Heading2')).toContain(mended)
    expect(written.all(main, 'w:p').map(words)).toContain(mended)
  })

  it('keeps every place of the model well formed, whatever it says', async () => {
    const block: Block[] = [
      { kind: 'code', text: hostile },
      { kind: 'callout', title: hostile, blocks: [paragraph(hostile)] },
      { ...fiche, caption: hostile, columns: fiche.columns.map((column) => ({ ...column, heading: hostile })) },
      { kind: 'paragraph', content: [{ kind: 'link', url: `https://vallechiara.example/${hostile}`, children: [] }] },
    ]
    const facts = [[hostile, hostile]] as const
    const { metadata, cover } = sampleDocument
    const { xml } = await open({
      ...documentOf(...block),
      metadata: { ...metadata, title: hostile, administration: hostile, description: hostile, keywords: [hostile] },
      cover: { ...cover, administration: hostile, title: hostile, subtitle: hostile, facts, notice: hostile },
    })
    expect(texts(xml('docProps/core.xml'), 'dc:title')).toEqual([mended])
  })

  it('stays well formed whatever blocks hold one another', async () => {
    const stays = fc.asyncProperty(anyBlocks, async (blocks) => {
      expect((await open(documentOf(...blocks))).paths).not.toEqual([])
    })
    await fc.assert(stays, { numRuns: 40 })
  })

  it('leaves no cell and no item of a list without a paragraph', async () => {
    const empty: Block[] = [{ kind: 'quote', blocks: [] }]
    const list: Block = { kind: 'list', ordered: true, items: [[], empty] }
    const { all } = await open(documentOf({ ...fiche, rows: [[empty, []]] }, list))
    expect(all(main, 'w:tc').map((item) => queryAll(item, 'w:p').length)).toEqual([1, 1, 1, 1])
    expect(items(all(main, 'w:body/w:p'))).toHaveLength(2)
  })

  it('has no table of contents where there is nothing to list', async () => {
    const { all } = await open({ ...sampleDocument, sections: [] })
    expect(all(main, 'w:fldChar')).toEqual([])
  })

  it('keeps a text of ten thousand characters whole, in a row that may break over pages', async () => {
    const long = 'Scheda del servizio. '.repeat(500)
    const { all } = await open(
      documentOf({
        ...fiche,
        rows: [
          [cell('Attività'), cell(long)],
          [cell('Note'), cell('no')],
        ],
      }),
    )
    const [header, first, second] = all(main, 'w:tr')
    expect(texts(first as XmlElement, 'w:t')).toContain(long)
    const whole = [header, first, second].map((row) => queryAll(row as XmlElement, 'w:trPr/w:cantSplit').length === 1)
    expect(whole).toEqual([true, false, true])
  })

  it('fills the table of contents with links to the headings, whose pages Word is to fill in', () => {
    const contents = written.all(main, 'w:sdtContent')[0] as XmlElement
    const entries = queryAll(contents, 'w:p/w:hyperlink').map((entry) => texts(entry, 'w:t'))
    expect(entries).toEqual([
      ['Introduzione', ''],
      [mended, ''],
      ['Capitolo 3. Servizi', ''],
      ['OB.3.1 Servizi facili da usare', ''],
    ])
    const anchors = queryAll(contents, '//w:hyperlink').map((link) => link.attributes['w:anchor'])
    const bookmarks = written.all(main, 'w:bookmarkStart').map((bookmark) => bookmark.attributes['w:name'])
    expect(anchors).toEqual(bookmarks)
    expect(queryAll(contents, '//w:fldChar')[0]?.attributes['w:dirty']).toBe('true')
  })

  it('makes sections headings of their depth, the deepest of the sixth level', async () => {
    const nested = (depth: number): Section => ({
      id: `s${depth}`,
      title: `Livello ${depth}`,
      blocks: [],
      sections: depth < 8 ? [nested(depth + 1)] : [],
    })
    const { all } = await open({ ...sampleDocument, sections: [nested(1)] })
    const headings = all(main, 'w:p').map((item) => value(item, 'w:pPr/w:pStyle') ?? '')
    expect(headings.filter((style) => style.startsWith('Heading'))).toEqual(
      [1, 2, 3, 4, 5, 6, 6, 6].map((level) => `Heading${level}`),
    )
  })

  it('repeats the header of every table and names the table', () => {
    const tables = written.all(main, 'w:tbl')
    const headers = tables.map((table) =>
      queryAll(table, 'w:tr')
        .filter((row) => queryAll(row, 'w:trPr/w:tblHeader').length > 0)
        .map((row) => texts(row, 'w:t')),
    )
    expect(headers).toEqual([
      [['Stato', 'Linee']],
      [['Misura', 'Titolo', 'Anno', 'Importo', 'Stato']],
      [['Voce', 'Contenuto']],
    ])
    const names = tables.map((table) => value(table, 'w:tblPr/w:tblCaption'))
    expect(names).toEqual(['Stato delle linee: i dati', 'Misure PNRR', fiche.caption])
    expect(styled('Caption')).toEqual(names)
  })

  it('gives columns their share of the width of the text', () => {
    const widths = written
      .all(main, 'w:tbl')
      .map((table) => queryAll(table, 'w:tblGrid/w:gridCol').map((column) => Number(column.attributes['w:w'])))
    expect(widths.map((columns) => columns.map((width) => Math.round(width / 100)))).toEqual([
      [62, 31],
      [13, 40, 13, 13, 13],
      [23, 70],
    ])
  })

  it('numbers every list from one, those within lists too', () => {
    const found = items(written.all(main, 'w:body/w:p'))
    const lists = [...new Set(found.map(({ list }) => list))]
    expect(found.map(({ list, level, text }) => [lists.indexOf(list), level, text])).toEqual([
      [0, '0', 'ricevere'],
      [0, '0', 'rispondere'],
      [0, '0', ''],
      [1, '0', 'primo'],
      [2, '1', 'primo del primo'],
      [1, '0', 'secondo'],
      [3, '0', 'di nuovo primo'],
    ])
    const starts = written.all('word/numbering.xml', 'w:num').flatMap((list) => {
      const restarted = queryAll(list, 'w:lvlOverride/w:startOverride').map((start) => start.attributes['w:val'])
      return lists.includes(list.attributes['w:numId'] ?? '') ? [restarted[0]] : []
    })
    expect(starts).toEqual(['1', '1', '1', '1'])
  })

  it('links to web and mail addresses', () => {
    const relationships = written.xml('word/_rels/document.xml.rels')
    const links = queryAll(relationships, 'Relationship').filter((link) => link.attributes.TargetMode === 'External')
    expect(links.map((link) => [link.attributes.Id, link.attributes.Target])).toEqual([
      ['rIdLink1', 'https://vallechiara.example/schede?a=1&b=2#uno'],
      ['rIdLink2', 'mailto:urp@vallechiara.example'],
    ])
    const anchors = written.all(main, 'w:hyperlink').filter((link) => link.attributes['r:id'] !== undefined)
    expect(anchors.map((link) => [link.attributes['r:id'], words(link)])).toEqual([
      ['rIdLink1', 'il sito'],
      ['rIdLink2', 'elettronica'],
    ])
  })

  it('draws a chart as SVG, with a PNG and its words, under its caption', () => {
    expect(styled('Figure')).toEqual(['Stato delle linee'])
    const [drawing] = written.all(main, 'w:drawing')
    const properties = queryAll(drawing as XmlElement, 'wp:inline/wp:docPr').map(({ attributes }) => attributes)
    expect(properties).toMatchObject([
      { title: 'Stato delle linee', descr: 'Otto linee completate, quattro in corso.' },
    ])
    const media = written.paths.filter((path) => path.startsWith('word/media/'))
    expect(media.map((path) => path.split('.').at(-1))).toEqual(['svg', 'png'])
    const png = written.bytes(media.find((path) => path.endsWith('.png')) ?? '')
    expect(strFromU8(png.slice(1, 4), true)).toBe('PNG')
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(1600)
  })

  it('says in its properties whose it is, in which language, and nothing of the machine', () => {
    const core = written.xml('docProps/core.xml')
    const property = (name: string) => queryAll(core, name).map(textContent)
    expect(property('dc:title')).toEqual([sampleDocument.metadata.title])
    expect(property('dc:creator')).toEqual(['Comune di Vallechiara'])
    expect(property('cp:lastModifiedBy')).toEqual(['Comune di Vallechiara'])
    expect(property('cp:keywords')).toEqual(['piano triennale, trasformazione digitale'])
    expect(property('dc:description')).toEqual(['Piano di prova di un comune inventato'])
    expect(property('dcterms:created')).toEqual(['2026-01-15T00:00:00Z'])
    expect(property('dcterms:modified')).toEqual(['2026-01-15T00:00:00Z'])
    expect(written.all('word/styles.xml', 'w:rPrDefault/w:rPr/w:lang')[0]?.attributes['w:val']).toBe('it-IT')
    expect(written.all('word/fontTable.xml', 'w:font')[0]?.attributes['w:name']).toBe('Titillium Web')
  })

  it('numbers the pages and puts the title above them, but on the cover', () => {
    const headers = written.paths.filter((path) => /^word\/header\d/.test(path)).map((path) => words(written.xml(path)))
    expect(headers).toEqual(['Piano triennale per l’informatica 2025-2027Comune di Vallechiara', ''])
    const footers = written.paths.filter((path) => /^word\/footer\d/.test(path)).map((path) => written.xml(path))
    const fields = footers.map((footer) => [words(footer), ...texts(footer, 'w:instrText')])
    expect(fields).toEqual([['Pagina  di ', 'PAGE', 'NUMPAGES'], ['']])
  })

  it('turns the pages of the sections that ask for it, with tables as wide as their text and no empty page', async () => {
    const { all, paths, xml } = await open(turningDocument)
    expect(all(main, 'w:pgSz').map(({ attributes }) => [attributes['w:orient'], attributes['w:w']])).toEqual([
      ['portrait', '11906'],
      ['landscape', '16838'],
      ['portrait', '11906'],
    ])
    expect(all(main, 'w:tbl/w:tblPr/w:tblW').map(({ attributes }) => attributes['w:w'])).toEqual([
      '9354',
      '14287',
      '14287',
    ])
    const headings = all(main, 'w:p').filter((item) => value(item, 'w:pPr/w:pStyle')?.startsWith('Heading'))
    const breaks = headings.filter((item) => queryAll(item, 'w:pPr/w:pageBreakBefore').length > 0)
    expect(breaks.map(words)).toEqual(['Uno', 'Tre'])
    const headers = paths.filter((path) => /^word\/header\d/.test(path)).map((path) => words(xml(path)))
    expect(headers.filter((text) => text !== '')).toHaveLength(3)
  })

  it('gives the same bytes for the same model, after others too', async () => {
    const first = await write(sampleDocument)
    await write(documentOf(fiche))
    expect(Buffer.compare(await write(sampleDocument), first)).toBe(0)
  })
})

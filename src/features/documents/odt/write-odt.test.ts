// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryAll, textContent, type XmlElement } from '@cj-tech-master/excelts/xml'
import fc from 'fast-check'
import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
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
} from '../docx/fixture.ts'
import { openPackage, texts } from '../docx/open-package.ts'
import type { Block, DocumentModel, Section } from '../model.ts'
import { writeOdt } from './write-odt.ts'

const write = async (model: DocumentModel): Promise<Uint8Array> => (await writeOdt(model, raster)).bytes
const open = async (model: DocumentModel) => openPackage(await write(model))
const written = await open(sampleDocument)
const main = 'content.xml'

/** The text of an element, with its runs of spaces expanded. */
const words = (element: XmlElement): string =>
  element.children
    .map((child) => {
      if (child.type !== 'element') return child.type === 'text' ? child.value : ''
      return child.name === 'text:s' ? ' '.repeat(Number(child.attributes['text:c'])) : words(child)
    })
    .join('')
const styled = (style: string): string[] =>
  written
    .all(main, 'text:p')
    .filter((item) => item.attributes['text:style-name'] === style)
    .map(words)

describe('writeOdt', () => {
  it('writes hostile text as it is, less the characters that no XML may hold', () => {
    expect(written.all(main, 'text:h').map(words)).toContain(mended)
    expect(styled('Text_20_body')).toContain(mended)
  })

  it('keeps every place of the model well formed, whatever it says', async () => {
    const blocks: Block[] = [
      { kind: 'code', text: hostile },
      { kind: 'callout', title: hostile, blocks: [paragraph(hostile)] },
      { ...fiche, caption: hostile, columns: fiche.columns.map((column) => ({ ...column, heading: hostile })) },
      { kind: 'paragraph', content: [{ kind: 'link', url: `https://vallechiara.example/${hostile}\n`, children: [] }] },
    ]
    const facts = [[hostile, hostile]] as const
    const { metadata, cover } = sampleDocument
    const { xml } = await open({
      ...documentOf(...blocks),
      metadata: { ...metadata, title: hostile, administration: hostile, description: hostile, keywords: [hostile] },
      cover: { ...cover, administration: hostile, title: hostile, subtitle: hostile, facts, notice: hostile },
    })
    expect(texts(xml('meta.xml'), 'dc:title')).toEqual([mended])
  })

  it('stays well formed whatever blocks hold one another', async () => {
    const stays = fc.asyncProperty(anyBlocks, async (blocks) => {
      expect((await open(documentOf(...blocks))).paths).not.toEqual([])
    })
    await fc.assert(stays, { numRuns: 40 })
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
    expect(all(main, 'text:p').map(words)).toContain(long)
    expect(all(main, 'table:table-row').map((row) => row.attributes['table:style-name'])).toEqual([
      'Row',
      'LongRow',
      'Row',
    ])
  })

  it('keeps blanks and line ends of code', async () => {
    const { all } = await open(documentOf({ kind: 'code', text: 'a\n   b\tc' }))
    const code = all(main, 'text:p').find((item) => item.attributes['text:style-name'] === 'Preformatted_20_Text')
    expect(
      code?.children.map((child) => (child.type === 'element' ? child.name : words({ ...code, children: [child] }))),
    ).toEqual(['a', 'text:line-break', 'text:s', 'b', 'text:tab', 'c'])
  })

  it('takes tables out of lists, which may hold none, and puts them after', async () => {
    const { all } = await open(
      documentOf({ kind: 'list', ordered: false, items: [[paragraph('uno'), fiche], [fiche]] }),
    )
    expect(all(main, 'office:text/text:list//table:table')).toEqual([])
    expect(all(main, 'office:text/table:table')).toHaveLength(2)
  })

  it('opens with its media type, uncompressed, and lists its parts', async () => {
    const bytes = await write(sampleDocument)
    expect(strFromU8(bytes.slice(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true)).toBe(0)
    const listed = written.all('META-INF/manifest.xml', 'manifest:file-entry')
    const paths = listed.map((entry) => entry.attributes['manifest:full-path'])
    const parts = written.paths.filter((path) => path !== 'mimetype' && !path.startsWith('META-INF'))
    expect(paths).toEqual(['/', ...parts])
  })

  it('declares every style that it uses', () => {
    const declared = ['content.xml', 'styles.xml'].flatMap((path) =>
      ['style:style', 'text:list-style', 'style:page-layout', 'style:master-page', 'style:font-face'].flatMap((name) =>
        written.all(path, name).map((style) => style.attributes['style:name']),
      ),
    )
    const used = ['content.xml', 'styles.xml'].flatMap((path) =>
      written
        .all(path, '*')
        .flatMap(({ attributes }) => Object.entries(attributes))
        .flatMap(([name, value]) =>
          /(?<!^style):(style|font|page-layout|master-page)-name$|parent-style-name$/.test(name) ? [value] : [],
        ),
    )
    expect(used.length).toBeGreaterThan(40)
    expect(declared).toEqual(expect.arrayContaining([...new Set(used)]))
  })

  it('fills the table of contents with links to the headings and references to their pages', () => {
    const entries = written.all(main, 'text:index-body/text:p')
    expect(entries.map(words)).toEqual([
      'Introduzione',
      mended,
      'Capitolo 3. Servizi',
      'OB.3.1 Servizi facili da usare',
    ])
    const bookmarks = written.all(main, 'text:h/text:bookmark-start').map((mark) => mark.attributes['text:name'])
    const links = entries.flatMap((entry) => queryAll(entry, 'text:a'))
    expect(links.map((link) => link.attributes['xlink:href'])).toEqual(bookmarks.map((name) => `#${name}`))
    const references = links.flatMap((link) => queryAll(link, 'text:bookmark-ref'))
    expect(references.map(({ attributes }) => attributes)).toEqual(
      bookmarks.map((name) => ({ 'text:reference-format': 'page', 'text:ref-name': name })),
    )
  })

  it('makes sections headings of their depth, the deepest of the sixth level', async () => {
    const nested = (depth: number): Section => ({
      id: `s${depth}`,
      title: `Livello ${depth}`,
      blocks: [],
      sections: depth < 8 ? [nested(depth + 1)] : [],
    })
    const { all } = await open({ ...sampleDocument, sections: [nested(1)] })
    const levels = all(main, 'text:h').map((heading) => heading.attributes['text:outline-level'])
    expect(levels).toEqual(['1', '2', '3', '4', '5', '6', '6', '6'])
  })

  it('repeats the header of every table and names the table', () => {
    const tables = written.all(main, 'table:table')
    const headers = tables.map((table) => queryAll(table, 'table:table-header-rows//text:p').map(words))
    expect(headers).toEqual([
      ['Stato', 'Linee'],
      ['Misura', 'Titolo', 'Anno', 'Importo', 'Stato'],
      ['Voce', 'Contenuto'],
    ])
    const titles = tables.flatMap((table) => queryAll(table, 'table:title').map(words))
    expect(titles).toEqual(['Stato delle linee: i dati', 'Misure PNRR', fiche.caption])
    expect(styled('Caption')).toEqual(titles)
    expect(tables.map((table) => queryAll(table, 'table:table-header-columns').length)).toEqual([0, 0, 1])
  })

  it('gives columns their share of the width of the text', () => {
    const widths = new Map(
      written
        .all(main, 'style:style')
        .map((style) => [
          style.attributes['style:name'],
          queryAll(style, 'style:table-column-properties')[0]?.attributes['style:column-width'],
        ]),
    )
    const columns = written
      .all(main, 'table:table')
      .map((table) =>
        queryAll(table, '//table:table-column').map((column) => widths.get(column.attributes['table:style-name'])),
      )
    expect(columns).toEqual([
      ['110.00mm', '55.00mm'],
      ['23.57mm', '70.71mm', '23.57mm', '23.57mm', '23.57mm'],
      ['41.25mm', '123.75mm'],
    ])
  })

  it('makes lists of their kind, one within the other', () => {
    const lists = written.all(main, 'office:text/text:list')
    const shape = (list: XmlElement): unknown => [
      list.attributes['text:style-name'],
      ...queryAll(list, 'text:list-item').map((item) => [
        ...queryAll(item, 'text:p').map(words),
        ...queryAll(item, 'text:list').map(shape),
      ]),
    ]
    expect(lists.map(shape)).toEqual([
      ['Bulleted', ['ricevere'], ['rispondere'], ['']],
      ['Numbered', ['primo', ['Numbered', ['primo del primo']]], ['secondo']],
      ['Numbered', ['di nuovo primo']],
    ])
  })

  it('links to web and mail addresses', () => {
    const links = written.all(main, 'text:a').filter((link) => !link.attributes['xlink:href']?.startsWith('#'))
    expect(links.map((link) => [link.attributes['xlink:href'], words(link)])).toEqual([
      ['https://vallechiara.example/schede?a=1&b=2#uno', 'il sito'],
      ['mailto:urp@vallechiara.example', 'elettronica'],
    ])
  })

  it('draws a chart as SVG, with a PNG and its words, under its caption', () => {
    const [frame] = written.all(main, 'draw:frame')
    const images = queryAll(frame as XmlElement, 'draw:image').map(({ attributes }) => attributes['xlink:href'] ?? '')
    expect(images).toEqual(['Pictures/grafico1.svg', 'Pictures/grafico1.png'])
    expect(images.map((path) => written.bytes(path).length > 0)).toEqual([true, true])
    const figure = written.all(main, 'text:p').find((item) => item.attributes['text:style-name'] === 'Figure')
    expect(
      figure?.children.map((child) => (child.type === 'text' ? child.value : 'name' in child && child.name)),
    ).toEqual(['Stato delle linee', 'text:line-break', 'draw:frame'])
    expect(texts(frame as XmlElement, 'svg:title')).toEqual(['Stato delle linee'])
    expect(texts(frame as XmlElement, 'svg:desc')).toEqual(['Otto linee completate, quattro in corso.'])
    expect(frame?.attributes).toMatchObject({ 'svg:width': '165.00mm', 'svg:height': '33.00mm' })
  })

  it('says in its properties whose it is, in which language, and nothing of the machine', () => {
    const properties = queryAll(written.xml('meta.xml'), 'office:meta/*')
    expect(properties.map((property) => [property.name, textContent(property)])).toEqual([
      ['meta:generator', 'Timone'],
      ['dc:title', sampleDocument.metadata.title],
      ['dc:description', 'Piano di prova di un comune inventato'],
      ['meta:keyword', 'piano triennale'],
      ['meta:keyword', 'trasformazione digitale'],
      ['meta:initial-creator', 'Comune di Vallechiara'],
      ['dc:creator', 'Comune di Vallechiara'],
      ['meta:creation-date', '2026-01-15T00:00:00'],
      ['dc:date', '2026-01-15T00:00:00'],
      ['dc:language', 'it-IT'],
    ])
    const [defaults] = written.all('styles.xml', 'style:default-style/style:text-properties')
    expect(defaults?.attributes).toMatchObject({ 'fo:language': 'it', 'fo:country': 'IT' })
  })

  it('numbers the pages and puts the title above them, but on the cover', () => {
    const pages = written.all('styles.xml', 'style:master-page')
    expect(pages.map((page) => [page.attributes['style:name'], page.children.length])).toEqual([
      ['Cover', 0],
      ['Standard', 2],
      ['Landscape', 2],
    ])
    const standard = pages[1] as XmlElement
    expect(queryAll(standard, 'style:header').map(words)).toEqual([
      'Piano triennale per l’informatica 2025-2027Comune di Vallechiara',
    ])
    expect(queryAll(standard, 'style:footer').map(words)).toEqual(['Pagina 1 di 1'])
  })

  it('turns the pages of the sections that ask for it, with tables as wide as their text', async () => {
    const { all } = await open(turningDocument)
    const styles = new Map(all(main, 'style:style').map((style) => [style.attributes['style:name'], style]))
    const pages = all(main, 'text:h').map((heading) => {
      const style = styles.get(heading.attributes['text:style-name'] ?? '')
      const breaks = style ? queryAll(style, 'style:paragraph-properties').map(({ attributes }) => attributes) : []
      return [words(heading), style?.attributes['style:master-page-name'] ?? breaks[0]?.['fo:break-before']]
    })
    expect(pages).toEqual([
      ['Uno', 'page'],
      ['Due', 'Landscape'],
      ['Dentro', undefined],
      ['Tre', 'page'],
      ['Quattro', 'Standard'],
    ])
    expect(all(main, 'table:table').map(({ attributes }) => attributes['table:style-name'])).toEqual([
      'Table165mm',
      'Table252mm',
      'Table252mm',
    ])
  })

  it('gives the same bytes for the same model', async () => {
    const first = await write(sampleDocument)
    expect(Buffer.compare(await write(sampleDocument), first)).toBe(0)
  })
})

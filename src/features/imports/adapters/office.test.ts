// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocx } from './docx.ts'
import { docxOf, odtOf, outlineOf, tablesIn, xlsxOf } from './fixture.ts'
import { readOdt } from './odt.ts'

const paragraph = (text: string, style = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`

describe('a Word document', () => {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.end()
  })
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void server.close())

  const styles = (word: string) =>
    `<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Titolo1"><w:name w:val="heading 1"/></w:style></w:styles>`

  it('gives paragraphs, headings by their style in any language, lists, line breaks', async () => {
    const file = docxOf(
      [
        paragraph('Piano del Comune di Vallechiara', 'Titolo1'),
        '<w:p><w:r><w:t>Segreteria</w:t><w:br/><w:t>Anagrafe</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>Sportelli aperti</w:t></w:r></w:p>',
      ].join(''),
      {
        'word/styles.xml': styles('http://schemas.openxmlformats.org/wordprocessingml/2006/main'),
        'word/numbering.xml':
          '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
      },
    )
    expect(outlineOf((await readDocx(file, 'piano.docx')).blocks)).toEqual([
      '# Piano del Comune di Vallechiara',
      'Segreteria/Anagrafe',
      '• Sportelli aperti',
    ])
  })

  it('gives tables with their header rows, cells over columns and rows, paragraphs as lines', async () => {
    const rows = [
      `<w:trPr><w:tblHeader/></w:trPr>${cell(paragraph('Codice'))}${cell(paragraph('Attività'))}${cell(paragraph('Chi'))}`,
      cell(paragraph('OB 1.1'), '<w:gridSpan w:val="3"/>'),
      `${cell(paragraph('CAP1.PA.01'), '<w:vMerge w:val="restart"/>')}${cell(paragraph('Primo passo'))}${cell(paragraph('Segreteria') + paragraph('Anagrafe'))}`,
      `${cell('<w:p/>', '<w:vMerge/>')}${cell(paragraph('Secondo passo'))}${cell('<w:p/>')}`,
    ]
    const { blocks } = await readDocx(
      docxOf(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`),
      'piano.docx',
    )
    expect(outlineOf(blocks)).toEqual([
      ['Codice|Attività|Chi', 'OB 1.1||', 'CAP1.PA.01|Primo passo|Segreteria/Anagrafe', '|Secondo passo|'],
    ])
    expect(blocks[0]).toMatchObject({
      columns: 3,
      rows: [
        { header: true },
        { cells: [{ columns: 3 }] },
        { cells: [{ rows: 2 }, {}, {}] },
        { cells: [{ column: 1 }] },
      ],
    })
  })

  it('in a frame gives its text, and a table in a cell is a table of its own', async () => {
    const inner = `<w:tbl><w:tr>${cell(paragraph('Codice'))}${cell(paragraph('CAP1.PA.01'))}</w:tr></w:tbl>`
    const framed = `<w:tbl><w:tr>${cell(paragraph('Nota') + inner + paragraph('fine'))}</w:tr></w:tbl>`
    expect(outlineOf((await readDocx(docxOf(framed), 'piano.docx')).blocks)).toEqual([
      ['Codice|CAP1.PA.01'],
      'Nota/fine',
    ])
  })

  it('that refers to an address outside does not reach it', async () => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/immagine.png`
    const picture =
      '<w:p><w:r><w:drawing><wp:inline xmlns:wp="w"><a:blip xmlns:a="a" r:link="r9"/></wp:inline></w:drawing><w:t>Testo</w:t></w:r></w:p>'
    const file = docxOf(picture, {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${address}" TargetMode="External"/></Relationships>`,
    })
    expect(outlineOf((await readDocx(file, 'piano.docx')).blocks)).toEqual(['Testo'])
    expect(requests).toEqual([])
  })

  it('without a body is refused', async () => {
    await expect(readDocx(xlsxOf({ Foglio: '' }), 'piano.docx')).rejects.toMatchObject({ code: 'unreadable-file' })
  })
})

describe('an OpenDocument text', () => {
  it('gives paragraphs with their blanks, headings, lists; notes, comments and deletions are left out', async () => {
    const content = `
      <text:tracked-changes><text:p>Tolto</text:p></text:tracked-changes>
      <text:h text:outline-level="2">Capitolo 1</text:h>
      <text:p>Segreteria<text:s text:c="2"/>generale<text:line-break/>Anagrafe<text:note><text:p>nota</text:p></text:note></text:p>
      <text:list><text:list-item><text:p>Sportelli aperti</text:p></text:list-item></text:list>
      <text:p><draw:frame><draw:text-box><text:p>Riquadro</text:p></draw:text-box></draw:frame>Testo dopo</text:p>`
    expect(outlineOf((await readOdt(odtOf(content), 'piano.odt')).blocks)).toEqual([
      '## Capitolo 1',
      'Segreteria  generale/Anagrafe',
      '• Sportelli aperti',
      'Riquadro',
      'Testo dopo',
    ])
  })

  it('gives tables with header rows, cells over columns and rows, rows and blank cells written once for many', async () => {
    const content = `<table:table>
      <table:table-header-rows><table:table-row>
        <table:table-cell><text:p>Codice</text:p></table:table-cell><table:table-cell><text:p>Chi</text:p></table:table-cell><table:table-cell><text:p>Entro</text:p></table:table-cell>
      </table:table-row></table:table-header-rows>
      <table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>OB 1.1</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
      <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>CAP1.PA.01</text:p></table:table-cell><table:table-cell/><table:table-cell><text:p>2026</text:p></table:table-cell></table:table-row>
      <table:table-row><table:covered-table-cell/><table:table-cell><text:p>Anagrafe</text:p></table:table-cell><table:table-cell/></table:table-row>
      <table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="3"/></table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>CAP1.PA.02</text:p></table:table-cell><table:table-cell/><table:table-cell/></table:table-row>
    </table:table>`
    const { blocks } = await readOdt(odtOf(content), 'piano.odt')
    expect(outlineOf(blocks)).toEqual([
      ['Codice|Chi|Entro', 'OB 1.1||', 'CAP1.PA.01||2026', '|Anagrafe|', '||', 'CAP1.PA.02||', 'CAP1.PA.02||'],
    ])
    const [head, title, body] = tablesIn(blocks)[0]?.rows ?? []
    expect([head?.header, title?.cells[0]?.columns, body?.cells[0]?.rows]).toEqual([true, 3, 2])
  })

  it.each([
    ['is locked', odtOf('', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'password'],
    ['has no content', xlsxOf({ Foglio: '' }), 'non contiene testo'],
  ])('that %s is refused', async (_, bytes, message) => {
    const problems = [{ message: expect.stringContaining(message) }]
    await expect(readOdt(bytes, 'piano.odt')).rejects.toMatchObject({ code: 'unreadable-file', problems })
  })
})

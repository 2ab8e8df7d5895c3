// SPDX-License-Identifier: AGPL-3.0-or-later
import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, it } from 'vitest'
import { readCsv } from './csv.ts'
import { cellsOf, tablesIn, xlsxOf } from './fixture.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

const rows = async (xml: string, files = {}) =>
  tablesIn((await readXlsx(xlsxOf({ Piano: xml }, files), 'piano.xlsx')).blocks).map(cellsOf)[0]
const text = (name: string, words: string) => `<c r="${name}" t="inlineStr"><is><t>${words}</t></is></c>`

describe('a workbook', () => {
  it('is read as another program writes it: texts, dates, amounts, results of formulas, merged cells', async () => {
    const workbook = new Workbook()
    const sheet = workbook.addWorksheet("Linee d'azione")
    sheet.addRow(['Piano del Comune di Vallechiara'])
    sheet.addRow(['Codice', 'Entro', 'Importo', 'Quota', 'Fatto', 'Note'])
    sheet.addRow(['CAP1.PA.01', new Date(Date.UTC(2026, 5, 30)), 1089859.5, 0.25, true, 'prima\nseconda'])
    sheet.addRow([
      { formula: 'A3', result: 'CAP1.PA.02' },
      { formula: 'B3', result: new Date(Date.UTC(2027, 0, 1)) },
    ])
    sheet.getCell('B3').numFmt = 'dd/mm/yyyy'
    sheet.getCell('B4').numFmt = '[$-410]mmm-yy;@'
    sheet.getCell('C3').numFmt = '#,##0.00 "€"'
    sheet.getCell('D3').numFmt = '0%'
    sheet.mergeCells('A1:F1')
    const { blocks, pages } = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()), 'piano.xlsx')
    const [table] = tablesIn(blocks)
    expect(pages).toBe(1)
    expect(table && cellsOf(table)).toEqual([
      'Piano del Comune di Vallechiara|||||',
      'Codice|Entro|Importo|Quota|Fatto|Note',
      'CAP1.PA.01|2026-06-30|1089859.5|25%|VERO|prima/seconda',
      'CAP1.PA.02|2027-01||||',
    ])
    expect(table?.place).toEqual({ sheet: "Linee d'azione", range: 'A1:F4' })
    expect(table?.rows[0]?.cells[0]).toMatchObject({ columns: 6, place: { range: 'A1:F1' } })
    expect(table?.rows[2]?.cells[1]?.place).toEqual({ sheet: "Linee d'azione", range: 'B3' })
  })

  it('is as large as its cells, whatever it declares: a gigabyte of sheet, merged all over', async () => {
    const xml = `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols>
      <sheetData><row r="2">${text('B2', 'CAP1.PA.01')}${text('C2', '2026')}</row></sheetData>
      <mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="C2:XFD1048576"/></mergeCells>`
    expect(await rows(xml)).toEqual(['|CAP1.PA.01|2026'])
  })

  it('shows no errors, blanks or escapes; hidden sheets are left out and told', async () => {
    const file = xlsxOf({
      Piano: `<sheetData><row>${text('A1', 'una_x000D_ riga')}<c r="B1" t="e"><v>#N/A</v></c><c r="C1"><v> </v></c></row></sheetData>`,
      _Elenchi: `<sheetData><row>${text('A1', 'segreto')}</row></sheetData>`,
    })
    const { blocks, warnings } = await readXlsx(file, 'piano.xlsx')
    expect(tablesIn(blocks).map(cellsOf)).toEqual([['una\r riga']])
    expect(warnings).toEqual(['Il foglio nascosto «_Elenchi» non è stato letto.'])
  })

  it('counts dates from 1904 where it says so, and reads shared texts with their runs joined', async () => {
    const dates = await rows(
      '<sheetData><row><c r="A1" s="0"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData>',
      {
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="Piano" r:id="s0"/></sheets></workbook>',
        'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
        'xl/sharedStrings.xml': '<sst><si><r><t>Uffi</t></r><r><t>cio</t></r><rPh><t>x</t></rPh></si></sst>',
      },
    )
    expect(dates).toEqual(['1904-01-01|Ufficio'])
  })

  it.each([
    ['without sheets', {}, 'non contiene fogli'],
    ['without cells', { Piano: '<sheetData/>' }, 'non ha celle'],
  ])('%s is refused', async (_, sheets, message) => {
    const problems = [{ message: expect.stringContaining(message) }]
    await expect(readXlsx(xlsxOf(sheets), 'piano.xlsx')).rejects.toMatchObject({ code: 'unreadable-file', problems })
  })
})

describe('a CSV', () => {
  const read = async (bytes: Uint8Array) => tablesIn((await readCsv(bytes, 'piano.csv')).blocks)[0]
  const utf8 = (text: string) => new TextEncoder().encode(text)

  it.each([
    [
      'semicolons and a mark of UTF-8',
      utf8('\ufeffCodice;Attività, in breve\r\nCAP1.PA.01;"Si apre; e si chiude"\r\n'),
    ],
    ['commas', utf8('Codice,"Attività, in breve"\nCAP1.PA.01,Si apre; e si chiude\n')],
    ['tabs', utf8('Codice\tAttività, in breve\nCAP1.PA.01\tSi apre; e si chiude')],
    [
      'the letters of older programs',
      Buffer.from('Codice;Attivit\xe0, in breve\nCAP1.PA.01;"Si apre; e si chiude"', 'latin1'),
    ],
  ])('with %s is read by cells', async (_, bytes) => {
    const table = await read(bytes)
    expect(table && cellsOf(table)).toEqual(['Codice|Attività, in breve', 'CAP1.PA.01|Si apre; e si chiude'])
    expect(table?.rows[1]?.cells[1]?.place).toEqual({ range: 'B2' })
  })

  it('keeps line breaks in cells and the numbers of rows where some are blank', async () => {
    const table = await read(utf8('Codice;Note\n;\nCAP1.PA.01;"prima\nseconda"'))
    expect(table && cellsOf(table)).toEqual(['Codice|Note', 'CAP1.PA.01|prima/seconda'])
    expect(table?.rows[1]?.cells[0]?.place).toEqual({ range: 'A3' })
  })

  it.each([
    ['never closes a quote', '"Codice;Note\nCAP1.PA.01;2026', 'virgolette'],
    ['has only blanks', ';;\n;;', 'non ha celle'],
  ])('that %s is refused', async (_, text, message) => {
    const problems = [{ message: expect.stringContaining(message) }]
    await expect(readCsv(utf8(text), 'piano.csv')).rejects.toMatchObject({ code: 'unreadable-file', problems })
  })
})

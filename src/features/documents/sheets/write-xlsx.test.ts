// SPDX-License-Identifier: AGPL-3.0-or-later
import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { factFields } from '../../administrations/index.ts'
import { deadlineColumns, sheetColumns, type TailoredPlan } from '../../plans/index.ts'
import { type Profile, sheetedKinds } from '../../profiles/index.ts'
import { sampleLine, sampleMetadata, samplePlan, vallechiara } from './fixture.ts'
import { writeXlsx } from './write-xlsx.ts'

const write = async (plan: TailoredPlan, parts: Partial<Profile> = {}): Promise<Uint8Array> => {
  const profile: Profile = { administration: { ...vallechiara, kind: 'municipality' }, plan: plan.plan, ...parts }
  return (await writeXlsx(plan, profile, sampleMetadata)).bytes
}

async function read(plan: TailoredPlan, parts: Partial<Profile> = {}): Promise<Workbook> {
  const workbook = new Workbook()
  await workbook.xlsx.load(await write(plan, parts))
  return workbook
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

const lines = async (plan: TailoredPlan): Promise<Worksheet> => sheetOf(await read(plan), 'Linee d’azione')

/** The cell under a heading in a row. */
const cell = (sheet: Worksheet, heading: string, row = 2) =>
  sheet.getCell(row, sheetColumns.findIndex((column) => column.heading === heading) + 1)

describe('writeXlsx', () => {
  it('refuses a text longer than a cell and says where it is', async () => {
    const officialText = 'x'.repeat(32_768)
    await expect(write(samplePlan(sampleLine({ code: 'CAP3.PA.01', officialText })))).rejects.toMatchObject({
      code: 'unprintable',
      problems: [
        {
          place: 'CAP3.PA.01 › Testo ufficiale',
          message: '32.768 caratteri: una cella XLSX ne contiene 32.767',
        },
      ],
    })
  })

  it('keeps a text as long as a cell whole', async () => {
    const officialText = 'è'.repeat(32_767)
    const sheet = await lines(samplePlan(sampleLine({ officialText })))
    expect(cell(sheet, 'Testo ufficiale').value).toBe(officialText)
  })

  it.each(['=1+1', '+39 02 555', '-1', '@SUM(A1)', "'=1", '\t=1', '=HYPERLINK("https://example.org")'])(
    'keeps %j a text',
    async (activity) => {
      const sheet = await lines(samplePlan(sampleLine({}, { activity })))
      expect(cell(sheet, 'Attività').value).toBe(activity)
      expect(cell(sheet, 'Attività').formula).toBeUndefined()
    },
  )

  it.each([
    ['mark-up', '<a href="x">&amp; ]]> <!-- </t>'],
    ['line ends', 'uno\ndue\n\ntre\n'],
    ['blanks at the ends', '  uno  '],
    ['emoji', '🏛️ Municipio'],
    ['what looks like an escape', '_x000D_ _x0041_'],
    ['ten thousand characters', 'Scheda del servizio. '.repeat(500)],
  ])('gives back %s as written', async (_, activity) => {
    const sheet = await lines(samplePlan(sampleLine({}, { activity })))
    expect(cell(sheet, 'Attività').value).toBe(activity)
  })

  it('writes every line end as a line feed', async () => {
    const sheet = await lines(samplePlan(sampleLine({}, { activity: 'uno\r\ndue\rtre' })))
    expect(cell(sheet, 'Attività').value).toBe('uno\ndue\ntre')
  })

  it('drops characters that would break the file', async () => {
    const sheet = await lines(samplePlan(sampleLine({}, { activity: 'a\u0000b\u001bc\ud800d\uffff' })))
    expect(cell(sheet, 'Attività').value).toBe('abcd')
  })

  it.each(['=1+1', '@SUM(A1)', '=HYPERLINK("https://example.org")'])(
    'keeps %j a text in the sheets of the other records too',
    async (words) => {
      const plan = samplePlan(sampleLine({}))
      const workbook = await read(plan, {
        plan: { ...plan.plan, title: words, initiatives: [{ title: words }], narrative: { introduction: words } },
        spending: [{ year: 2025, kind: 'actual', amount: '1.00', note: words }],
        offices: [{ name: words }],
      })
      for (const name of ['Iniziative', 'Testi', 'Spesa', 'Uffici', 'Frontespizio']) {
        const cells = (sheetOf(workbook, name).getRow(2).values as unknown[]).filter((value) => value === words)
        expect(cells, name).toHaveLength(1)
      }
    },
  )

  it('has a sheet for each kind of record, with a row for each question on the body', async () => {
    const workbook = await read(samplePlan(sampleLine({})), { facts: { pagoPA: true } })
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Linee d’azione',
      'Scadenze',
      'Iniziative',
      'Spesa',
      'Progetti PNRR',
      'Testi',
      'Uffici',
      'Ruoli',
      'Fatti dell’ente',
      'Linee facoltative',
      'Frontespizio',
      'Informazioni',
    ])
    const facts = sheetOf(workbook, 'Fatti dell’ente')
    const answers = Array.from({ length: facts.rowCount }, (_, row) => [
      facts.getCell(row + 1, 1).value,
      facts.getCell(row + 1, 2).value,
    ])
    expect(answers).toHaveLength(1 + Object.keys(factFields).length)
    expect(answers).toContainEqual(['Aderisce a pagoPA', 'Sì'])
    expect(answers).toContainEqual(['Aderisce ad App IO', null])
  })

  it('writes dates as dates and words as words', async () => {
    const sheet = await lines(samplePlan(sampleLine({}, { planned: '2026-03-31', completed: 'ogni anno' })))
    expect(cell(sheet, 'Data prevista').value).toEqual(new Date('2026-03-31T00:00:00Z'))
    expect(cell(sheet, 'Data prevista').numFmt).toBe('dd/mm/yyyy')
    expect(cell(sheet, 'Data della scadenza').value).toEqual(new Date('2025-12-31T00:00:00Z'))
    expect(cell(sheet, 'Data di completamento').value).toBe('ogni anno')
  })

  it('freezes and filters the header, and limits status and verdict to their values, each in one range', async () => {
    const sheet = await lines(samplePlan(sampleLine({ code: 'CAP3.PA.01' }), sampleLine({ code: 'CAP3.PA.02' })))
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 1 })
    expect(sheet.autoFilter).toBe('A1:Y3')
    expect(Object.keys(sheet.dataValidations.model)).toEqual(['range:M2:M3', 'range:P2:P3'])
    expect(sheet.dataValidations.find('P3')).toMatchObject({
      type: 'list',
      formulae: ['"Non avviata,Pianificata,In corso,Continuativa,Completata,Non applicabile,Non realizzabile"'],
    })
    expect(cell(sheet, 'Attività').alignment).toMatchObject({ wrapText: true })
  })

  it('lists the deadlines in a sheet of their own', async () => {
    const plan = samplePlan(
      sampleLine({ code: 'CAP3.PA.01', timing: { kind: 'in-force' } }),
      sampleLine({ code: 'CAP3.PA.02' }),
    )
    const sheet = sheetOf(await read(plan), 'Scadenze')
    expect(sheet.getRow(1).values).toEqual([undefined, ...deadlineColumns.map(({ heading }) => heading)])
    expect(sheet.rowCount).toBe(2)
    expect(sheet.getCell('A2').value).toEqual(new Date('2025-12-31T00:00:00Z'))
    expect(sheet.getCell('G2').value).toBe('CAP3.PA.02')
  })

  it('says whose plan it is, on the last sheet and in the properties', async () => {
    const workbook = await read(samplePlan(sampleLine({})))
    const sheet = sheetOf(workbook, 'Informazioni')
    const particulars = Array.from({ length: sheet.rowCount }, (_, index) => [
      sheet.getCell(index + 1, 1).value,
      sheet.getCell(index + 1, 2).value,
    ])
    expect(particulars).toEqual([
      ['Documento', sampleMetadata.title],
      ['Ente', 'Comune di Vallechiara'],
      ['Codice ente', 'Z999'],
      ['Triennio', '2025-2027'],
      ['Edizione del Piano nazionale', '2024-2026'],
      ['Data', '15/01/2026'],
      ['Impronta del piano (SHA-256)', sampleMetadata.planHash],
      ['Versione del formato', '4'],
    ])
    expect(workbook).toMatchObject({
      title: sampleMetadata.title,
      creator: 'Comune di Vallechiara',
      language: 'it-IT',
      created: new Date('2026-01-15T00:00:00Z'),
    })
  })

  it('hides the column of the official texts when there is none', async () => {
    const column = sheetColumns.findIndex(({ key }) => key === 'officialText') + 1
    const without = await lines(samplePlan(sampleLine({})))
    const withText = await lines(samplePlan(sampleLine({ officialText: 'Testo di prova.' })))
    expect([without.getColumn(column).hidden, withText.getColumn(column).hidden]).toEqual([true, false])
  })

  it('gives the same bytes for the same plan', async () => {
    const plan = samplePlan(sampleLine({}, { activity: 'Riscriviamo le schede.' }))
    expect(await write(plan)).toEqual(await write(plan))
  })

  it('holds no formula and no link to another file', async () => {
    const parts = unzipSync(await write(samplePlan(sampleLine({}, { activity: '=1+1' }))))
    const sheets = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/'))
    expect(sheets).toHaveLength(2 + sheetedKinds.length + 1)
    for (const path of sheets) expect(strFromU8(parts[path] ?? new Uint8Array())).not.toMatch(/<f>|<hyperlink/)
  })
})

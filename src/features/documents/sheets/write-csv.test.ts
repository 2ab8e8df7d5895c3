// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetColumns, type TailoredPlan } from '../../plans/index.ts'
import { unguardCell } from '../../records/index.ts'
import { sampleLine, samplePlan, vallechiara } from './fixture.ts'
import { sheetRows } from './rows.ts'
import { writeCsv } from './write-csv.ts'

const read = (bytes: Uint8Array): string[][] =>
  parse(Buffer.from(bytes), { bom: true, delimiter: ';', record_delimiter: '\r\n' })

/** The rows of a CSV as a program reads them, without the guards. */
const readBack = (plan: TailoredPlan) => {
  const [headings = [], ...records] = read(writeCsv(plan, vallechiara).bytes)
  expect(headings).toEqual(sheetColumns.map(({ heading }) => heading))
  return records.map((record) =>
    Object.fromEntries(sheetColumns.map(({ key }, index) => [key, unguardCell(record[index] ?? '')])),
  )
}

describe('writeCsv', () => {
  it('opens with the mark of UTF-8, separates with semicolons and ends lines with CRLF', () => {
    const { bytes, rows } = writeCsv(samplePlan(sampleLine({})), vallechiara)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text.startsWith('\uFEFFEnte;Codice ente;Codice;')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(rows).toBe(1)
  })

  it('lets no text of the body become a formula', () => {
    const activity = '=HYPERLINK("https://example.org";"apri")'
    const [, record] = read(writeCsv(samplePlan(sampleLine({}, { activity })), vallechiara).bytes)
    expect(record).toContain(`'${activity}`)
  })

  it('gives every text back, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc
          .constantFrom('', '=', ';', '"', '\r\n', '\n', "'", '\uFEFF', '🏛', ' ')
          .chain((special) => fc.string().map((rest) => `${special}${rest}${special}`)),
        (activity, notes) => {
          const plan = samplePlan(sampleLine({}, { activity, notes, planned: '2026-03-31' }))
          expect(readBack(plan)).toEqual(sheetRows(plan, vallechiara))
        },
      ),
    )
  })
})

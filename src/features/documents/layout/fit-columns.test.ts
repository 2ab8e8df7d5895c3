// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cell } from '../docx/fixture.ts'
import { fitColumns } from './fit-columns.ts'

const widthsOf = (columns: readonly { readonly width: number }[]) => columns.map(({ width }) => width)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('fitColumns', () => {
  it('leaves alone columns that hold their words', () => {
    const columns = [
      { heading: 'Voce', width: 1 },
      { heading: 'Valore', width: 3, align: 'end' as const },
    ]
    expect(fitColumns(columns, [[cell('Abitanti'), cell('33.786')]])).toBe(columns)
  })

  it('widens what is too narrow for a word of its heading or of a cell; the others keep their proportions', () => {
    const columns = [
      { heading: 'Data', width: 4 },
      { heading: 'Asseverazione', width: 4 },
      { heading: 'Attività', width: 60 },
      { heading: 'Note', width: 30 },
    ]
    const [date = 0, certified = 0, activity = 0, notes = 0] = widthsOf(
      fitColumns(columns, [[cell('31/12/2026'), cell(''), cell('Corsi'), cell('')]]),
    )
    expect(date).toBeGreaterThan(16)
    expect(certified).toBeGreaterThan(22)
    expect(activity / notes).toBeCloseTo(2)
  })

  it('does not make room for the whole of an address', () => {
    const columns = [
      { heading: 'Prova', width: 10 },
      { heading: 'Nota', width: 90 },
    ]
    const [first = 0] = widthsOf(
      fitColumns(columns, [[cell(`https://vallechiara.example/${'a'.repeat(300)}`), cell('')]]),
    )
    expect(first).toBeLessThan(40)
  })

  it('never takes all from a column, whatever the words', () => {
    const column = fc.record({ heading: fc.string({ maxLength: 60 }), width: fc.integer({ min: 1, max: 100 }) })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), (columns) => {
        const before = widthsOf(columns)
        const after = widthsOf(fitColumns(columns, []))
        const changed = after.some((width, index) => width !== before[index])
        expect(sum(after)).toBeCloseTo(changed ? 165 : sum(before), 6)
        for (const width of after) expect(width).toBeGreaterThan(0)
      }),
    )
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellItems, itemsCell } from './cells.ts'
import { guardCell, unguardCell } from './formula-guard.ts'

describe('guardCell', () => {
  it.each(['=1+1', '+39 02', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])('marks %j as text', (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`)
  })

  it('leaves other texts as they are', () => {
    expect(guardCell('Sportello digitale = aperto')).toBe('Sportello digitale = aperto')
  })

  it('is undone by unguardCell, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => unguardCell(guardCell(cell)) === cell))
  })
})

describe('cells of several values', () => {
  const value = fc
    .string({ minLength: 1 })
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const lines = fc.array(value, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'))

  it('give their values back', () => {
    fc.assert(
      fc.property(fc.array(lines), (items) => {
        expect(cellItems(itemsCell(items))).toEqual(items)
      }),
    )
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { cell, fiche, paragraph } from '../docx/fixture.ts'
import { columnWidths, isShort } from './table-layout.ts'

describe('isShort', () => {
  it.each([
    ['many words in a wide column', [cell('Attività'), cell('parola '.repeat(300))], [40, 120]],
    ['few words in a narrow column', [cell('parola '.repeat(30)), cell('')], [10, 150]],
    ['many line ends', [[{ kind: 'code', text: '\n'.repeat(30) }]], [160]],
    [
      'many breaks',
      [[{ kind: 'paragraph', content: Array.from({ length: 30 }, () => ({ kind: 'break' as const })) }]],
      [160],
    ],
    [
      'many items',
      [[{ kind: 'list', ordered: true, items: Array.from({ length: 30 }, () => [paragraph('uno')]) }]],
      [160],
    ],
    ['a table in a cell', [[fiche]], [160]],
  ] as const)('is false for %s', (_, row, widths) => {
    expect(isShort(row, widths)).toBe(false)
  })

  it('is true for what fills some lines', () => {
    expect(isShort([cell('Attività'), cell('parola '.repeat(60))], [40, 120])).toBe(true)
  })
})

describe('columnWidths', () => {
  it('shares the width out', () => {
    expect(columnWidths(fiche.columns, 160)).toEqual([40, 120])
  })
})

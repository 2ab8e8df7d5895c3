// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { findAmount, onlyAmount } from './amounts.ts'

describe('a sum of money in a text', () => {
  it.each(['', '2024', '18 servizi', 'il 31.12.2025', 'art. 64 comma 1', 'Misura 1.4.1', 'euro'])(
    'is not found in «%s»',
    (text) => {
      expect(findAmount(text)).toBeUndefined()
    },
  )

  it.each([
    ['€ 1.089.859', 1_089_859],
    ['899.074,22', 899_074.22],
    ['€67.759,00', 67_759],
    ['12.500 euro', 12_500],
    ['1’250 €', 1250],
    ['EUR 300', 300],
    ['€ 0,50', 0.5],
    ['€ 1234.50', 1234.5],
    ['Anno 2023 (consuntivo) € 15.300,40', 15_300.4],
  ])('of «%s» is %d euro', (text, euro) => {
    expect(findAmount(text)?.euro).toBe(euro)
  })

  it('says where it stands', () => {
    const text = 'contributo di € 14.000,00 concesso'
    const found = findAmount(text)
    expect(text.slice(found?.start, found?.end).trim()).toBe('€ 14.000,00')
  })
})

describe('a cell of a column of amounts', () => {
  it.each(['', '€', 'n.d.', 'Bilancio', '14.000 circa', '10.000 + 5.000', '1.2.3'])('holds none in «%s»', (cell) => {
    expect(onlyAmount(cell)).toBeUndefined()
  })

  it.each([
    ['€ 1.089.859', 1_089_859],
    ['899.074,22', 899_074.22],
    ['14000', 14_000],
    ['14.000,00 €', 14_000],
    ['1234.50', 1234.5],
  ])('holds «%s», %d euro', (cell, euro) => {
    expect(onlyAmount(cell)).toBe(euro)
  })
})

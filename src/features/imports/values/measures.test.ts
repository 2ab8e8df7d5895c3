// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { findMeasure, measureTitle } from './measures.ts'

describe('PNRR measures', () => {
  it.each(['', 'PNRR', 'Capitolo 1.4.1', 'il 31.12.2025', 'Misura di sicurezza'])('are not found in «%s»', (text) => {
    expect(findMeasure(text)).toBeUndefined()
  })

  it.each([
    ['Misura 1.4.1', '1.4.1'],
    ['M1C1 1.4.3', '1.4.3'],
    ['Misura PNRR 1.7.1 “Sportello di quartiere”', '1.7.1'],
    ['PNRR M1C1 - Investimento 1.2', '1.2'],
    ['misura n. 1.4.5 notifiche', '1.4.5'],
    ['Avviso Misura 1.3.1 "Dati"', '1.3.1'],
  ])('are read from «%s»', (text, measure) => {
    expect(findMeasure(text)?.measure).toBe(measure)
  })

  it('are read from a bare number only in a column of measures', () => {
    expect(findMeasure('1.4.4 Identità')).toBeUndefined()
    expect(findMeasure('1.4.4 Identità', true)?.measure).toBe('1.4.4')
    expect(findMeasure('14.000,00', true)).toBeUndefined()
  })

  it.each([
    ['Misura 1.4.1', null],
    ['Misura PNRR 1.7.1 “Sportello di quartiere”', 'Sportello di quartiere'],
    ['Misura 1.2 – Servizi in nuvola', 'Servizi in nuvola'],
    ['Misura 1.4.3: pagamenti', 'pagamenti'],
  ])('with their title: «%s» → %s', (text, title) => {
    const measure = findMeasure(text)
    expect(measure && measureTitle(text, measure)).toBe(title)
  })
})

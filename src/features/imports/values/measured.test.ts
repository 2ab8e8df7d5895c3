// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readMeasured } from './measured.ts'

describe('the measured value of a text', () => {
  it.each(['', 'nessuno', '2024', 'tra 3 e 5 servizi', 'art. 12', 'delibera n. 45', 'v1.2.3', '31/12/2024'])(
    'is none: %j',
    (text) => {
      expect(readMeasured(text)).toBeUndefined()
    },
  )

  it.each([
    ['18', { value: 18, unit: null, date: null }],
    ['n. 18 servizi in rete', { value: 18, unit: 'servizi', date: null }],
    ['85,5 %', { value: 85.5, unit: '%', date: null }],
    ['il 40 per cento nel 2024', { value: 40, unit: '%', date: '2024' }],
    ['1.250 pagamenti al 5.3.2024', { value: 1250, unit: 'pagamenti', date: '2024-03-05' }],
  ])('%s', (text, measured) => {
    expect(readMeasured(text)).toEqual(measured)
  })
})

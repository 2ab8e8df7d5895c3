// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { isTiming, readTiming, takeTiming } from './timing.ts'

describe('what printed words mean as a timing', () => {
  it.each(['', 'da definire', 'presto', '31.02.2025', '12/13/2025', 'art. 14'])('reads no date in «%s»', (words) => {
    expect(readTiming(words)).toBeUndefined()
  })

  it.each([
    ['31.12.2025', { kind: 'by', date: '2025-12-31' }],
    ['5/3/2026', { kind: 'by', date: '2026-03-05' }],
    ['31/12/25', { kind: 'by', date: '2025-12-31' }],
    ['dic-25', { kind: 'by', date: '2025-12-31' }],
    ['Febbraio 2028', { kind: 'by', date: '2028-02-29' }],
    ['Entro settembre 2024', { kind: 'by', date: '2024-09-30' }],
    ['entro il 23 settembre 2025', { kind: 'by', date: '2025-09-23' }],
    ['2026', { kind: 'by', date: '2026-12-31' }],
    ['2025-2026', { kind: 'by', date: '2026-12-31' }],
    ['Da marzo 2024', { kind: 'from', date: '2024-03-01' }],
    ['A partire da luglio 2024', { kind: 'from', date: '2024-07-01' }],
    ['Dal 15 gennaio 2025', { kind: 'from', date: '2025-01-15' }],
    ['Dal 2025', { kind: 'from', date: '2025-01-01' }],
    ['Continuativa', { kind: 'in-force' }],
    ['azione vigente', { kind: 'in-force' }],
    ['Linea d’azione vigente', { kind: 'in-force' }],
  ])('reads «%s» as %o', (words, timing) => {
    expect(readTiming(words)).toEqual(timing)
  })
})

describe('the words that say when', () => {
  it.each(['', 'Le PA pubblicano', 'Nel rispetto del CAD', 'Continuano le attività', '12 servizi'])(
    'finds none at the beginning of «%s»',
    (text) => {
      expect(takeTiming(text)).toBeUndefined()
    },
  )

  it.each([
    ['Da marzo 2024 – Il Comune apre', 'Da marzo 2024'],
    ['Entro dicembre 2026 - Gli uffici', 'Entro dicembre 2026'],
    ['31/03/2025 CAP3.PA.13', '31/03/2025'],
    ['Azione vigente: il Comune', 'Azione vigente'],
    ['entro il 23 settembre', 'entro il 23 settembre'],
    ['Continuativa (ogni anno) poi', 'Continuativa (ogni anno)'],
  ])('takes them from «%s»', (text, words) => {
    expect(takeTiming(text)).toBe(words)
  })

  it.each(['31.12.2025', 'dic-25', 'Da marzo 2024', 'entro il 23 settembre', 'Continuativa', 'azione vigente.'])(
    'knows that «%s» says nothing else',
    (text) => {
      expect(isTiming(text)).toBe(true)
    },
  )

  it.each(['Da marzo 2024 il Comune', 'settembre', 'Uffici'])('knows that «%s» is no mere timing', (text) => {
    expect(isTiming(text)).toBe(false)
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { dayMeant, meantDate, storedDate } from './printed-dates.ts'

describe('words that mean a date', () => {
  it.each([
    ['31.12.2025', '2025-12-31'],
    ['31/12/2025', '2025-12-31'],
    ['1-3-2027', '2027-03-01'],
    ['2026-03-05', '2026-03-05'],
    ['31/12/25', '2025-12-31'],
    ['1° marzo 2027', '2027-03-01'],
    ['29 febbraio 2028', '2028-02-29'],
    ['entro il 31/12/2026', '2026-12-31'],
    ['dicembre 2026', '2026-12-31'],
    ['Dicembre  2026', '2026-12-31'],
    ['dic-26', '2026-12-31'],
    ['sett. 2026', '2026-09-30'],
    ['02/2028', '2028-02-29'],
    ['2026-06', '2026-06-30'],
    ['entro giugno 2026', '2026-06-30'],
    ['entro la fine di giugno 2026', '2026-06-30'],
    ['da marzo 2026', '2026-03-01'],
    ['2026', '2026-12-31'],
    ['entro il 2026', '2026-12-31'],
    ['dal 2026', '2026-01-01'],
  ])('«%s» means %s', (words, day) => {
    expect(dayMeant(words)).toBe(day)
  })

  it.each([
    '31/02/2026',
    '13/25/2025',
    '31 febbraio 2026',
    '00/01/2026',
    '2026-13-01',
    '13/2026',
    'entro il 31.04.2026',
  ])('«%s» is written as a date that does not exist', (words) => {
    expect([meantDate(words), dayMeant(words)]).toEqual([{ kind: 'impossible' }, undefined])
  })

  it.each([
    '',
    'attività continuativa',
    '2025-2027',
    'maggiore 2026',
    'di 2026',
    'fase 2',
    '12',
    'dal 2026 al 2027',
    'mar',
  ])('«%s» means none', (words) => {
    expect(meantDate(words)).toBeUndefined()
  })
})

it('only a day alone, with its year in full, is kept as a date: other words stay as they were written', () => {
  expect(['31.12.2025', '1° marzo 2027', '2026-03-05'].map(storedDate)).toEqual([
    '2025-12-31',
    '2027-03-01',
    '2026-03-05',
  ])
  for (const words of ['31/12/25', 'dicembre 2026', 'dic-26', 'entro il 31/12/2026', '31/02/2026', '2026'])
    expect(storedDate(words)).toBe(words)
})

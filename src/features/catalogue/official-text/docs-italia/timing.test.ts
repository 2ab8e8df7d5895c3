// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readTiming } from './timing.ts'

describe('the date printed before a line', () => {
  it.each([
    'marzo',
    '2027',
    'Marzo 207',
    'Marza 2027',
    '31 febbraio 2027',
    'Da marzo',
    'Marzo 1027',
    '',
    'Le PA nel 2027',
  ])('is not «%s»', (words) => {
    expect(readTiming(words)).toBeUndefined()
  })

  it.each([
    ['Marzo 2027', { kind: 'by', date: '2027-03-31' }],
    ['febbraio 2028', { kind: 'by', date: '2028-02-29' }],
    ['ENTRO GIUGNO 2027', { kind: 'by', date: '2027-06-30' }],
    ['Entro il 15 settembre 2027', { kind: 'by', date: '2027-09-15' }],
    ['Entro la fine di dicembre 2027', { kind: 'by', date: '2027-12-31' }],
    ['9 giugno 2027', { kind: 'by', date: '2027-06-09' }],
  ])('«%s» binds by its last day', (words, timing) => {
    expect(readTiming(words)).toEqual(timing)
  })

  it.each([
    ['Da marzo 2027', { kind: 'from', date: '2027-03-01' }],
    ['da Febbraio 2028', { kind: 'from', date: '2028-02-01' }],
    ['Dal 1° gennaio 2028', { kind: 'from', date: '2028-01-01' }],
    ["Dall'8 aprile 2027", { kind: 'from', date: '2027-04-08' }],
    ['A partire da luglio 2027', { kind: 'from', date: '2027-07-01' }],
    ['A partire dal 2 luglio 2027', { kind: 'from', date: '2027-07-02' }],
  ])('«%s» binds from its first day', (words, timing) => {
    expect(readTiming(words)).toEqual(timing)
  })

  it.each([
    ['Settembre 2027', 'Le PA pubblicano, entro il 23 settembre, il catalogo', '2027-09-23'],
    ['Settembre 2027', 'Le PA rispondono entro il 5 ottobre alle richieste', '2027-09-30'],
    ['Settembre 2027', 'Le PA chiudono entro il 31 settembre', '2027-09-30'],
  ])('«%s» is exact where the text says the day of that month: «%s»', (words, text, date) => {
    expect(readTiming(words, text)).toEqual({ kind: 'by', date })
  })
})

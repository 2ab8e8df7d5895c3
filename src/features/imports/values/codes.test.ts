// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import {
  findCodes,
  isExample,
  onlyCode,
  readExpectedResult,
  readObjective,
  startsWithReference,
  writeCode,
} from './codes.ts'

describe('codes of action lines', () => {
  it.each(['', 'CAP 12', 'PA.06', 'CAP4.PA.', 'CAP4.IST.06', 'RICAP4.PA.06', 'CAP4.PA.0612', 'CAP4.PA.06b'])(
    'finds none in «%s»',
    (text) => {
      expect(findCodes(text)).toEqual([])
      expect(onlyCode(text)).toBeUndefined()
    },
  )

  it.each([
    ['CAP4.PA.06', { printed: 'CAP4.PA.06', chapter: 4, legacy: false, number: 6 }],
    ['CAP4.PA.LA06', { printed: 'CAP4.PA.LA06', chapter: 4, legacy: true, number: 6 }],
    ['CAP3.PA17', { printed: 'CAP3.PA17', chapter: 3, legacy: false, number: 17 }],
    ['cap3.pa.04', { printed: 'cap3.pa.04', chapter: 3, legacy: false, number: 4 }],
    ['CAP 1. PA. 07', { printed: 'CAP1.PA.07', chapter: 1, legacy: false, number: 7 }],
    ['CAP 1 . PA . 07', { printed: 'CAP1.PA.07', chapter: 1, legacy: false, number: 7 }],
    ['CAP1.P\nA.01', { printed: 'CAP1.PA.01', chapter: 1, legacy: false, number: 1 }],
    ['CAP1.PA.0\n1', { printed: 'CAP1.PA.01', chapter: 1, legacy: false, number: 1 }],
    ['CAP6-PA-LA 12', { printed: 'CAP6-PA-LA12', chapter: 6, legacy: true, number: 12 }],
  ])('reads «%s», kept as printed but for blanks', (text, code) => {
    expect(findCodes(text)).toEqual([{ ...code, start: 0, end: text.length }])
  })

  it('does not take the year that follows in the next line for a part of the code', () => {
    expect(findCodes('CAP1.PA.01\n2024').map(({ number }) => number)).toEqual([1])
  })

  it('does not make up the chapter that a plan left out', () => {
    const [code] = findCodes('CAP.PA.LA19')
    expect(code).toMatchObject({ printed: 'CAP.PA.LA19', legacy: true, number: 19 })
    expect(code).not.toHaveProperty('chapter')
  })

  it('says where each code of a text stands', () => {
    const text = 'vedi CAP1.PA.07, poi CAP1.PA.08.'
    expect(findCodes(text).map(({ start, end }) => text.slice(start, end))).toEqual(['CAP1.PA.07', 'CAP1.PA.08'])
  })

  it.each(['CAP1.PA.07', '(CAP1.PA.07)', ' – CAP1.PA.07.'])('takes «%s» for a cell of a code', (text) => {
    expect(onlyCode(text)?.number).toBe(7)
  })

  it.each(['CAP1.PA.07 CAP1.PA.08', 'Linea CAP1.PA.07'])('does not take «%s» for a cell of one code', (text) => {
    expect(onlyCode(text)).toBeUndefined()
  })

  it('writes codes in the scheme of the edition', () => {
    expect(writeCode(4, 6, false)).toBe('CAP4.PA.06')
    expect(writeCode(8, 10, true)).toBe('CAP8.PA.LA10')
  })

  it('tells a legend’s example from a line of the plan', () => {
    const isExampleIn = (text: string) => findCodes(text).map((code) => isExample(text, code))
    expect(isExampleIn('Codice: sigla della linea (es: CAP1.PA.19)')).toEqual([true])
    expect(isExampleIn('Ogni linea ha un codice, ad es. «CAP2.PA.03»')).toEqual([true])
    expect(isExampleIn('Linea CAP1.PA.19')).toEqual([false])
  })
})

describe('objectives and expected results', () => {
  it.each(['', 'obiettivo', 'articolo 4.1', 'RA1.1.2', '4.1 miliardi'])('finds no objective in «%s»', (text) => {
    expect(readObjective(text)).toBeUndefined()
  })

  it.each([
    ['OB.1.1', '1.1'],
    ['OB1.2 – Competenze', '1.2'],
    ['Obbiettivo 3.2', '3.2'],
    ['Obiettivo: 6.01', '6.1'],
    ['4.1', '4.1'],
  ])('reads «%s» as objective %s', (text, objective) => {
    expect(readObjective(text)).toBe(objective)
  })

  it.each([
    ['RA1.1.2', 'RA1.1.2'],
    ['R.A. 1.1.2', 'RA1.1.2'],
    ['RA 4.1.1 – Più servizi', 'RA4.1.1'],
    ['gara 4.1.1', undefined],
  ])('reads the expected result of «%s» as %s', (text, result) => {
    expect(readExpectedResult(text)).toBe(result)
  })

  it('knows a text that opens with the name of an objective or result', () => {
    expect(startsWithReference('• OB.1.1 – Titolo')).toBe(true)
    expect(startsWithReference('RA2.1.1: risultato')).toBe(true)
    expect(startsWithReference('Contribuisce a OB.1.1')).toBe(false)
    expect(startsWithReference('Testo libero')).toBe(false)
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readLine } from './line.ts'

const said = (words: string, inForce = false) => {
  const line = readLine(words, inForce)
  return 'message' in line ? line.message : line
}

describe('an entry that is no line of action is told, not guessed', () => {
  it.each([
    ['Marzo 2027 - Le PA aprono uno sportello', 'voce senza codice in fondo'],
    ['Marzo 2027 - Le PA leggono la linea CAP1.PA.01', 'voce senza codice in fondo'],
    ['Le PA aprono uno sportello - CAP1.PA.01', 'CAP1.PA.01: la data non si legge in «Le PA aprono uno sportello…»'],
    [
      'Da luglio 207 - Le PA leggono - CAP1.PA.01',
      'CAP1.PA.01: la data non si legge in «Da luglio 207 - Le PA leggono…»',
    ],
    ['Marzo 2027 - - CAP1.PA.01', 'CAP1.PA.01: manca il testo'],
    ['Marzo 2027 - (Agenzia) - CAP1.01', 'CAP1.01: manca il testo'],
  ])('%s', (words, message) => {
    expect(said(words)).toBe(message)
  })

  it('also among the lines in force, when it begins with a date that cannot be read', () => {
    expect(said('Da luglio 207 - Le PA leggono - CAP1.PA.01', true)).toContain('la data non si legge')
  })

  it('when it is longer than any line can be', () => {
    expect(said('x'.repeat(5_001))).toBe('voce di 5001 caratteri')
  })
})

describe('a line for administrations', () => {
  it.each([
    'Marzo 2027 - Le PA aprono uno sportello - CAP1.PA.01',
    'marzo 2027 – Le PA aprono uno sportello — CAP1.PA.01',
    'Marzo 2027- Le PA aprono uno sportello -CAP1.PA.01.',
    'Entro marzo 2027: Le PA aprono uno sportello - cap 1. PA .1',
  ])('is read from «%s»', (words) => {
    expect(said(words)).toEqual({
      code: 'CAP1.PA.01',
      timing: { kind: 'by', date: '2027-03-31' },
      officialText: 'Le PA aprono uno sportello',
      owners: undefined,
    })
  })

  it.each(['Marzo 2027 * - Le PA', '* Marzo 2027 - Le PA', 'Marzo 2027* - Le PA'])(
    'is re-planned where a star stands by the date: «%s»',
    (words) => {
      expect(said(`${words} - CAP1.PA.01`)).toMatchObject({ replanned: true, officialText: 'Le PA' })
    },
  )

  it('in force has no date, and keeps its dashes and colons', () => {
    expect(said('Le PA - tutte - aprono: ogni giorno - CAP1.PA.01', true)).toMatchObject({
      timing: { kind: 'in-force' },
      officialText: 'Le PA - tutte - aprono: ogni giorno',
    })
  })

  it('keeps the addressees printed in brackets at its end', () => {
    expect(said('Marzo 2027 - Elenco unico - (Comuni, Province) - CAP1.PA.01')).toMatchObject({
      officialText: 'Elenco unico - (Comuni, Province)',
    })
  })

  it('of an older cycle has the older code', () => {
    expect(said('Da marzo 2021 - Le PA leggono - CAP2.PA.LA03')).toMatchObject({ code: 'CAP2.PA.LA03' })
  })
})

describe('an institutional line', () => {
  it.each([
    ['Stampa dei fogli - (Agenzia, Ufficio) - CAP1.01', ['Agenzia', 'Ufficio']],
    ['Stampa dei fogli -(Agenzia) - CAP1.01', ['Agenzia']],
    ['Stampa dei fogli (Agenzia) CAP1.01', ['Agenzia']],
    ['Stampa dei fogli - (Ufficio (della Valle), Agenzia) - CAP1.01', ['Ufficio (della Valle)', 'Agenzia']],
    [
      'Stampa dei fogli - (Uffici di cui alla legge 3 maggio 2020, n. 66) - CAP1.01',
      ['Uffici di cui alla legge 3 maggio 2020, n. 66'],
    ],
    ['Stampa dei fogli - CAP1.01', []],
  ])('names who does it: «%s»', (words, owners) => {
    expect(said(`Marzo 2027 - ${words}`)).toMatchObject({ code: 'CAP1.01', officialText: 'Stampa dei fogli', owners })
  })
})

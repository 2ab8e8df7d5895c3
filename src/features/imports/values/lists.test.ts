// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { wholeWords } from '../layout/join-lines.ts'
import { isListItem, namesOffice, readFundingSources, readItems, readOffices, withoutBullet } from './lists.ts'

const lexicon = wholeWords([])

describe('offices of a cell', () => {
  it.each([
    [[], []],
    [['  '], []],
    [['RTD'], ['RTD']],
    [
      ['- RTD', '- Ufficio tributi'],
      ['RTD', 'Ufficio tributi'],
    ],
    [
      ['• Servizio sistemi informativi', 'e reti', '• Segreteria'],
      ['Servizio sistemi informativi e reti', 'Segreteria'],
    ],
    [['RTD; Ufficio anagrafe'], ['RTD', 'Ufficio anagrafe']],
    [['RTD, Ufficio anagrafe e Segreteria'], ['RTD', 'Ufficio anagrafe', 'Segreteria']],
    [['Ufficio turismo e commercio'], ['Ufficio turismo e commercio']],
    [['Settore affari generali, legali e contratti'], ['Settore affari generali, legali e contratti']],
  ])('of %j are %j', (lines, offices) => {
    expect(readOffices(lines, lexicon)).toEqual(offices)
  })

  it('are told by how their names begin', () => {
    expect(['RTD', 'il Responsabile dei tributi', 'Gli Uffici comunali'].map(namesOffice)).toEqual([true, true, true])
    expect(['Marzo 2024', 'in corso', ''].map(namesOffice)).toEqual([false, false, false])
  })
})

describe('sources of money of a cell', () => {
  it.each([
    [[], []],
    [['Risorse proprie'], ['Risorse proprie']],
    [
      ['Bilancio comunale', 'Fondi PNRR'],
      ['Bilancio comunale', 'Fondi PNRR'],
    ],
    [['Bilancio comunale; PNRR misura 1.2'], ['Bilancio comunale', 'PNRR misura 1.2']],
    [['Fondi regionali per', 'la digitalizzazione'], ['Fondi regionali per la digitalizzazione']],
  ])('of %j are %j', (lines, sources) => {
    expect(readFundingSources(lines, lexicon)).toEqual(sources)
  })
})

describe('list items', () => {
  it.each(['• uno', '- due', '1) tre', 'a. quattro'])('«%s» is one', (line) => {
    expect(isListItem(line)).toBe(true)
    expect(withoutBullet(line)).toMatch(/^(?:uno|due|tre|quattro)$/)
  })

  it.each(['testo', '-', '-5 gradi', '2024 anno'])('«%s» is none', (line) => {
    expect(isListItem(line)).toBe(false)
  })

  it('join the lines that go on', () => {
    expect(readItems(['1. Scegliere il', 'fornitore', '2. Collaudare'], lexicon)).toEqual([
      'Scegliere il fornitore',
      'Collaudare',
    ])
  })
})

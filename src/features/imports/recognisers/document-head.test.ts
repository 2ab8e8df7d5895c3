// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readDocumentHead } from './document-head.ts'

const filler = Array.from({ length: 20 }, (_, index) => `Riga di testo numero ${index}.`)

describe('whose plan a document is', () => {
  it('is not said by a body named once in passing', () => {
    expect(readDocumentHead([...filler, 'Come fa il Comune di Borgolieto da anni.']).administration).toBeNull()
  })

  it.each([
    [['COMUNE DI VALLECHIARA', 'Piano'], 'Comune di Vallechiara'],
    [['Unione dei Comuni della Valchiara'], 'Unione dei Comuni della Valchiara'],
    [['Provincia di Valchiara', ...filler, 'il Comune di Borgolieto'], 'Provincia di Valchiara'],
    [[...filler, 'Il Comune di Vallechiara apre.', 'Al Comune di Vallechiara serve.'], 'Comune di Vallechiara'],
  ])('%j', (lines, administration) => {
    expect(readDocumentHead(lines).administration).toBe(administration)
  })
})

describe('the triennium of a plan', () => {
  it('is none where no three years are named', () => {
    expect(readDocumentHead(['Piano del 2025', 'dal 2021 al 2025', 'anni 2024-2030']).triennium).toBeNull()
  })

  it.each([
    [['Piano 2025-2027', ...filler, 'il Piano triennale 2024-2026', 'del Piano triennale AgID 2024-26'], '2025-2027'],
    [[...filler, 'Il presente piano copre il', 'triennio 2025_2027', 'target per il triennio 2024-2026'], '2025-2027'],
    [['Aggiornamento 2023/2025', ...filler, 'Piano triennale per l’informatica nella PA 2022-2024'], '2023-2025'],
  ])('%#', (lines, triennium) => {
    expect(readDocumentHead(lines).triennium).toBe(triennium)
  })
})

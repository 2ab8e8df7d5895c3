// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { findPlace } from './find-place.ts'
import { hostileTexts, smallDocument, wholeDocument } from './fixture.ts'

const placeOf = (wanted: string) => findPlace(wholeDocument, (text) => text.includes(wanted))

describe('findPlace', () => {
  it('finds nothing where nothing is', () => {
    expect(placeOf('parola che non c’è')).toBeUndefined()
  })

  it.each([
    ['Aggiornamento 2025', 'Copertina'],
    ['Documento di prova', 'Proprietà'],
    ['GET /servizi', 'Introduzione'],
    ['dettaglio', 'Introduzione'],
    ['Una frase riportata', 'Introduzione'],
    ['Da verificare', 'Introduzione'],
    ['Otto linee', 'Introduzione › Linee per stato'],
    ['linee per stato', 'Introduzione › Dati del grafico: linee per stato'],
    ['Il contesto', 'Introduzione › Il contesto'],
    ['schede.', 'Capitolo 1 #eval("2+2") › CAP1.PA.01 – Descrivere i servizi con parole semplici › Attività'],
    ['p00042', 'Testi ostili › Cella lunga › riga 1'],
    ['Servizio numero 77', 'Elenco › Elenco dei servizi › riga 77'],
    [hostileTexts[0] ?? '', 'Testi ostili'],
  ])('finds «%s» at %s', (wanted, place) => {
    expect(placeOf(wanted)).toBe(place)
  })

  it('finds a text that emphasis interrupts', () => {
    expect(findPlace(wholeDocument, (text) => text === 'pubblica e aggiorna')).toBe('Introduzione')
    expect(findPlace(smallDocument, (text) => text === 'Testo.')).toBe('Prova')
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { labelMeanings } from './label-meanings.ts'

const meaning = (label: string) => labelMeanings(label)[0]

describe('labels', () => {
  it.each(['', 'Vallechiara', 'di del e', '2024', '—'])('«%s» names nothing', (label) => {
    expect(meaning(label)).toBeUndefined()
  })

  it.each([
    ['Codice', 'code'],
    ['Linea d’azione', 'code'],
    ['OBBIETTIVO', 'objective'],
    ['Codice del risultato atteso', 'expectedResult'],
    ['Risultati attesi', 'expectedResults'],
    ['Tempistiche di realizzazione/orizzonte temporale', 'timing'],
    ['Scadenze', 'timing'],
    ["Descrizione linea d'azione (AgID)", 'officialText'],
    ['Cosa chiede il Piano nazionale', 'officialText'],
    ["Attività dell'ente", 'activity'],
    ['Azione attuata', 'activity'],
    ['Cosa fa il Comune', 'activity'],
    ["Interventi programmati dall'amministrazione", 'activity'],
    ['Sato di attuazione', 'status'],
    ['Strutture o Uffici responsabili', 'responsible'],
    ['Soggetti incaricati', 'responsible'],
    ['Fonti di finanziamento', 'funding'],
    ['Data prevista di attuazione', 'plannedDate'],
    ['Data di completamento', 'completedDate'],
    ['Importo finanziato', 'amount'],
    ['Annualità', 'year'],
  ] as const)('«%s» names %s', (label, field) => {
    expect(meaning(label)?.field).toBe(field)
    expect(meaning(label)?.likeness).toBeGreaterThan(0.7)
  })

  it('may mean more than one thing, the plainest first', () => {
    const fields = labelMeanings('Azione').map(({ field }) => field)
    expect(fields[0]).toBe('code')
    expect(fields).toContain('officialText')
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readStatus } from './status.ts'

describe('the canonical status of a printed label', () => {
  it.each(['', '-', 'vedi allegato', 'Ufficio anagrafe'])('is not guessed from «%s»', (label) => {
    expect(readStatus(label)).toBeUndefined()
  })

  it.each([
    ['Completata', 'completed'],
    ['CONCLUSO', 'completed'],
    ['Attività realizzata', 'completed'],
    ['In corso', 'inProgress'],
    ['In corso di attuazione', 'inProgress'],
    ['Avviata', 'inProgress'],
    ['Parzialmente realizzata', 'inProgress'],
    ['Non avviata', 'notStarted'],
    ['Da avviare', 'notStarted'],
    ['Non ancora iniziata', 'notStarted'],
    ['Pianificata', 'planned'],
    ['Programmata per il 2026', 'planned'],
    ['Attività continuativa', 'ongoing'],
    ['Completata e continuativa', 'ongoing'],
    ['A regime', 'ongoing'],
    ['Non applicabile', 'notApplicable'],
    ['Non di competenza', 'notApplicable'],
    ['Non realizzabile', 'notFeasible'],
    ['Sospesa', 'notFeasible'],
  ])('of «%s» is %s', (label, status) => {
    expect(readStatus(label)).toBe(status)
  })
})

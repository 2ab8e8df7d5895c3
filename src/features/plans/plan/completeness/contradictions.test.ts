// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { contradictionsOf } from './contradictions.ts'

const today = '2026-03-10'
type Told = Parameters<typeof contradictionsOf>[0]

test.each<[string, Told, field: string, words: string]>([
  ['goes on and is not applicable', { status: 'ongoing', completed: 'Non applicabile' }, 'completed', '«Continuativa»'],
  ['is completed and not begun', { status: 'completed', completed: 'NON AVVIATA' }, 'completed', '«Completata»'],
  [
    'is planned and has a day of completion',
    { status: 'planned', completed: '2026-02-01' },
    'completed',
    '«Pianificata»',
  ],
  [
    'is set aside and has a day of completion',
    { status: 'notFeasible', completed: '2026-02-01' },
    'completed',
    'c’è una',
  ],
  ['is set aside and is planned for a day', { status: 'notApplicable', planned: '2026-12-31' }, 'planned', 'prevista'],
  ['was completed tomorrow', { status: 'completed', completed: '2026-03-11' }, 'completed', 'nel futuro'],
  ['of no status was completed tomorrow', { completed: '2026-03-11' }, 'completed', 'nel futuro'],
])('what %s says two things', (_, told, field, words) => {
  const found = contradictionsOf(told, today)
  expect(found.map((one) => one.field)).toEqual([field])
  expect(found[0]?.message).toContain(words)
  expect(found[0]?.remedy).not.toBe('')
})

test.each<[string, Told]>([
  ['says nothing', {}],
  ['goes on and was completed for a year', { status: 'ongoing', completed: 'Completata per il 2024, continuativa' }],
  ['goes on and was completed on a day', { status: 'ongoing', completed: '2024-12-10' }],
  ['goes on and says so', { status: 'ongoing', completed: 'attività continuativa' }],
  ['is not applicable and says so', { status: 'notApplicable', completed: 'Non applicabile' }],
  ['is not applicable, with words for a date', { status: 'notApplicable', planned: 'Non prevista' }],
  ['is planned for a day', { status: 'planned', planned: '2026-12-31' }],
  ['was completed today', { status: 'completed', completed: today }],
  ['was completed, nobody knows when', { status: 'completed' }],
])('what %s says one thing', (_, told) => {
  expect(contradictionsOf(told, today)).toEqual([])
})

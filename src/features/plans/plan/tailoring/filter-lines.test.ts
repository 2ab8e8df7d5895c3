// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from 'vitest'
import { inventedEdition } from '../../../../../tests/factories/edition.ts'
import { trienniumOf } from '../../../../kernel/ids.ts'
import { filterLines, type LineFilters } from './filter-lines.ts'
import { tailorPlan } from './tailor-plan.ts'

const tailored = tailorPlan(
  {
    triennium: trienniumOf('2025-2027'),
    edition: inventedEdition.id,
    entries: [{ code: 'CAP4.PA.01', activity: 'La città incassa già così', status: 'completed', offices: ['Tributi'] }],
  },
  inventedEdition,
  ({ code }) => ({ verdict: code === 'CAP4.PA.02' ? 'does-not-apply' : 'applies', reason: '' }),
)

const codes = (filters: LineFilters) =>
  filterLines(tailored, filters).flatMap(({ lines }) => lines.map(({ line }) => line.code))

test('without filters every line passes', () => {
  expect(codes({})).toEqual(inventedEdition.lines.map(({ code }) => code))
})

test('chapters where nothing passes are left out', () => {
  expect(filterLines(tailored, { text: 'nessuna linea dice questo' })).toEqual([])
  expect(filterLines(tailored, { status: 'completed' }).map(({ chapter }) => chapter.number)).toEqual([4])
})

test.each<[LineFilters, string[]]>([
  [{ chapter: 1 }, ['CAP1.PA.01', 'CAP1.PA.02']],
  [{ status: 'completed' }, ['CAP4.PA.01']],
  [{ verdict: 'does-not-apply' }, ['CAP4.PA.02']],
  [{ chapter: 4, verdict: 'applies' }, ['CAP4.PA.01', 'CAP4.PA.03']],
  [{ text: 'cap1.pa.02' }, ['CAP1.PA.02']],
  [{ text: 'CITTA INCASSA' }, ['CAP4.PA.01']],
  [{ text: 'incassa tributi' }, ['CAP4.PA.01']],
  [{ text: 'ufficiale' }, ['CAP1.PA.01']],
])('%o', (filters, expected) => {
  expect(codes(filters)).toEqual(expected)
})

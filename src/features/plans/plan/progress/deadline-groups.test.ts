// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from 'vitest'
import { inventedEdition } from '../../../../../tests/factories/edition.ts'
import { trienniumOf } from '../../../../kernel/ids.ts'
import type { Status } from '../model.ts'
import { tailorPlan } from '../tailoring/tailor-plan.ts'
import { groupDeadlines } from './deadline-groups.ts'

function codesOn(today: string, statusOfFirst: Status) {
  const plan = {
    triennium: trienniumOf('2025-2027'),
    edition: inventedEdition.id,
    entries: [{ code: 'CAP1.PA.01', status: statusOfFirst }],
  }
  const tailored = tailorPlan(plan, inventedEdition, ({ code }) => ({
    verdict: code === 'CAP4.PA.02' ? 'does-not-apply' : 'applies',
    reason: '',
  }))
  const { late, toTell, upcoming, settled, starting } = groupDeadlines(tailored, today)
  return [late, toTell, upcoming, settled, starting].map((group) => group.map(({ line }) => line.code))
}

test('a line is late the day after its date, not on it', () => {
  expect(codesOn('2025-12-31', 'planned')).toEqual([[], [], ['CAP1.PA.01', 'CAP4.PA.03'], [], ['CAP1.PA.02']])
  expect(codesOn('2026-01-01', 'planned')).toEqual([['CAP1.PA.01'], [], ['CAP4.PA.03'], [], ['CAP1.PA.02']])
})

test.each<Status>(['completed', 'ongoing', 'notFeasible'])(
  'a line that is %s is settled whatever its date',
  (status) => {
    expect(codesOn('2026-01-01', status)[3]).toEqual(['CAP1.PA.01'])
    expect(codesOn('2025-01-01', status)[3]).toEqual(['CAP1.PA.01'])
  },
)

test('what does not concern the body has no deadline', () => {
  expect(codesOn('2027-01-01', 'notApplicable')).toEqual([[], ['CAP4.PA.03'], [], [], ['CAP1.PA.02']])
})

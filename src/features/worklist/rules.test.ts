// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, it } from 'vitest'
import { slugOf } from '../../kernel/ids.ts'
import type { WorkKind } from '../administrations/index.ts'
import type { WorkItem } from './model.ts'
import { byUrgency } from './rules.ts'

const [late, due]: readonly [WorkKind, WorkKind] = [
  { heading: 'In ritardo', count: 'in ritardo', tone: 'danger' },
  { heading: 'In scadenza', count: 'in scadenza', tone: 'warning' },
]

it('puts the most urgent kind first, in it the oldest date, then bodies and codes in Italian order', () => {
  const item = (name: string, code: string, kind: WorkKind, date: string): WorkItem => ({
    body: { slug: slugOf(name), name },
    work: { kind, code, name: code, address: '/', why: '', date },
  })
  const sorted = [
    item('Àrsa', 'CAP1.PA.10', late, '2025-01-01'),
    item('Àrsa', 'CAP1.PA.09', late, '2025-01-01'),
    item('Berga', 'CAP1.PA.01', late, '2025-01-01'),
    item('Àrsa', 'CAP1.PA.01', due, '2026-03-11'),
    item('Berga', 'CAP1.PA.02', late, '2024-12-31'),
  ].toSorted(byUrgency([late, due]))
  expect(sorted.map(({ body, work }) => `${body.name} ${work.code}`)).toEqual([
    'Berga CAP1.PA.02',
    'Àrsa CAP1.PA.09',
    'Àrsa CAP1.PA.10',
    'Berga CAP1.PA.01',
    'Àrsa CAP1.PA.01',
  ])
})

// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from 'vitest'
import { trienniumOf } from '../../kernel/ids.ts'
import { assessFunding } from './check-funding.ts'
import type { Spending } from './spending-fields.ts'

const row = (year: number, kind: Spending['kind'] = 'actual'): Spending => ({ year, kind, amount: '1.00' })
const missing = (...rows: Spending[]) => assessFunding(trienniumOf('2025-2027'), rows).map(({ subject }) => subject)

test('advises to tell the spending of each year of the triennium, spent or expected', () => {
  expect(missing()).toEqual(['Spesa del 2025', 'Spesa del 2026', 'Spesa del 2027'])
  expect(missing(row(2024), row(2026, 'forecast'))).toEqual(['Spesa del 2025', 'Spesa del 2027'])
  expect(missing(row(2025), row(2026), row(2027, 'forecast'))).toEqual([])
})

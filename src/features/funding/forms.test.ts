// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromCents } from '../../kernel/money.ts'
import { measuresForm } from './measures-form.tsx'
import { spendingForm } from './spending-form.tsx'

const word = fc.constantFrom('rubrica', 'perché', '«qui»', 'l’ente', '<b>', '€', '1.234,50')
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 })
const amount = fc.bigInt({ min: 0n, max: 10n ** 13n }).map(fromCents)
const year = fc.integer({ min: 2020, max: 2035 })
const kind = fc.constantFrom('actual' as const, 'forecast' as const)
const spending = fc.record(
  { year, kind, amount, source: line, note: line },
  { requiredKeys: ['year', 'kind', 'amount'] },
)
const measure = fc.record(
  {
    measure: fc.constantFrom('1.4.1', '1.2', '2.2.3'),
    title: line,
    year,
    amount,
    cup: fc.constant('A12B34567890123'),
    progress: line,
    certification: line,
    payment: line,
  },
  { requiredKeys: ['measure', 'title'] },
)

test('spending that is shown in its form and sent back untouched is what it was', () => {
  fc.assert(
    fc.property(some(spending), (rows) => {
      expect(spendingForm.read(spendingForm.type({ rows }))).toEqual({ value: { rows }, problems: [] })
    }),
  )
})

test('measures that are shown in their form and sent back untouched are what they were', () => {
  fc.assert(
    fc.property(some(measure), (measures) => {
      expect(measuresForm.read(measuresForm.type({ measures }))).toEqual({ value: { measures }, problems: [] })
    }),
  )
})

// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, it } from 'vitest'
import { trienniumOf } from '../../../kernel/ids.ts'
import { inventedEdition } from '../fixture/editions.ts'
import { proposePlan } from './propose-plan.ts'

const edition = (id: string, complete = true) => {
  const [from = 0, to = 0] = id.split('-').map(Number)
  return inventedEdition({ id, triennium: { from, to }, complete })
}
const update = edition('2024-2026-update-2026')
const editions = [edition('2022-2024', false), edition('2024-2026'), update, edition('2024-2026-update-2025')]
const next = edition('2027-2029')

const proposed = (...args: Parameters<typeof proposePlan>) => {
  const { triennium, edition } = proposePlan(...args)
  return [triennium, edition.id]
}

it('no plan is proposed where there is no edition', () => {
  expect(() => proposePlan([], '2026-12-01')).toThrow(expect.objectContaining({ code: 'unknown-edition' }))
})

it.each([
  ['2025-03-01', editions, ['2025-2027', update.id]],
  ['2026-12-01', editions, ['2026-2028', update.id]],
  ['2027-01-02', editions, ['2027-2029', update.id]],
  // The next plan is published before its years begin.
  ['2026-12-01', [...editions, next], ['2026-2028', update.id]],
  ['2027-01-02', [...editions, next], ['2027-2029', next.id]],
  ['2029-06-01', editions, ['2029-2031', update.id]],
  ['2026-12-01', editions.slice(0, 1), ['2026-2028', '2022-2024']],
])('on %s it is the triennium of the year, on the newest edition for it', (today, known, expected) => {
  expect(proposed(known, today)).toEqual(expected)
})

it('what is asked for is kept', () => {
  expect(proposed([...editions, next], '2026-12-01', { triennium: trienniumOf('2027-2029') })).toEqual([
    '2027-2029',
    next.id,
  ])
  expect(proposed(editions, '2026-12-01', { edition: edition('2024-2026') })).toEqual(['2026-2028', '2024-2026'])
  expect(proposed(editions, '2026-12-01', { edition: edition('2022-2024') })).toEqual(['2022-2024', '2022-2024'])
  expect(proposed(editions, '2026-12-01', { edition: update, triennium: trienniumOf('2025-2027') })).toEqual([
    '2025-2027',
    update.id,
  ])
})

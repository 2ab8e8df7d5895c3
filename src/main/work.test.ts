// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { inventedCatalogue } from '../../tests/factories/edition.ts'
import { unfinishedWork, workKinds, workSources } from './work.ts'

test('every kind of work that a feature declares has its place in the order, once', () => {
  const declared = [unfinishedWork, ...workSources(inventedCatalogue)].flatMap(({ kinds }) => kinds)
  expect(new Set(workKinds)).toEqual(new Set(declared))
  expect(workKinds).toHaveLength(declared.length)
})

test('kinds of work are told apart by their words, also in addresses', () => {
  expect(new Set(workKinds.map(({ count }) => count)).size).toBe(workKinds.length)
  expect(new Set(workKinds.map(({ heading }) => heading)).size).toBe(workKinds.length)
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { inventedEdition, inventedLine } from '../fixture/editions.ts'
import { newerEditions } from './newer-editions.ts'

const edition = (id: string, code: string, complete = true) =>
  inventedEdition({ id, complete, lines: [inventedLine({ code })] })
const editions = [
  edition('2027-2029', 'CAP1.PA.01'),
  edition('2027-2029-update-2028', 'CAP1.PA.01'),
  edition('2027-2029-update-2029', 'CAP1.PA.01', false),
  edition('2030-2032', 'CAP1.PA.LA01'),
]
const catalogue = {
  ids: () => editions.map(({ id }) => id),
  edition: (id: string) => editions.find((one) => one.id === id) ?? inventedEdition({ id }),
}

it('a plan may move to newer editions of its cycle, if they are known whole', () => {
  expect(newerEditions('2027-2029', catalogue)).toEqual(['2027-2029-update-2028'])
  expect(newerEditions('2027-2029-update-2028', catalogue)).toEqual([])
})

// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from 'vitest'
import { catalogueOf, inventedEdition } from '../../../../tests/factories/edition.ts'
import { trienniumOf } from '../../../kernel/ids.ts'
import { guessDestination, possibleTriennia } from './destination.ts'

const older = { ...inventedEdition, id: '2020-2022', triennium: { from: 2020, to: 2022 } }
const catalogue = catalogueOf(older, inventedEdition)
const plans = [
  { triennium: trienniumOf('2025-2027'), edition: '2024-2026' },
  { triennium: trienniumOf('2021-2023'), edition: '2020-2022' },
]
const guess = (triennium: string | null, edition: string | null, known = plans) =>
  guessDestination({ triennium: triennium === null ? null : trienniumOf(triennium), edition }, known, catalogue)

test.each([
  ['a file of neither, for a body without plans', null, null, []],
  ['an edition alone, for a body without plans', null, '2024-2026', []],
  ['an edition that is not in the catalogue', '2025-2027', '1999-2001', []],
  ['a triennium that has no year of the edition', '2018-2019', '2024-2026', []],
])('%s leaves the choice to a person', (_, triennium, edition, known) => {
  expect(guess(triennium, edition, known)).toBeUndefined()
})

test.each([
  ['the plan that the file names', '2021-2023', '2020-2022', plans[1]],
  ['the edition of the plan that the body has, whatever the file says', '2021-2023', '2024-2026', plans[1]],
  ['the newest plan, for a file that names none', null, null, plans[0]],
  ['the newest plan on the edition of the file', null, '2020-2022', plans[1]],
  ['a new plan', '2024-2026', '2024-2026', { triennium: '2024-2026', edition: '2024-2026' }],
])('it is %s', (_, triennium, edition, destination) => {
  expect(guess(triennium, edition)).toEqual(destination)
})

test('the triennia to choose from are those that touch an edition, or come right after it', () => {
  expect(possibleTriennia(catalogueOf(older))).toEqual([
    '2023-2025',
    '2022-2024',
    '2021-2023',
    '2020-2022',
    '2019-2021',
    '2018-2020',
  ])
})

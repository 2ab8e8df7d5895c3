// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { viewerWho } from '../../../tests/factories/access.ts'
import { catalogue } from '../../../tests/factories/profile.ts'
import { freezeVersion, inventedProfile } from '../../../tests/factories/published-site.ts'
import { openSite, type TestSite } from '../../../tests/factories/site.ts'
import { recordKinds } from '../../main/record-kinds.ts'
import { openSearchReader } from './read-search.ts'
import { searchKinds } from './search-kinds.ts'

describe('the queries of a search', () => {
  let site: TestSite

  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  const adopt = async (from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      const profile = inventedProfile(`Prova ${number}`, 'mulino')
      const id = await site.adopt(profile)
      await freezeVersion(site.tenants, id, { number: 1, state: 'published', profile })
    }
  }

  test('are as many for what thirty bodies wrote as for what three did', async () => {
    const { find } = openSearchReader(site.tenants, catalogue, searchKinds(recordKinds))
    const search = () => find({ text: 'mulino', page: 1 }, viewerWho())
    await adopt(0, 3)
    const few = await site.count(search)
    await adopt(3, 30)
    const { groups } = await search()
    expect(groups.find(({ kind }) => kind === 'entry')?.count).toBe(30)
    expect(groups.find(({ kind }) => kind === 'entry')?.hits).toHaveLength(4)
    expect(await site.count(search)).toBe(few)
  })
})

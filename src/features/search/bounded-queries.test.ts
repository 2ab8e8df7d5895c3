// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServerForTest, type TestDatabase } from '../../../tests/databases.ts'
import { viewerWho } from '../../../tests/factories/access.ts'
import { type CountedDatabase, countQueries } from '../../../tests/factories/count-queries.ts'
import { catalogue } from '../../../tests/factories/profile.ts'
import { freezeVersion, inventedProfile } from '../../../tests/factories/published-site.ts'
import { program } from '../../kernel/access.ts'
import { openTenants, type Tenants } from '../../platform/db/tenants.ts'
import { registerEditions } from '../catalogue/index.ts'
import { adoptProfile } from '../profiles/index.ts'
import { openSearchReader } from './read-search.ts'

describe('the queries of a search', () => {
  let opened: TestDatabase
  let tenants: Tenants
  let counted: CountedDatabase

  beforeAll(async () => {
    opened = await openServerForTest()
    counted = countQueries(opened.database)
    tenants = openTenants(counted.database)
    await registerEditions(tenants, catalogue)
  })
  afterAll(() => opened.close())

  const adopt = async (from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      const profile = inventedProfile(`Prova ${number}`, 'mulino')
      const id = await adoptProfile(tenants, profile, program('test').actor)
      await freezeVersion(tenants, id, { number: 1, state: 'published', profile })
    }
  }
  const count = async (work: () => Promise<unknown>) => {
    const before = counted.queries()
    await work()
    return counted.queries() - before
  }

  test('are as many for what thirty bodies wrote as for what three did', async () => {
    const { find } = openSearchReader(tenants, catalogue)
    const search = () => find({ text: 'mulino', page: 1 }, viewerWho())
    await adopt(0, 3)
    const few = await count(search)
    await adopt(3, 30)
    const { groups } = await search()
    expect(groups.find(({ kind }) => kind === 'entry')?.count).toBe(30)
    expect(groups.find(({ kind }) => kind === 'entry')?.hits).toHaveLength(4)
    expect(await count(search)).toBe(few)
  })
})

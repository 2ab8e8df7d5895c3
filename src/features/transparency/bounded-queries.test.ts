// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServerForTest, type TestDatabase } from '../../../tests/databases.ts'
import { type CountedDatabase, countQueries } from '../../../tests/factories/count-queries.ts'
import { catalogue } from '../../../tests/factories/profile.ts'
import { freezeVersion, inventedProfile } from '../../../tests/factories/published-site.ts'
import { program } from '../../kernel/access.ts'
import { fixedClock } from '../../kernel/clock.ts'
import { openTenants, type Tenants } from '../../platform/db/tenants.ts'
import { registerEditions } from '../catalogue/index.ts'
import { adoptProfile } from '../profiles/index.ts'
import { openTransparencyReader } from './read-published.ts'
import type { TransparencyReader } from './readers.ts'

describe('the queries of a public page', () => {
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

  const publish = async (from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      const profile = inventedProfile(`Prova ${number}`, `mulino ${number}`)
      const id = await adoptProfile(tenants, profile, program('test').actor)
      await freezeVersion(tenants, id, { number: 1, state: 'superseded', profile })
      await freezeVersion(tenants, id, { number: 2, state: 'published', profile })
    }
  }
  const count = async (work: (published: TransparencyReader) => Promise<unknown>) => {
    const published = openTransparencyReader(tenants, catalogue, fixedClock('2026-04-10T08:00:00Z'))
    const before = counted.queries()
    await work(published)
    return counted.queries() - before
  }
  const standings = async (published: TransparencyReader) => published.standings(await published.plans())

  test('are as many for thirty bodies as for three, the content of each of their plans included', async () => {
    await publish(0, 3)
    const few = await count(standings)
    await publish(3, 30)
    expect(await count(standings)).toBe(few)
  })

  test('are fewer once what a version says has been read', async () => {
    const address = { slug: 'prova-1', triennium: '2025-2027' }
    const once = await count((published) => published.version(address))
    const twice = await count(async (published) => {
      await published.version(address)
      await published.version(address)
    })
    expect(twice).toBe(2 * once - 1)
  })
})

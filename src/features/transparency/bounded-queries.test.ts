// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../../tests/factories/profile.ts'
import { freezeVersion, inventedProfile } from '../../../tests/factories/published-site.ts'
import { openSite, type TestSite } from '../../../tests/factories/site.ts'
import { fixedClock } from '../../kernel/clock.ts'
import { slugOf, trienniumOf } from '../../kernel/ids.ts'
import { openTransparencyReader } from './read-published.ts'
import type { TransparencyReader } from './readers.ts'

describe('the queries of a public page', () => {
  let site: TestSite

  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  const publish = async (from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      const profile = inventedProfile(`Prova ${number}`, `mulino ${number}`)
      const id = await site.adopt(profile)
      await freezeVersion(site.tenants, id, { number: 1, state: 'superseded', profile })
      await freezeVersion(site.tenants, id, { number: 2, state: 'published', profile })
    }
  }
  const count = (work: (published: TransparencyReader) => Promise<unknown>) => {
    const published = openTransparencyReader(site.tenants, catalogue, fixedClock('2026-04-10T08:00:00Z'))
    return site.count(() => work(published))
  }
  const standings = async (published: TransparencyReader) => published.standings(await published.plans())

  test('are as many for thirty bodies as for three, the content of each of their plans included', async () => {
    await publish(0, 3)
    const few = await count(standings)
    await publish(3, 30)
    expect(await count(standings)).toBe(few)
  })

  test('are fewer once what a version says has been read', async () => {
    const address = { slug: slugOf('prova-1'), triennium: trienniumOf('2025-2027') }
    const once = await count((published) => published.version(address))
    const twice = await count(async (published) => {
      await published.version(address)
      await published.version(address)
    })
    expect(twice).toBe(2 * once - 1)
  })
})

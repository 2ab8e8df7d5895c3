// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../../../tests/factories/profile.ts'
import { openSite, type TestSite } from '../../../../tests/factories/site.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { slugOf, trienniumOf } from '../../../kernel/ids.ts'
import type { Profile } from '../../profiles/index.ts'
import { openAdministrationReader } from './read-administrations.ts'
import { openPlanReader } from './tailoring/read-tailored-plan.ts'

const clock = fixedClock('2026-03-02T09:00:00Z')

describe('the queries of a page', () => {
  let site: TestSite

  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  const adopt = async (from: number, to: number, lines: number) => {
    const entries = catalogue
      .edition('2024-2026')
      .lines.slice(0, lines)
      .map(({ code }) => ({
        code,
        status: 'planned' as const,
        evidence: [{ label: 'Atto', url: 'https://www.example.org/' }],
      }))
    for (let number = from; number < to; number += 1) {
      const cadastralCode = `X${String(number).padStart(3, '0')}`
      const profile: Profile = {
        administration: { name: `Comune di Prova ${number}`, kind: 'municipality', cadastralCode, population: 900 },
        plan: { triennium: trienniumOf('2025-2027'), edition: '2024-2026', entries },
      }
      await site.adopt(profile)
    }
  }
  const count = (work: () => Promise<unknown>) => {
    site.forget()
    return site.count(work)
  }

  test('are as many for a list of thirty bodies as for one of three', async () => {
    const reader = openAdministrationReader(site.tenants, catalogue, clock)
    const list = () => reader.list(() => true)
    await adopt(0, 3, 2)
    const few = await count(list)
    await adopt(3, 30, 2)
    expect(await list()).toHaveLength(30)
    expect(await count(list)).toBe(few)
  })

  test('are as many for a plan of 122 entries as for one of two', async () => {
    const reader = openPlanReader(site.tenants, catalogue)
    const few = await count(() => reader.tailored(slugOf('prova-1'), trienniumOf('2025-2027')))
    await adopt(40, 41, 122)
    expect((await reader.tailored(slugOf('prova-40'), trienniumOf('2025-2027')))?.tailored.plan.entries).toHaveLength(
      122,
    )
    expect(await count(() => reader.tailored(slugOf('prova-40'), trienniumOf('2025-2027')))).toBe(few)
  })
})

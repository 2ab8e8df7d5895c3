// SPDX-License-Identifier: AGPL-3.0-or-later

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase } from '../../../tests/databases.ts'
import { catalogue, profiles } from '../../../tests/factories/profile.ts'
import { program } from '../../kernel/access.ts'
import { type Triennium, trienniumOf } from '../../kernel/ids.ts'
import { openTenants, type Tenants } from '../../platform/db/tenants.ts'
import { readAdministrations } from '../administrations/index.ts'
import { readJournal } from '../audit/index.ts'
import { registerEditions } from '../catalogue/index.ts'
import { readPlanRows } from '../plans/index.ts'
import { adoptProfile } from './adopt-profile.ts'
import { assembleProfile } from './assemble-profile.ts'
import { canonicalJson, profileHash } from './canonical.ts'
import type { Profile } from './model.ts'

const vallechiara: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 4200 },
  plan: {
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    entries: [{ code: 'CAP1.PA.08', status: 'planned' }],
  },
}

describe.each(engines)('storing a profile on the $name engine', ({ name, open }) => {
  let opened: TestDatabase
  let tenants: Tenants
  beforeAll(async () => {
    opened = await open()
    tenants = openTenants(opened.database)
    await registerEditions(tenants, catalogue)
  })
  afterAll(() => opened.close())

  const readBack = async (id: Awaited<ReturnType<typeof adoptProfile>>, triennium: Triennium) => {
    const administration = (await tenants.readMany([], readAdministrations)).find((body) => body.id === id)
    return await tenants.tenant(id).read(async (reader) => {
      const row = (await readPlanRows(reader)).find((plan) => plan.triennium === triennium)
      if (!administration || !row) throw new Error('the plan is not stored')
      return { row, profile: await assembleProfile(reader, administration, row) }
    })
  }

  test('an entry on a line that its edition does not have is refused, and nothing is stored', async () => {
    const wrong = { ...vallechiara, plan: { ...vallechiara.plan, entries: [{ code: 'CAP1.PA.LA01' }] } }
    await expect(adoptProfile(tenants, wrong, program('test').actor)).rejects.toThrow(/entry_edition_id_code_fkey/)
    const [body] = await tenants.readMany([], readAdministrations)
    const plans = body ? await tenants.tenant(body.id).read(readPlanRows) : []
    expect(plans).toEqual([])
  })

  test('a new plan, the same again, and a changed one: the journal tells the first and the last', async () => {
    const id = await adoptProfile(tenants, vallechiara, program('test').actor)
    expect(await adoptProfile(tenants, vallechiara, program('test').actor)).toBe(id)
    const changed: Profile = { ...vallechiara, plan: { ...vallechiara.plan, title: 'Piano rivisto' } }
    await adoptProfile(tenants, changed, program('test').actor)
    const [first, last] = [vallechiara, changed].map((profile) => profileHash(canonicalJson(profile)))
    const events = (await tenants.tenant(id).read((reader) => readJournal(reader, 10))).map(({ event }) => event)
    expect(events).toEqual([
      expect.objectContaining({ before: first, after: last }),
      expect.objectContaining({ before: null, after: first, entries: 1 }),
    ])
  })

  test('two bodies of the same name get an address each', async () => {
    const castro = (cadastralCode: string, province: string): Profile => ({
      ...vallechiara,
      administration: { name: 'Comune di Castro', kind: 'municipality', cadastralCode, province },
    })
    await adoptProfile(tenants, castro('Z902', 'Bergamo'), program('test').actor)
    await adoptProfile(tenants, castro('Z903', 'Lecce'), program('test').actor)
    const slugs = (await tenants.readMany([], readAdministrations)).map(({ slug }) => slug)
    expect(slugs).toEqual(expect.arrayContaining(['castro', 'castro-lecce']))
  })

  test('any profile comes back as the same canonical JSON, with its hash', async () => {
    let number = 0
    await fc.assert(
      fc.asyncProperty(profiles, async (generated) => {
        number += 1
        const administration = { ...generated.administration, name: `Ente ${number}` }
        if (administration.cadastralCode) administration.cadastralCode = `Y${String(number).padStart(3, '0')}`
        const profile = { ...generated, administration }
        const id = await adoptProfile(tenants, profile, program('test').actor)
        const { profile: back } = await readBack(id, profile.plan.triennium)
        expect(canonicalJson(back)).toBe(canonicalJson(profile))
      }),
      { numRuns: name === 'server' ? 60 : 15 },
    )
  })
})

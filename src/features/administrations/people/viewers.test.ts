// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type TestDatabase } from '../../../../tests/databases.ts'
import type { PersonId } from '../../../kernel/access.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { slugOf } from '../../../kernel/ids.ts'
import { policy } from '../../../main/actions.ts'
import { openTenants, type Tenants } from '../../../platform/db/tenants.ts'
import { identityActions } from '../../identity/index.ts'
import { planActions } from '../../plans/index.ts'
import { administrationActions } from '../actions.ts'
import { insertAdministration, insertAssociation } from '../store.ts'
import { insertGrant, markRevoked } from './grant-store.ts'
import { openViewers, type Viewers } from './open-viewers.ts'

const clock = fixedClock('2026-03-10T10:00:00Z')

describe.each(engines)('viewers on the $name database', ({ open }) => {
  let opened: TestDatabase
  let tenants: Tenants
  let viewers: Viewers
  beforeAll(async () => {
    opened = await open()
    tenants = openTenants(opened.database)
    viewers = openViewers({ tenants, clock, policy })
    await tenants.writeNational(async (writer) => {
      const bodies = []
      for (const slug of ['vallechiara', 'roccaperta', 'pieve']) {
        const details = { name: `Comune di ${slug}`, kind: 'municipality' } as const
        bodies.push(await insertAdministration(writer, details, { slug: slugOf(slug), demonstration: true }))
      }
      const valli = { slug: 'valli', name: 'Ufficio delle Valli', demonstration: true }
      await insertAssociation(writer, valli, bodies.slice(0, 2), '2026-01-01')
    })
    for (const id of ['rtd', 'deputy', 'contributor']) {
      await opened.database.kysely
        .insertInto('person')
        .values({ id: id as PersonId, name: `Persona ${id}`, email: `${id}@timone.example` })
        .execute()
    }
  })
  afterAll(() => opened.close())

  const person = (id: string) => ({ id: id as PersonId, name: `Persona ${id}`, email: `${id}@timone.example` })
  const see = (id: string) => viewers({ person: person(id) })
  const give = (wish: Omit<Parameters<typeof insertGrant>[1], 'startsOn'>) =>
    tenants.writeNational((writer) => insertGrant(writer, { startsOn: '2026-01-01', ...wish }))

  it('may nothing without roles, whoever they are', async () => {
    const viewer = await see('rtd')
    expect(viewer.may(administrationActions.read)).toBe(false)
    expect(viewer.person?.name).toBe('Persona rtd')
    expect(viewer.actor).toEqual({ id: 'person:rtd', name: 'Persona rtd' })
  })

  it('may what their roles let, on the members of their association, and change with them', async () => {
    const before = await see('rtd')
    await give({ person: 'rtd' as PersonId, role: 'rtd', on: { kind: 'association', slug: 'valli' } })
    const viewer = await see('rtd')
    expect(viewer.key).not.toBe(before.key)
    expect((await see('rtd')).key).toBe(viewer.key)
    expect(
      ['vallechiara', 'roccaperta', 'pieve'].map((slug) => viewer.may(planActions.write, { slug: slugOf(slug) })),
    ).toEqual([true, true, false])
    expect(viewer.may(identityActions.managePeople, { association: 'valli' })).toBe(true)
  })

  it('contribute for their offices', async () => {
    const on = { kind: 'administration', slug: slugOf('pieve') } as const
    await give({ person: 'contributor' as PersonId, role: 'contributor', on, office: 'Ufficio tributi' })
    const viewer = await see('contributor')
    expect(viewer.officesOf(slugOf('pieve'))).toEqual(['Ufficio tributi'])
    expect(viewer.officesOf(slugOf('vallechiara'))).toEqual([])
    expect(viewer.may(planActions.writeEntries, { slug: slugOf('pieve'), offices: ['Ufficio tecnico'] })).toBe(false)
    expect(viewer.may(planActions.writeEntries, { slug: slugOf('pieve'), offices: ['Ufficio tributi'] })).toBe(true)
  })

  it('stand in for somebody only as long as that one holds the role', async () => {
    const id = await give({
      person: 'rtd' as PersonId,
      role: 'rtd',
      on: { kind: 'administration', slug: slugOf('pieve') },
    })
    const delegation = { delegator: 'rtd' as PersonId, endsOn: '2026-12-31' }
    const on = { kind: 'administration', slug: slugOf('pieve') } as const
    await give({ person: 'deputy' as PersonId, role: 'officeMember', on, ...delegation })
    expect((await see('deputy')).may(planActions.write, { slug: slugOf('pieve') })).toBe(true)
    await tenants.writeNational((writer) => markRevoked(writer, id ?? 0))
    expect((await see('deputy')).may(planActions.write, { slug: slugOf('pieve') })).toBe(false)
  })

  it('are sent first where identity says, and may do nothing before', async () => {
    await give({ person: 'rtd' as PersonId, role: 'rtd', on: { kind: 'administration', slug: slugOf('pieve') } })
    const free = await see('rtd')
    const viewer = await viewers({ person: person('rtd'), detour: '/accesso/secondo-fattore' })
    expect(viewer.detour).toBe('/accesso/secondo-fattore')
    expect([free, viewer].map(({ may }) => may(planActions.write, { slug: slugOf('pieve') }))).toEqual([true, false])
    expect(viewer.key).not.toBe(free.key)
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openServerForTest, type TestDatabase } from '../../../../tests/databases.ts'
import { type InventedPeople, registerInventedPeople, valli } from '../../../../tests/factories/people.ts'
import type { Viewer } from '../../../kernel/access.ts'
import { type Slug, slugOf } from '../../../kernel/ids.ts'
import { packageRoot } from '../../../platform/config/config.ts'
import { planActions } from '../../plans/index.ts'
import { registerAdministration, registerMunicipality } from '../registration/register-administration.ts'
import { openRegistry } from '../registration/registry/open-registry.ts'
import { findAssociation } from './association-store.ts'
import { foundAssociation } from './found-association.ts'
import { joinAssociation } from './join-association.ts'
import { leaveAssociation } from './leave-association.ts'

const registry = openRegistry({
  shipped: join(packageRoot(import.meta.url), 'registry/municipalities.csv'),
  imported: '/nonexistent',
})

let opened: TestDatabase
let people: InventedPeople
let admin: Viewer
beforeAll(async () => {
  opened = await openServerForTest()
  people = await registerInventedPeople(opened)
  for (const id of ['admin', 'rtd']) await people.addPerson(id)
  await people.give('admin', 'platformAdministrator')
  await people.give('rtd', 'rtd', valli)
  admin = await people.see('admin')
})
afterAll(() => opened.close())

const membersOf = async (slug: string) =>
  (await people.tenants.readMany([], (r) => findAssociation(r, slug)))?.memberships

test('an RTD takes no body in, lets none go, registers nothing: its people would get what is not theirs', async () => {
  const rtd = await people.see('rtd')
  const refused = { code: 'forbidden' }
  const pieve = { administration: slugOf('pieve'), joinedOn: '2026-03-10' }
  await expect(joinAssociation(people, valli, pieve, rtd)).rejects.toMatchObject(refused)
  const leaving = { administration: slugOf('roccaperta'), leftOn: '2026-03-10' }
  await expect(leaveAssociation(people, valli, leaving, rtd)).rejects.toMatchObject(refused)
  await expect(foundAssociation(people, { name: 'Nuova gestione', members: [pieve] }, rtd)).rejects.toMatchObject(
    refused,
  )
  const union = { name: 'Unione delle Tre Valli', kind: 'union' } as const
  await expect(registerAdministration(people, union, rtd)).rejects.toMatchObject(refused)
  await expect(registerMunicipality({ ...people, registry }, 'B731', rtd)).rejects.toMatchObject(refused)
  expect(await people.events()).toEqual([])
})

describe('founding an association is refused', () => {
  const joinedOn = '2026-01-01'
  test.each([
    ['with a name in use', 'VALLI', [], 'nome'],
    ['with the address of a page', 'Nuova!', [], 'nome'],
    ['with a name without letters', '«»', [], 'nome'],
    ['with a body that is not there', 'Nuova gestione', [{ administration: slugOf('altrove'), joinedOn }], 'enti'],
    [
      'with a body twice',
      'Nuova gestione',
      [
        { administration: slugOf('pieve'), joinedOn },
        { administration: slugOf('pieve'), joinedOn },
      ],
      'enti',
    ],
    [
      'on a day that does not exist',
      'Nuova gestione',
      [{ administration: slugOf('pieve'), joinedOn: '2026-02-30' }],
      'dal',
    ],
  ])('%s', async (_, name, members, field) => {
    await expect(foundAssociation(people, { name, members }, admin)).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [expect.objectContaining({ place: field })],
    })
    expect(await membersOf('nuova-gestione')).toBeUndefined()
  })
})

describe('membership', () => {
  it('is refused twice, for strangers, and for days that do not fit', async () => {
    const join = (administration: Slug, joinedOn: string) =>
      joinAssociation(people, valli, { administration, joinedOn }, admin)
    const leave = (administration: Slug, leftOn: string) =>
      leaveAssociation(people, valli, { administration, leftOn }, admin)
    await expect(join(slugOf('vallechiara'), '2026-03-10')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(join(slugOf('altrove'), '2026-03-10')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(join(slugOf('pieve'), '2026-99-10')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(leave(slugOf('pieve'), '2026-03-10')).rejects.toMatchObject({ code: 'not-found' })
    await expect(leave(slugOf('vallechiara'), '2025-12-31')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(leave(slugOf('vallechiara'), 'domani')).rejects.toMatchObject({ code: 'invalid-input' })
    const stranger = { administration: slugOf('pieve'), joinedOn: '2026-03-10' }
    await expect(joinAssociation(people, 'altra', stranger, admin)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('begins and ends on its days, and what people may follows', async () => {
    const mayRead = async () => (await people.see('rtd')).may(planActions.write, { slug: slugOf('pieve') })
    await joinAssociation(people, valli, { administration: slugOf('pieve'), joinedOn: '2026-03-11' }, admin)
    expect(await mayRead()).toBe(false)
    await leaveAssociation(people, valli, { administration: slugOf('pieve'), leftOn: '2026-03-11' }, admin)
    const again = { administration: slugOf('pieve'), joinedOn: '2026-03-11' }
    await expect(joinAssociation(people, valli, again, admin)).rejects.toMatchObject({ code: 'invalid-input' })
    await joinAssociation(people, valli, { administration: slugOf('pieve'), joinedOn: '2026-02-01' }, admin)
    expect(await mayRead()).toBe(true)
    expect((await people.events()).map(({ type }) => type)).toEqual([
      'associationJoined',
      'associationLeft',
      'associationJoined',
    ])
  })

  it('is of as many bodies as found the association, each since its day', async () => {
    const members = [
      { administration: slugOf('pieve'), joinedOn: '2020-01-01' },
      { administration: slugOf('vallechiara'), joinedOn: '2024-01-01' },
    ]
    expect(await foundAssociation(people, { name: 'Ufficio di Pieve', members }, admin)).toBe('ufficio-di-pieve')
    expect(
      (await membersOf('ufficio-di-pieve'))?.map((one) => [one.administration.slug, one.joinedOn, one.leftOn]),
    ).toEqual([
      ['pieve', '2020-01-01', undefined],
      ['vallechiara', '2024-01-01', undefined],
    ])
  })

  it('is kept when it has ended, and may begin again', async () => {
    await leaveAssociation(people, valli, { administration: slugOf('roccaperta'), leftOn: '2026-03-10' }, admin)
    expect((await people.see('rtd')).may(planActions.write, { association: valli })).toBe(true)
    await joinAssociation(people, valli, { administration: slugOf('roccaperta'), joinedOn: '2026-04-01' }, admin)
    expect((await membersOf(valli))?.filter(({ administration }) => administration.slug === 'roccaperta')).toEqual([
      {
        administration: { slug: 'roccaperta', name: 'Comune di Roccaperta' },
        joinedOn: '2026-01-01',
        leftOn: '2026-03-10',
      },
      { administration: { slug: 'roccaperta', name: 'Comune di Roccaperta' }, joinedOn: '2026-04-01' },
    ])
  })
})

describe('registering a body', () => {
  it('refuses one that is there, a name without letters, a code that no list has', async () => {
    const register = (name: string) =>
      registerAdministration(people, { name, kind: 'union', province: 'Valmonte' }, admin)
    await register('Unione delle Tre Valli')
    await expect(register('Unione delle tre valli')).rejects.toMatchObject({ code: 'not-now' })
    await expect(register('«»')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(registerMunicipality({ ...people, registry }, 'Z999', admin)).rejects.toMatchObject({
      code: 'unknown-administration',
    })
  })

  it('gives homonyms addresses of their own', async () => {
    const register = (province: string) =>
      registerAdministration(
        people,
        { name: 'Comunità montana dell’Alta Valle', kind: 'mountainCommunity', province },
        admin,
      )
    expect(await register('Valmonte')).toBe('comunita-montana-dell-alta-valle')
    expect(await register('Valpiana')).toBe('comunita-montana-dell-alta-valle-valpiana')
    await expect(register('Valpiana')).rejects.toMatchObject({ code: 'not-now' })
  })

  it('takes a municipality from the registry, once, and tells the journal', async () => {
    expect(await registerMunicipality({ ...people, registry }, 'B731', admin)).toBe('caravaggio')
    await expect(registerMunicipality({ ...people, registry }, 'Caravaggio', admin)).rejects.toMatchObject({
      code: 'not-now',
    })
    expect((await people.events()).at(-1)).toEqual({
      type: 'administrationRegistered',
      administration: 'caravaggio',
      name: 'Comune di Caravaggio',
      kind: 'municipality',
    })
  })
})

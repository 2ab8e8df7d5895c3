// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openServerForTest, type TestDatabase } from '../../../../tests/databases.ts'
import { type InventedPeople, placeAt, registerInventedPeople, valli } from '../../../../tests/factories/people.ts'
import { nobody, type PersonId, program, type RoleName } from '../../../kernel/access.ts'
import { slugOf } from '../../../kernel/ids.ts'
import { accountsOf } from '../../../platform/db/accounts.ts'
import { identityActions } from '../../identity/index.ts'
import { planActions } from '../../plans/index.ts'
import { administrationActions } from '../actions.ts'
import { delegateRole } from './delegate-role.ts'
import { grantRole } from './grant-role.ts'
import { revokeRole } from './revoke-role.ts'

let opened: TestDatabase
let people: InventedPeople
beforeAll(async () => {
  opened = await openServerForTest()
  people = await registerInventedPeople(opened)
  for (const id of ['admin', 'rtd', 'local', 'member', 'referent', 'guest', 'other']) await people.addPerson(id)
  await people.give('admin', 'platformAdministrator')
  await people.give('rtd', 'rtd', valli)
  await people.give('local', 'rtd', 'vallechiara')
  await people.give('member', 'officeMember', valli)
  await people.give('referent', 'referent', 'vallechiara')
})
afterAll(() => opened.close())

type Details = { office?: string; startsOn?: string; endsOn?: string }

const grant = async (by: string, to: string, role: RoleName, place?: string, more: Details = {}) =>
  grantRole(people, { person: to as PersonId, role, on: placeAt(place), ...more }, await people.see(by))

describe('giving a role is refused', () => {
  test.each<[string, string, string, RoleName, string | undefined]>([
    ['nobody of the place', 'member', 'guest', 'reader', 'vallechiara'],
    ['the RTD of another body', 'local', 'guest', 'reader', 'roccaperta'],
    ['the RTD of one member, for the association', 'local', 'guest', 'reader', valli],
    ['an RTD, for the platform', 'rtd', 'guest', 'platformAdministrator', undefined],
    ['an RTD, for an RTD', 'rtd', 'guest', 'rtd', 'vallechiara'],
    ['an RTD, to oneself', 'rtd', 'rtd', 'approver', valli],
  ])('to %s', async (_, by, to, role, place) => {
    await expect(grant(by, to, role, place)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('to who did not sign in', async () => {
    const wish = { person: 'guest' as PersonId, role: 'reader', on: placeAt(valli) } as const
    await expect(grantRole(people, wish, nobody)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test.each<[string, RoleName, string | undefined, Details, string]>([
    ['a referent of an association', 'referent', valli, {}, 'ruolo'],
    ['an administrator of a body', 'platformAdministrator', 'pieve', {}, 'ruolo'],
    ['a reader of the platform', 'reader', undefined, {}, 'ruolo'],
    ['a contributor without an office', 'contributor', 'pieve', {}, 'ufficio'],
    ['a reader with an office', 'reader', 'pieve', { office: 'Tributi' }, 'ufficio'],
    ['an end before the beginning', 'reader', 'pieve', { startsOn: '2026-05-01', endsOn: '2026-04-30' }, 'fine'],
    ['an end that is past', 'reader', 'pieve', { startsOn: '2026-01-01', endsOn: '2026-03-09' }, 'fine'],
    ['a day that does not exist', 'reader', 'pieve', { endsOn: '2026-02-30' }, 'fine'],
    ['a first day that does not exist', 'reader', 'pieve', { startsOn: '2026-13-01' }, 'inizio'],
    ['a body that is not there', 'reader', 'altrove', {}, 'luogo'],
  ])('for %s', async (_, role, place, more, field) => {
    await expect(grant('admin', 'guest', role, place, more)).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [expect.objectContaining({ place: field })],
    })
  })

  test('to a person who is not there', async () => {
    await expect(grant('admin', 'nessuno', 'reader', 'pieve')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('twice for the same days, and changes nothing', async () => {
    await expect(grant('admin', 'referent', 'referent', 'vallechiara')).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await people.see('guest')).may(administrationActions.read)).toBe(false)
    expect(await people.events()).toEqual([])
  })
})

describe('giving a role', () => {
  it('counts at once, where it was given, and the journal tells it', async () => {
    const id = await grant('rtd', 'guest', 'contributor', 'roccaperta', { office: 'Tributi', endsOn: '2026-12-31' })
    const viewer = await people.see('guest')
    expect(viewer.may(planActions.writeEntries, { slug: slugOf('roccaperta'), offices: ['Tributi'] })).toBe(true)
    expect(viewer.may(administrationActions.read, { slug: slugOf('vallechiara') })).toBe(false)
    expect((await people.events()).at(-1)).toEqual({
      type: 'roleGranted',
      person: 'guest',
      email: 'guest@timone.example',
      grant: id,
      role: 'contributor',
      place: 'administration:roccaperta',
      office: 'Tributi',
      startsOn: '2026-03-10',
      endsOn: '2026-12-31',
    })
  })

  it('is done once, however many ask at the same time', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 5 }, () => grant('admin', 'other', 'reader', 'roccaperta')),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('of another time than the one held is no repetition', async () => {
    const later = { startsOn: '2027-01-01', office: 'Tributi' }
    expect(await grant('rtd', 'guest', 'contributor', 'roccaperta', later)).toBeGreaterThan(0)
  })

  it('lets the program that sets the platform up make its first administrator', async () => {
    const first = { person: 'other' as PersonId, role: 'platformAdministrator', on: placeAt() } as const
    const id = await grantRole(people, first, program('setup'))
    expect((await people.see('other')).may(identityActions.managePlatform)).toBe(true)
    await revokeRole(people, id, await people.see('admin'))
  })
})

describe('delegating', () => {
  const delegate = async (by: string, to: string, role: RoleName, place: string, endsOn?: string) =>
    delegateRole(people, { email: `${to}@Timone.example`, role, on: placeAt(place), endsOn }, await people.see(by))

  test.each<[string, string, RoleName, string]>([
    ['a role that one does not have', 'referent', 'rtd', 'vallechiara'],
    ['to review, by who may not', 'member', 'approver', valli],
    ['a wider place', 'local', 'reader', valli],
    ['another body', 'local', 'reader', 'pieve'],
  ])('is refused: %s', async (_, by, role, place) => {
    await expect(delegate(by, 'other', role, place, '2026-06-30')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each<[string, string, string | undefined, string]>([
    ['without an end', 'other', undefined, 'fine'],
    ['for more than 12 months', 'other', '2027-03-11', 'fine'],
    ['to an unknown address', 'sconosciuta', '2026-06-30', 'email'],
    ['to oneself', 'local', '2026-06-30', 'email'],
  ])('is refused: %s', async (_, to, endsOn, field) => {
    await expect(delegate('local', to, 'officeMember', 'vallechiara', endsOn)).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [expect.objectContaining({ place: field })],
    })
  })

  it('holds until the last day of 12 months, goes no further, and falls with the role', async () => {
    const own = await people.give('referent', 'referent', 'pieve')
    await delegate('referent', 'other', 'referent', 'pieve', '2027-03-10')
    expect((await people.see('other')).may(planActions.approve, { slug: slugOf('pieve') })).toBe(true)
    await expect(delegate('other', 'guest', 'reader', 'pieve', '2026-06-30')).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('delegato'),
    })
    expect((await people.events()).at(-1)).toMatchObject({ type: 'roleDelegated', place: 'administration:pieve' })
    await revokeRole(people, own, await people.see('admin'))
    expect((await people.see('other')).may(administrationActions.read, { slug: slugOf('pieve') })).toBe(false)
  })

  it('falls when the account of who delegated is disabled', async () => {
    await delegate('local', 'other', 'reader', 'vallechiara', '2026-06-30')
    expect((await people.see('other')).may(administrationActions.read, { slug: slugOf('vallechiara') })).toBe(true)
    const disable = (at: Date | null) =>
      accountsOf(opened.database).write(({ db }) =>
        db
          .updateTable('person')
          .set({ disabled_at: at })
          .where('id', '=', 'local' as PersonId)
          .execute(),
      )
    await disable(new Date())
    expect((await people.see('other')).may(administrationActions.read, { slug: slugOf('vallechiara') })).toBe(false)
    await disable(null)
  })

  it('can be taken back by who delegated, and by nobody else of the same rank', async () => {
    const id = await delegate('member', 'other', 'officeMember', 'roccaperta', '2026-06-30')
    await expect(revokeRole(people, id, await people.see('referent'))).rejects.toMatchObject({ code: 'forbidden' })
    await revokeRole(people, id, await people.see('member'))
    expect((await people.see('other')).may(planActions.write, { slug: slugOf('roccaperta') })).toBe(false)
  })
})

describe('taking a role away', () => {
  it('is refused for what is not there, or is another RTD', async () => {
    const local = await people.give('guest', 'rtd', 'roccaperta')
    await expect(revokeRole(people, 999_999, await people.see('admin'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(revokeRole(people, local, await people.see('rtd'))).rejects.toMatchObject({ code: 'forbidden' })
    await revokeRole(people, local, await people.see('admin'))
    await expect(revokeRole(people, local, await people.see('admin'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('never leaves the platform without an administrator', async () => {
    const admin = await people.see('admin')
    const last = await people.give('other', 'platformAdministrator', undefined, { endsOn: '2026-12-31' })
    const [{ id } = { id: 0 }] = await opened.database.kysely
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', 'admin' as PersonId)
      .execute()
    await expect(revokeRole(people, id, await people.see('other'))).rejects.toMatchObject({ code: 'not-now' })
    await people.give('guest', 'platformAdministrator')
    const [first, second] = await Promise.allSettled([
      revokeRole(people, id, await people.see('guest')),
      revokeRole(people, last, admin),
    ])
    expect([first.status, second.status]).toEqual(['fulfilled', 'fulfilled'])
  })

  it('when two administrators take each other away, one stays', async () => {
    const one = await people.give('member', 'platformAdministrator')
    const two = await people.give('rtd', 'platformAdministrator')
    for (const { id } of await opened.database.kysely
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', 'guest' as PersonId)
      .where('role', '=', 'platformAdministrator')
      .execute())
      await revokeRole(people, id, await people.see('member'))
    const outcomes = await Promise.allSettled([
      revokeRole(people, one, await people.see('rtd')),
      revokeRole(people, two, await people.see('member')),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

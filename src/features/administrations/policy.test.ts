// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it, test } from 'vitest'
import { type PersonId, type RoleName, roleNames } from '../../kernel/access.ts'
import { slugOf } from '../../kernel/ids.ts'
import { type ActionName, declaredActions, policy } from '../../main/actions.ts'
import { type Grant, isWithin, rule } from './policy.ts'

const today = '2026-03-10'
const members = new Map([['valli', ['vallechiara', 'roccaperta'].map(slugOf)]])
const anyone = 'p1' as PersonId

/** Who may do what, as it was agreed, written independently of the table: one letter for each role, in its order. */
const agreed: Record<ActionName, string> = {
  'plan.read': 'P R O F A C L',
  'plan.create': '- R - - - - -',
  'plan.write': '- R O F - - -',
  'entry.write': '- R O F - C -',
  'plan.submit': '- R O F - - -',
  'plan.review': '- R - - A - -',
  'plan.approve': '- R - F A - -',
  'plan.publish': '- R - F - - -',
  'import.write': '- R O - - - -',
  'journal.read': 'P R O F - - -',
  'people.manage': 'P R - - - - -',
  'association.manage': 'P - - - - - -',
  'catalogue.complete': 'P - - - - - -',
  'platform.manage': 'P - - - - - -',
}

/** The action of a name. */
const actionOf = (name: ActionName) => {
  const action = declaredActions.find((one) => one.name === name)
  if (!action) throw new Error(`no action ${name}`)
  return action
}

const actions = declaredActions.map(({ name }) => name)

const grant = (role: RoleName, more: Partial<Grant> = {}): Grant => {
  const [kind = 'platform'] = rule(role).heldOn
  return {
    role,
    on: kind === 'platform' ? { kind } : { kind: 'administration', slug: slugOf('vallechiara') },
    ...(role === 'contributor' && { office: 'Ufficio tributi' }),
    startsOn: '2026-01-01',
    revoked: false,
    ...more,
  }
}

const ask = (grants: readonly Grant[], action: ActionName = 'plan.read', place = {}, day = today) =>
  policy.may(grants, actionOf(action), place, members, day)

describe('who holds nothing that counts', () => {
  test.each(actions)('may not %s', (action) => {
    expect(ask([], action)).toBe(false)
    for (const role of roleNames) {
      expect(ask([grant(role, { revoked: true })], action)).toBe(false)
      expect(ask([grant(role, { startsOn: '2026-03-11' })], action)).toBe(false)
      expect(ask([grant(role, { endsOn: '2026-03-09' })], action)).toBe(false)
    }
  })
})

describe.each(roleNames)('%s', (role) => {
  const index = roleNames.indexOf(role)
  const here = { slug: 'vallechiara' }

  test.each(actions)('%s, where the role is held and nowhere else', (action) => {
    const agreedHere = agreed[action].split(' ')[index] !== '-'
    const everywhere = rule(role).heldOn.some((kind) => kind === 'platform')
    expect(ask([grant(role)], action, here)).toBe(agreedHere)
    expect(ask([grant(role)], action)).toBe(agreedHere)
    expect(ask([grant(role)], action, { slug: 'roccaperta' })).toBe(agreedHere && everywhere)
    expect(ask([grant(role)], action, { slug: 'unknown' })).toBe(agreedHere && everywhere)
    expect(ask([grant(role)], action, { association: 'valli' })).toBe(agreedHere && everywhere)
    expect(ask([grant(role)], action, { ...here, association: 'valli' })).toBe(agreedHere && everywhere)
  })

  test('on an association it holds for the members of the day', () => {
    const held = [grant(role, { on: { kind: 'association', slug: 'valli' } })]
    expect(ask(held, 'plan.read', { slug: 'roccaperta' })).toBe(true)
    expect(ask(held, 'plan.read', { association: 'valli' })).toBe(true)
    expect(ask(held, 'plan.read', { slug: 'pieve' })).toBe(false)
    expect(ask(held, 'plan.read', { association: 'altra' })).toBe(false)
    expect(policy.may(held, actionOf('plan.read'), { slug: slugOf('roccaperta') }, new Map(), today)).toBe(false)
  })
})

test('the first and the last day count', () => {
  const held = [grant('reader', { startsOn: '2026-03-01', endsOn: '2026-03-31' })]
  expect(
    ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => ask(held, 'plan.read', {}, day)),
  ).toEqual([false, true, true, false])
})

describe('entries in the hands of offices', () => {
  const of = (...offices: string[]) => ({ slug: 'vallechiara', offices })

  it('are for their contributors alone', () => {
    const held = [grant('contributor')]
    expect(ask(held, 'entry.write', of('Ufficio anagrafe'))).toBe(false)
    expect(ask(held, 'entry.write', of())).toBe(false)
    expect(ask(held, 'entry.write', { ...of('Ufficio tributi'), slug: 'roccaperta' })).toBe(false)
    expect(ask(held, 'entry.write', of('Ufficio anagrafe', 'UFFICIO  Tributi'))).toBe(true)
  })

  it('are for whoever writes the plan, whatever the office', () => {
    for (const role of ['rtd', 'officeMember', 'referent'] as const) {
      expect(ask([grant(role)], 'entry.write', of())).toBe(true)
      expect(ask([grant(role)], 'entry.write', of('Ufficio anagrafe'))).toBe(true)
    }
  })
})

describe('a role held for somebody else', () => {
  const own = grant('rtd', { on: { kind: 'association', slug: 'valli' } })
  const heldFor = (from: readonly Grant[], role: RoleName = 'officeMember') =>
    grant(role, { endsOn: '2026-12-31', delegation: { by: anyone, from } })

  test.each([
    ['nothing is left of it', []],
    ['it was revoked', [{ ...own, revoked: true }]],
    ['it has ended', [{ ...own, endsOn: '2026-03-09' }]],
    ['it is of another body', [grant('rtd', { on: { kind: 'administration', slug: slugOf('pieve') } })]],
    ['it does not let as much', [grant('referent')]],
    ['it is itself held for somebody else', [heldFor([own], 'rtd')]],
  ])('does not count when %s', (_, from) => {
    expect(ask([heldFor(from)], 'plan.read', { slug: 'vallechiara' })).toBe(false)
  })

  it('does not count when the body has left the association', () => {
    expect(
      policy.may(
        [heldFor([own])],
        actionOf('plan.read'),
        { slug: slugOf('vallechiara') },
        new Map([['valli', []]]),
        today,
      ),
    ).toBe(false)
  })

  it('counts while the other one does, and lets no more than it says', () => {
    expect(ask([heldFor([own])], 'plan.write', { slug: 'vallechiara' })).toBe(true)
    expect(ask([heldFor([own])], 'plan.approve', { slug: 'vallechiara' })).toBe(false)
    expect(ask([heldFor([own])], 'plan.write', { slug: 'roccaperta' })).toBe(false)
  })
})

describe('what a role covers', () => {
  it('is no wider place, no other office, no action more', () => {
    const contributor = grant('contributor')
    expect(policy.covers(contributor, { ...contributor, office: 'Ufficio anagrafe' }, members)).toBe(false)
    expect(policy.covers(contributor, contributor, members)).toBe(true)
    expect(policy.covers(contributor, grant('reader'), members)).toBe(true)
    expect(policy.covers(grant('referent'), contributor, members)).toBe(true)
    expect(policy.covers(grant('platformAdministrator'), grant('rtd'), members)).toBe(false)
    expect(policy.covers(grant('rtd'), grant('rtd', { on: { kind: 'association', slug: 'valli' } }), members)).toBe(
      false,
    )
  })

  it('never makes a place lie in a narrower one', () => {
    const platform = { kind: 'platform' } as const
    const association = { kind: 'association', slug: 'valli' } as const
    const body = { kind: 'administration', slug: slugOf('roccaperta') } as const
    expect(isWithin(platform, association, members)).toBe(false)
    expect(isWithin(association, body, members)).toBe(false)
    expect(isWithin(body, association, members)).toBe(true)
    expect(isWithin({ kind: 'administration', slug: slugOf('valli') }, association, members)).toBe(false)
    expect(isWithin(body, platform, members)).toBe(true)
  })
})

test('whoever does something may also read it', () => {
  for (const role of roleNames) expect(policy.allows(role, actionOf('plan.read'))).toBe(true)
})

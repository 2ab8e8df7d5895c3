// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { policyOf } from '../features/administrations/index.ts'
import { planActions } from '../features/plans/index.ts'
import { type Action, roleNames } from '../kernel/access.ts'
import { path } from '../kernel/path.ts'
import { page } from '../platform/http/answer.ts'
import { route } from '../platform/http/route.ts'
import { declaredActions } from './actions.ts'

test('what is not among the actions of a policy is allowed to nobody', () => {
  const policy = policyOf([planActions.write])
  expect(roleNames.filter((role) => policy.allows(role, planActions.write))).not.toEqual([])
  expect(roleNames.filter((role) => policy.allows(role, planActions.approve))).toEqual([])
})

test('actions have names of their own, and words', () => {
  expect(new Set(declaredActions.map(({ name }) => name)).size).toBe(declaredActions.length)
  for (const { label, refusal, heldBy } of declaredActions) {
    expect(label).toMatch(/^\p{Lu}/u)
    expect(refusal).toMatch(/^\p{Ll}/u)
    expect(heldBy.length).toBeGreaterThan(0)
  }
})

test('a route that asks for an action that nobody declared does not compile', () => {
  const declaration = { method: 'GET', path: path('/prova'), handle: () => page(null as never) } as const
  // @ts-expect-error a name is not an action
  expect(route({ ...declaration, permission: 'plan.write' }).permission).toBe('plan.write')
  // @ts-expect-error the feature declares no such action
  expect(route({ ...declaration, permission: planActions.burn }).permission).toBeUndefined()
  // @ts-expect-error what looks like an action was not declared
  const alike: Action = { name: 'plan.burn', label: 'Bruciare', refusal: 'bruciare', heldBy: roleNames }
  expect(declaredActions).not.toContain(alike)
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import type { AccessReader } from '../../../platform/db/tenants.ts'
import { identityActions } from '../../identity/index.ts'
import type { GrantPlace, Policy } from '../policy.ts'
import { type GrantWish, type HeldGrant, isReserved, lastDayOf } from '../rules.ts'
import { readGrantsOf } from './grant-store.ts'

/**
 * The role because of which a viewer may give another one, when that role does not stay with them for good: what they
 * give ends with it. Of several, the one that lasts longest.
 * @returns undefined when a role of their own allows it, and for Timone's own programs.
 */
export async function basisOf(
  source: AccessReader,
  policy: Policy,
  wish: Pick<GrantWish, 'person' | 'role' | 'on'>,
  { person: giver }: Viewer,
  today: string,
): Promise<HeldGrant | undefined> {
  if (!giver) return undefined
  const { grants, members } = await readGrantsOf(source, giver.id, today)
  const forAdministrators = wish.on.kind === 'platform' || isReserved(wish.role) || wish.person === giver.id
  const action = forAdministrators ? identityActions.managePlatform : identityActions.managePeople
  const allowing = grants.filter((grant) => policy.may([grant], action, placeOf(wish.on), members, today))
  if (allowing.some(({ delegation, under }) => !delegation && !under)) return undefined
  return allowing.toSorted((a, b) => lastDayOf(b).localeCompare(lastDayOf(a)))[0]
}

const placeOf = (on: GrantPlace) => {
  if (on.kind === 'platform') return {}
  return on.kind === 'association' ? { association: on.slug } : { slug: on.slug }
}

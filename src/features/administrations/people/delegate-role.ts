// SPDX-License-Identifier: AGPL-3.0-or-later

import type { RoleName, Viewer } from '../../../kernel/access.ts'
import { invalidInput, unauthenticated } from '../../../kernel/errors.ts'
import type { GrantPlace } from '../policy.ts'
import { checkDelegation } from '../rules.ts'
import { type RoleDependencies, storeGrant } from './grant-role.ts'
import { lockRolesOf, readGrantsOf } from './grant-store.ts'
import { findPersonByEmail } from './person-store.ts'

/** A delegation to be made. That it has a last day is checked later. */
export type DelegationInput = {
  /** The email address of the deputy, who must have an account. */
  readonly email: string
  readonly role: RoleName
  readonly on: GrantPlace
  readonly office?: string | undefined
  readonly startsOn?: string | undefined
  readonly endsOn: string | undefined
}

/**
 * Delegates one's own role, or a smaller one, until a day within 12 months, and tells the access journal.
 * @returns the key of the role given.
 * @throws {TimoneError} `forbidden` for a role that is not one's own, `invalid-input` with what is wrong by field.
 */
export async function delegateRole(
  { tenants, clock, policy }: RoleDependencies,
  { email, ...input }: DelegationInput,
  viewer: Viewer,
): Promise<number> {
  const delegator = viewer.person?.id
  if (delegator === undefined) throw unauthenticated()
  const today = clock.today()
  return await tenants.writeNational(async (writer) => {
    const own = await readGrantsOf(writer, delegator, today)
    const person = await findPersonByEmail(writer, email)
    if (!person) throw unknownPerson()
    await lockRolesOf(writer, person.id)
    const wish = { ...input, person: person.id, delegator, startsOn: input.startsOn ?? today }
    const { grants: held } = await readGrantsOf(writer, person.id, today)
    checkDelegation(policy, wish, own.grants, held, own.members, today)
    return await storeGrant(writer, wish, person, viewer.actor)
  })
}

const unknownPerson = () =>
  invalidInput('La delega non è stata registrata.', [
    {
      place: 'email',
      message: 'nessuna persona di Timone ha questo indirizzo',
      remedy: 'controllarlo, o chiedere a chi gestisce le persone di invitarla',
    },
  ])

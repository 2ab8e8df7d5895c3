// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PersonId, Place, Viewer } from '../../../kernel/access.ts'
import { invalidInput, TimoneError } from '../../../kernel/errors.ts'
import type { Invitation } from '../../identity/index.ts'
import { identityActions } from '../../identity/index.ts'
import type { GrantPlace } from '../policy.ts'
import { checkGrant, type HeldGrant } from '../rules.ts'
import type { AccountServices } from './accounts.ts'
import { basisOf } from './grant-basis.ts'
import {
  demandPeopleOf,
  type GrantInput,
  granterOf,
  grantRole,
  noSuchPlace,
  type RoleDependencies,
  wishOf,
} from './grant-role.ts'
import { isPlace, readGrantsOf } from './grant-store.ts'
import { findPersonByEmail } from './person-store.ts'

/** A person to let in, with their first role in a place. */
export type AdmissionInput = Omit<GrantInput, 'person'> & { readonly name: string; readonly email: string }

/**
 * Gives a person an account, if they have none, and a role. A link is made only for a person who has never signed in
 * and whose roles are all in places that the viewer manages, because the holder of the link can become that person.
 * @returns the person, and the link that works once.
 * @throws {TimoneError} `forbidden`, `invalid-input` with what is wrong by field; then no account is made.
 */
export async function admitPerson(
  { accounts, ...roles }: RoleDependencies & { readonly accounts: Pick<AccountServices, 'invitePerson'> },
  { name, email, ...wish }: AdmissionInput,
  viewer: Viewer,
): Promise<Invitation> {
  demandPeopleOf(viewer, wish.on)
  const today = roles.clock.today()
  const { known, held, under } = await roles.tenants.writeNational(async (source) => {
    if (!(await isPlace(source, wish.on))) throw noSuchPlace()
    const known = await findPersonByEmail(source, email)
    return {
      known,
      held: known ? (await readGrantsOf(source, known.id, today)).grants : [],
      under: await basisOf(source, roles.policy, { ...wish, person: known?.id ?? nobodyYet }, viewer, today),
    }
  })
  const person = known?.id ?? nobodyYet
  checkGrant(wishOf({ ...wish, person }, under, today), granterOf(viewer), held, today)
  const invitation: Invitation =
    known && !held.every((grant) => managesPeopleOf(viewer, grant))
      ? { person: known, mailed: false }
      : await accounts.invitePerson(placeOf(wish.on), { name, email }, viewer).catch(inOurFields)
  await grantRole(roles, { ...wish, person: invitation.person.id }, viewer)
  return invitation
}

const nobodyYet = '' as PersonId

/** True when the viewer manages the people of the place where a role is held. */
export const managesPeopleOf = (viewer: Viewer, { on }: Pick<HeldGrant, 'on'>): boolean =>
  on.kind === 'platform'
    ? viewer.may(identityActions.managePlatform)
    : viewer.may(identityActions.managePeople, placeOf(on))

const placeOf = (on: GrantPlace): Place => {
  if (on.kind === 'platform') return {}
  return on.kind === 'association' ? { association: on.slug } : { slug: on.slug }
}

/** Sign-in has other names for the fields. */
function inOurFields(error: unknown): never {
  if (!(error instanceof TimoneError) || error.code !== 'invalid-input') throw error
  throw invalidInput(
    error.message,
    error.problems.map((problem) => (problem.place === 'name' ? { ...problem, place: 'nome' } : problem)),
  )
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PersonId, RoleName, Viewer } from '../../../kernel/access.ts'
import { fold } from '../../../kernel/text.ts'
import type { PersonSummary } from '../../identity/index.ts'
import { identityActions } from '../../identity/index.ts'
import { type GrantPlace, isWithin, type Memberships } from '../policy.ts'
import type { OrganisationReader } from '../read-organisation.ts'
import type { HeldGrant } from '../rules.ts'
import type { AccountServices } from './accounts.ts'
import { managesPeopleOf } from './admit-person.ts'

/** A person, with their roles in the places that the viewer manages. */
export type PersonEntry = { readonly person: PersonSummary; readonly grants: readonly HeldGrant[] }

/** The state of an account. */
export const accountStates = ['invited', 'active', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]

/** A search. Absent fields do not filter. */
export type PeopleFilters = {
  /** Part of the name or of the email address. */
  readonly name?: string | undefined
  /** The place where they have a role. */
  readonly place?: GrantPlace | undefined
  readonly role?: RoleName | undefined
  readonly state?: AccountState | undefined
}

type Sources = {
  readonly organisation: Pick<OrganisationReader, 'grants'>
  readonly accounts: Pick<AccountServices, 'people'>
}

/**
 * The people whom the viewer may see, by name. An administrator of the platform sees everybody; others see the people
 * with roles in the places they manage, and only those roles. Always two queries.
 */
export async function listPeople(
  { organisation, accounts }: Sources,
  filters: PeopleFilters,
  viewer: Viewer,
): Promise<readonly PersonEntry[]> {
  const { grants, members } = await organisation.grants()
  const managed = Map.groupBy(
    grants.filter((grant) => managesPeopleOf(viewer, grant)),
    ({ person }) => person,
  )
  const people = await accounts.people(viewer.may(identityActions.managePlatform) ? undefined : [...managed.keys()])
  return people
    .map((person) => ({ person, grants: managed.get(person.id) ?? [] }))
    .filter((entry) => passes(entry, filters, members))
}

/** One person; undefined when the viewer may not see them. */
export async function findPersonEntry(
  { organisation, accounts }: { organisation: Pick<OrganisationReader, 'grantsOf'> } & Pick<Sources, 'accounts'>,
  id: PersonId,
  viewer: Viewer,
): Promise<PersonEntry | undefined> {
  const { grants } = await organisation.grantsOf(id)
  const managed = grants.filter((grant) => managesPeopleOf(viewer, grant))
  if (managed.length === 0 && !viewer.may(identityActions.managePlatform)) return undefined
  const [person] = await accounts.people([id])
  return person && { person, grants: managed }
}

/** The state of a person's account. */
export function stateOf({ pending, disabled }: PersonSummary): AccountState {
  if (disabled) return 'disabled'
  return pending ? 'invited' : 'active'
}

function passes({ person, grants }: PersonEntry, filters: PeopleFilters, members: Memberships): boolean {
  const { name, place, role, state } = filters
  if (name && !fold(`${person.name} ${person.email}`).includes(fold(name))) return false
  if (state && stateOf(person) !== state) return false
  if (!place && !role) return true
  return grants.some((grant) => (!role || grant.role === role) && (!place || holdsIn(grant.on, place, members)))
}

/**
 * Roles on the platform count everywhere, but are listed only under the platform. Otherwise every list would be full of
 * administrators.
 */
const holdsIn = (on: GrantPlace, place: GrantPlace, members: Memberships): boolean =>
  on.kind === 'platform' ? place.kind === 'platform' : isWithin(place, on, members)

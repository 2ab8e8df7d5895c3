// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Actor, Viewer } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { invalidInput, notFound } from '../../../kernel/errors.ts'
import { demand } from '../../../kernel/permission.ts'
import type { NationalWriter, Tenants } from '../../../platform/db/tenants.ts'
import { recordAccess } from '../../audit/index.ts'
import { identityActions } from '../../identity/index.ts'
import { administrationEvents } from '../events.ts'
import type { GrantPlace, Policy } from '../policy.ts'
import { checkGrant, delegationOf, type Granter, type GrantWish, type HeldGrant, lastDayOf } from '../rules.ts'
import { basisOf } from './grant-basis.ts'
import { insertGrant, lockRolesOf, readGrantsOf } from './grant-store.ts'
import { findPerson, type KnownPerson } from './person-store.ts'

/** What the use cases about roles need. */
export type RoleDependencies = { readonly tenants: Tenants; readonly clock: Clock; readonly policy: Policy }

/** A role to give; without a first day it counts from today. */
export type GrantInput = Omit<GrantWish, 'startsOn' | 'delegator' | 'under'> & {
  readonly startsOn?: string | undefined
}

/**
 * Gives a role to a person, in a place whose people the viewer manages, and tells the access journal. A viewer who
 * manages them by delegation gives it until the last day of the delegation at most, and it ends with the delegation.
 * @returns the key of the role given.
 * @throws {TimoneError} `forbidden`, `not-found` for an unknown person or place, `invalid-input` with what is wrong by
 * field.
 */
export async function grantRole(
  { tenants, clock, policy }: RoleDependencies,
  input: GrantInput,
  viewer: Viewer,
): Promise<number> {
  demandPeopleOf(viewer, input.on)
  const today = clock.today()
  return await tenants.writeNational(async (writer) => {
    const wish = wishOf(input, await basisOf(writer, policy, input, viewer, today), today)
    const person = await findPerson(writer, input.person)
    if (!person) throw notFound('Persona')
    await lockRolesOf(writer, person.id)
    checkGrant(wish, granterOf(viewer), (await readGrantsOf(writer, person.id, today)).grants, today)
    return await storeGrant(writer, wish, person, viewer.actor)
  })
}

/** The role as it is to be stored: what is given by delegation has its last day. @param under as `basisOf` gives it */
export function wishOf(
  input: Omit<GrantInput, 'person'> & Pick<GrantWish, 'person'>,
  under: HeldGrant | undefined,
  today: IsoDate,
): GrantWish {
  const wish = { ...input, startsOn: input.startsOn ?? today, under }
  return { ...wish, endsOn: wish.endsOn ?? (under && wish.startsOn <= lastDayOf(under) ? under.endsOn : undefined) }
}

/**
 * Refuses a viewer who does not manage the people of a place. The whole platform is a place of its own; it does not
 * mean "anywhere".
 * @throws {TimoneError} `unauthenticated` or `forbidden`.
 */
export function demandPeopleOf(viewer: Viewer, on: GrantPlace): void {
  if (on.kind === 'platform') demand(viewer, identityActions.managePlatform)
  else
    demand(
      viewer,
      identityActions.managePeople,
      on.kind === 'association' ? { association: on.slug } : { slug: on.slug },
    )
}

/** A viewer in the form that the rules about roles take. */
export const granterOf = (viewer: Viewer): Granter => ({
  person: viewer.person?.id,
  administrator: viewer.may(identityActions.managePlatform),
})

/** Stores a checked role and tells the access journal, within a transaction. */
export async function storeGrant(
  writer: NationalWriter,
  wish: GrantWish,
  person: KnownPerson,
  actor: Actor,
): Promise<number> {
  const id = await insertGrant(writer, wish)
  if (id === undefined) throw noSuchPlace()
  const { roleGranted, roleDelegated } = administrationEvents
  const delegation = wish.under && (await delegationInJournal(writer, wish.under))
  await recordAccess(writer, actor, wish.delegator === undefined ? roleGranted : roleDelegated, {
    person: person.id,
    email: person.email,
    grant: id,
    role: wish.role,
    place: placeInJournal(wish.on),
    ...(wish.office !== undefined && { office: wish.office }),
    startsOn: wish.startsOn,
    ...(wish.endsOn !== undefined && { endsOn: wish.endsOn }),
    ...(delegation && { delegation }),
  })
  return id
}

/** The delegation that a role rests on, as the access journal tells it; undefined for a role of its own. */
export async function delegationInJournal(source: Pick<NationalWriter, 'db'>, grant: HeldGrant) {
  const delegated = delegationOf(grant)
  if (!delegated?.delegation) return undefined
  const { by } = delegated.delegation
  return { grant: delegated.id, by, email: (await findPerson(source, by))?.email ?? '' }
}

/** A place as it is written in the access journal: `platform`, `administration:vallechiara`. */
export const placeInJournal = (on: GrantPlace): string => (on.kind === 'platform' ? on.kind : `${on.kind}:${on.slug}`)

/** The error for a role on a body or association that is not registered. */
export const noSuchPlace = () =>
  invalidInput('Il ruolo non è stato attribuito.', [
    { place: 'luogo', message: 'non c’è nessun ente né gestione associata così', remedy: 'sceglierne uno dell’elenco' },
  ])

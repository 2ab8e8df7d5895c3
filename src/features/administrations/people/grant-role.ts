// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Actor, Viewer } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { invalidInput, notFound } from '../../../kernel/errors.ts'
import { demand } from '../../../kernel/permission.ts'
import type { NationalWriter, Tenants } from '../../../platform/db/tenants.ts'
import { recordAccess } from '../../audit/index.ts'
import { identityActions } from '../../identity/index.ts'
import { administrationEvents } from '../events.ts'
import type { GrantPlace } from '../policy.ts'
import { checkGrant, type Granter, type GrantWish } from '../rules.ts'
import { insertGrant, lockRolesOf, readGrantsOf } from './grant-store.ts'
import { findPerson, type KnownPerson } from './person-store.ts'

/** What the use cases about roles need. */
export type RoleDependencies = { readonly tenants: Tenants; readonly clock: Clock }

/** A role to give; without a first day it counts from today. */
export type GrantInput = Omit<GrantWish, 'startsOn' | 'delegator'> & { readonly startsOn?: string | undefined }

/**
 * Gives a role to a person, in a place whose people the viewer manages, and tells the access journal.
 * @returns the key of the role given.
 * @throws {TimoneError} `forbidden`, `not-found` for an unknown person or place, `invalid-input` with what is wrong by
 * field.
 */
export async function grantRole(
  { tenants, clock }: RoleDependencies,
  input: GrantInput,
  viewer: Viewer,
): Promise<number> {
  demandPeopleOf(viewer, input.on)
  const today = clock.today()
  const wish = { ...input, startsOn: input.startsOn ?? today }
  return await tenants.writeNational(async (writer) => {
    const person = await findPerson(writer, input.person)
    if (!person) throw notFound('Persona')
    await lockRolesOf(writer, person.id)
    checkGrant(wish, granterOf(viewer), (await readGrantsOf(writer, person.id, today)).grants, today)
    return await storeGrant(writer, wish, person, viewer.actor)
  })
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
  await recordAccess(writer, actor, wish.delegator === undefined ? roleGranted : roleDelegated, {
    person: person.id,
    email: person.email,
    grant: id,
    role: wish.role,
    place: placeInJournal(wish.on),
    ...(wish.office !== undefined && { office: wish.office }),
    startsOn: wish.startsOn,
    ...(wish.endsOn !== undefined && { endsOn: wish.endsOn }),
  })
  return id
}

/** A place as it is written in the access journal: `platform`, `administration:vallechiara`. */
export const placeInJournal = (on: GrantPlace): string => (on.kind === 'platform' ? on.kind : `${on.kind}:${on.slug}`)

/** The error for a role on a body or association that is not registered. */
export const noSuchPlace = () =>
  invalidInput('Il ruolo non è stato attribuito.', [
    { place: 'luogo', message: 'non c’è nessun ente né gestione associata così', remedy: 'sceglierne uno dell’elenco' },
  ])

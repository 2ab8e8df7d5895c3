// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { type RoleName, roleNames, type Viewer } from '../../../kernel/access.ts'
import { notFound } from '../../../kernel/errors.ts'
import { type GrantPlace, rule } from '../policy.ts'
import type { NamedPlace, OrganisationReader } from '../read-organisation.ts'
import { placeFrom, placeParameter } from '../registration/views/place-words.ts'
import { mayDispose } from '../rules.ts'
import { managesPeopleOf } from './admit-person.ts'
import { demandPeopleOf, granterOf } from './grant-role.ts'
import type { ChosenPlace } from './views/role-fields.tsx'

/** A place in a form or an address. */
export const PlaceField = z
  .string('scegliere dove')
  .max(140, 'non è un luogo')
  .transform((text, { addIssue }): GrantPlace => {
    const place = placeFrom(text)
    if (place) return place
    addIssue({ code: 'custom', message: 'non è un luogo' })
    return z.NEVER
  })

const Day = z.string().max(10, 'non è una data')

/** The fields that say which role is given, where, and from when to when. */
export const RoleBody = z.object({
  luogo: PlaceField,
  ruolo: z.enum(roleNames, 'scegliere il ruolo'),
  ufficio: z.string().trim().max(200, 'supera i 200 caratteri').optional(),
  inizio: Day.optional(),
  fine: Day.optional(),
})

/** The role to give, as a form sent it. */
export const wishFrom = ({ luogo, ruolo, ufficio, inizio, fine }: z.infer<typeof RoleBody>) => ({
  role: ruolo,
  on: luogo,
  office: ufficio,
  startsOn: inizio,
  endsOn: fine,
})

/** The places whose people the viewer manages. */
export const managedPlaces = async (
  organisation: Pick<OrganisationReader, 'places'>,
  viewer: Viewer,
): Promise<readonly NamedPlace[]> => (await organisation.places()).filter((place) => managesPeopleOf(viewer, place))

/**
 * A place whose people the viewer manages, with the roles that they may give there.
 * @throws {TimoneError} `forbidden`, `not-found`.
 */
export async function choosePlace(
  organisation: Pick<OrganisationReader, 'offices'>,
  places: readonly NamedPlace[],
  on: GrantPlace,
  viewer: Viewer,
): Promise<ChosenPlace> {
  demandPeopleOf(viewer, on)
  const granter = granterOf(viewer)
  return await withOffices(
    organisation,
    places,
    on,
    roleNames.filter((role) => rule(role).heldOn.some((kind) => kind === on.kind) && mayDispose(role, granter)),
  )
}

/**
 * A place with the roles to choose from, and its offices when it is a body.
 * @throws {TimoneError} `not-found` when it is not among the places.
 */
export async function withOffices(
  organisation: Pick<OrganisationReader, 'offices'>,
  places: readonly NamedPlace[],
  on: GrantPlace,
  roles: readonly RoleName[],
): Promise<ChosenPlace> {
  const wanted = placeParameter(on)
  const place = places.find((one) => placeParameter(one.on) === wanted)
  if (!place) throw notFound('Luogo del ruolo')
  return { ...place, roles, offices: on.kind === 'administration' ? await organisation.offices(on.slug) : [] }
}

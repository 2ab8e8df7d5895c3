// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { type PersonId, roleNames, type Viewer } from '../../../kernel/access.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute, type Refusal } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { administrationPaths } from '../addresses.ts'
import type { OrganisationDependencies } from '../organisation-dependencies.ts'
import { type GrantPlace, rule } from '../policy.ts'
import { placeFrom } from '../registration/views/place-words.ts'
import { type HeldGrant, restsOn } from '../rules.ts'
import { delegateRole } from './delegate-role.ts'
import { revokeRole } from './revoke-role.ts'
import { PlaceField, RoleBody, wishFrom, withOffices } from './role-requests.ts'
import { DelegationsPage } from './views/delegations-page.tsx'

/** The page where people delegate their roles. */
export const delegationPages = (dependencies: OrganisationDependencies): readonly Route[] => {
  const { organisation, accounts, policy, site, delegationLinks } = dependencies

  const show = async (
    { person }: Viewer,
    today: string,
    { on, outcome, refusal }: { on?: GrantPlace | undefined; outcome?: string | undefined; refusal?: Refusal },
  ) => {
    if (!person) throw unauthenticated()
    const [{ grants, members }, every] = await Promise.all([organisation.grants(), organisation.places()])
    const own = grants.filter(
      (grant) => grant.person === person.id && !grant.delegation && policy.isInForce(grant, members, today),
    )
    const rolesIn = (place: GrantPlace) =>
      roleNames.filter(
        (role) =>
          rule(role).heldOn.some((kind) => kind === place.kind) &&
          own.some((grant) => policy.covers(grant, { role, on: place, office: grant.office }, members)),
      )
    const places = every.filter((place) => rolesIn(place.on).length > 0)
    const given = grants.filter(({ delegation }) => delegation?.by === person.id)
    const granted = grants.filter((grant) => given.some(({ id }) => restsOn(grant, id)))
    const received = grants.filter((grant) => grant.person === person.id && grant.delegation)
    const giverOf = ({ under, delegation }: HeldGrant) => under?.person ?? delegation?.by
    const ids = [...given, ...granted, ...received].flatMap((grant) => [grant.person, giverOf(grant) ?? []].flat())
    const names = new Map((await accounts.people([...new Set(ids)])).map(({ id, name }) => [id, name]))
    const nameOf = (id: PersonId | undefined) => (id && names.get(id)) ?? '–'
    const place = on && (await withOffices(organisation, places, on, rolesIn(on)))
    return (
      <DelegationsPage
        site={site}
        every={every}
        places={places}
        place={place}
        today={today}
        outcome={outcome}
        refusal={refusal}
        links={delegationLinks}
        given={given.map((grant) => ({ grant, other: nameOf(grant.person) }))}
        granted={granted.map((grant) => ({ grant, other: nameOf(grant.person), giver: nameOf(giverOf(grant)) }))}
        received={received.map((grant) => ({ grant, other: nameOf(grant.delegation?.by) }))}
      />
    )
  }

  return [
    route({
      method: 'GET',
      path: administrationPaths.delegations,
      permission: 'signed-in',
      query: z.object({ luogo: PlaceField.optional(), esito: z.string().max(20).optional() }),
      handle: async ({ query: { luogo, esito }, viewer, today }) =>
        page(await show(viewer, today, { on: luogo, outcome: esito })),
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.delegations,
      permission: 'signed-in',
      body: RoleBody.extend({ email: z.string().trim().max(254, 'supera i 254 caratteri') }),
      async handle({ body: { email, ...role }, viewer }) {
        await delegateRole(dependencies, { ...wishFrom(role), email, endsOn: role.fine }, viewer)
        return seeOther(administrationPaths.delegations({}, { esito: 'delegato' }))
      },
      again: ({ viewer, today }, refusal) =>
        show(viewer, today, { on: placeFrom(refusal.values.luogo ?? ''), refusal }),
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.delegationRevoked,
      permission: 'signed-in',
      params: z.object({ grant: z.string().regex(/^\d{1,9}$/) }),
      body: z.object({}),
      async handle({ params: { grant }, viewer }) {
        await revokeRole(dependencies, Number(grant), viewer)
        return seeOther(administrationPaths.delegations({}, { esito: 'revocata' }))
      },
    }),
  ]
}

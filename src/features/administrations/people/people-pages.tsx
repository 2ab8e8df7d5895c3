// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { type PersonId, roleNames, type Viewer } from '../../../kernel/access.ts'
import { notFound } from '../../../kernel/errors.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute, type Refusal } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { identityActions } from '../../identity/index.ts'
import { administrationPaths } from '../addresses.ts'
import type { OrganisationDependencies } from '../organisation-dependencies.ts'
import type { GrantPlace } from '../policy.ts'
import { placeFrom } from '../registration/views/place-words.ts'
import { admitPerson } from './admit-person.ts'
import { demandPeopleOf, grantRole } from './grant-role.ts'
import { accountStates, findPersonEntry, listPeople } from './list-people.ts'
import { revokeRole } from './revoke-role.ts'
import { choosePlace, managedPlaces, PlaceField, RoleBody, wishFrom } from './role-requests.ts'
import { LinkPage } from './views/link-page.tsx'
import { PeoplePage } from './views/people-page.tsx'
import { PersonNewPage } from './views/person-new-page.tsx'
import { PersonPage } from './views/person-page.tsx'

/** The number of people on one page of the list. */
const pageLength = 50

/** A person's key in an address. */
export const PersonParams = z.object({ person: z.string().regex(/^[A-Za-z0-9]{1,64}$/) })

const ListQuery = z.object({
  nome: z.string().trim().max(100, 'il testo supera i 100 caratteri').optional(),
  luogo: PlaceField.optional(),
  ruolo: z.enum(roleNames).optional(),
  stato: z.enum(accountStates).optional(),
  pagina: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'è un numero da 1 in su')
    .default('1'),
})

/** The pages about people and their roles. Each is limited to the places whose people the viewer manages. */
export const peoplePages = (dependencies: OrganisationDependencies): readonly Route[] => {
  const { organisation, site } = dependencies

  const showNew = async (viewer: Viewer, today: string, on?: GrantPlace, refusal?: Refusal) => {
    const places = await managedPlaces(organisation, viewer)
    const place = on && (await choosePlace(organisation, places, on, viewer))
    return <PersonNewPage site={site} places={places} place={place} today={today} refusal={refusal} />
  }
  const show = async (
    id: string,
    viewer: Viewer,
    today: string,
    more: { on?: GrantPlace | undefined; outcome?: string | undefined; refusal?: Refusal },
  ) => {
    const entry = await findPersonEntry(dependencies, id as PersonId, viewer)
    if (!entry) throw notFound('Persona')
    const places = await managedPlaces(organisation, viewer)
    const place = more.on && (await choosePlace(organisation, places, more.on, viewer))
    return (
      <PersonPage
        site={site}
        entry={entry}
        places={places}
        place={place}
        today={today}
        outcome={more.outcome}
        refusal={more.refusal}
      />
    )
  }

  return [
    route({
      method: 'GET',
      path: administrationPaths.people,
      permission: identityActions.managePeople,
      query: ListQuery,
      async handle({ query: { nome, luogo, ruolo, stato, pagina }, viewer, today }) {
        if (luogo) demandPeopleOf(viewer, luogo)
        const filters = { name: nome, place: luogo, role: ruolo, state: stato }
        const [found, places] = await Promise.all([
          listPeople(dependencies, filters, viewer),
          managedPlaces(organisation, viewer),
        ])
        const pages = Math.max(1, Math.ceil(found.length / pageLength))
        const shown = { page: Math.min(Number(pagina), pages), pages, length: pageLength }
        return page(
          <PeoplePage site={site} found={found} shown={shown} filters={filters} places={places} today={today} />,
        )
      },
    }),
    route({
      method: 'GET',
      path: administrationPaths.personNew,
      permission: identityActions.managePeople,
      query: z.object({ luogo: PlaceField.optional() }),
      handle: async ({ query: { luogo }, viewer, today }) => page(await showNew(viewer, today, luogo)),
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.personNew,
      permission: identityActions.managePeople,
      body: RoleBody.extend({
        nome: z.string().trim().max(120, 'supera i 120 caratteri'),
        email: z.string().trim().max(254, 'supera i 254 caratteri'),
      }),
      async handle({ body: { nome, email, ...role }, viewer }) {
        const invited = await admitPerson(dependencies, { name: nome, email, ...wishFrom(role) }, viewer)
        const { person, link, mailed } = invited
        if (link === undefined)
          return seeOther(administrationPaths.person({ person: person.id }, { esito: 'invitata' }))
        // Shown only in the answer to the form: in an address it would stay in histories and logs.
        return page(<LinkPage site={site} person={person} link={link} mailed={mailed} purpose="invitation" />)
      },
      again: ({ viewer, today }, refusal) => showNew(viewer, today, placeFrom(refusal.values.luogo ?? ''), refusal),
    }),
    route({
      method: 'GET',
      path: administrationPaths.person,
      permission: identityActions.managePeople,
      params: PersonParams,
      query: z.object({ luogo: PlaceField.optional(), esito: z.string().max(20).optional() }),
      handle: async ({ params: { person }, query: { luogo, esito }, viewer, today }) =>
        page(await show(person, viewer, today, { on: luogo, outcome: esito })),
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.personRoles,
      permission: identityActions.managePeople,
      params: PersonParams,
      body: RoleBody,
      async handle({ params: { person }, body, viewer }) {
        if (!(await findPersonEntry(dependencies, person as PersonId, viewer))) throw notFound('Persona')
        await grantRole(dependencies, { ...wishFrom(body), person: person as PersonId }, viewer)
        return seeOther(administrationPaths.person({ person }, { esito: 'attribuito' }))
      },
      again: ({ params: { person }, viewer, today }, refusal) =>
        show(person, viewer, today, { on: placeFrom(refusal.values.luogo ?? ''), refusal }),
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.personRoleRevoked,
      permission: identityActions.managePeople,
      params: PersonParams.extend({ grant: z.string().regex(/^\d{1,9}$/) }),
      body: z.object({}),
      async handle({ params: { person, grant }, viewer }) {
        await revokeRole(dependencies, Number(grant), viewer)
        const still = await findPersonEntry(dependencies, person as PersonId, viewer)
        return seeOther(
          still ? administrationPaths.person({ person }, { esito: 'revocato' }) : administrationPaths.people({}),
        )
      },
    }),
  ]
}

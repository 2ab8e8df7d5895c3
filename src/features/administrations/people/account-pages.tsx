// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import type { PersonId } from '../../../kernel/access.ts'
import { notFound } from '../../../kernel/errors.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import type { Route } from '../../../platform/http/route.ts'
import { identityActions } from '../../identity/index.ts'
import { administrationPaths } from '../addresses.ts'
import type { OrganisationDependencies } from '../organisation-dependencies.ts'
import { keepOut } from './keep-out.ts'
import { PersonParams } from './people-pages.tsx'
import { LinkPage } from './views/link-page.tsx'

/** What administrators of the platform do about accounts. */
export const accountPages = (dependencies: OrganisationDependencies): readonly Route[] => {
  const { accounts, site } = dependencies
  const find = async (id: string) => {
    const [person] = await accounts.people([id as PersonId])
    if (!person) throw notFound('Persona')
    return person
  }
  return [
    formRoute({
      method: 'POST',
      path: administrationPaths.personAccess,
      permission: identityActions.managePlatform,
      params: PersonParams,
      body: z.object({ stato: z.enum(['attivo', 'sospeso']) }),
      async handle({ params, body: { stato }, viewer }) {
        const { id } = await find(params.person)
        if (stato === 'sospeso') await keepOut(dependencies, id, viewer)
        else await accounts.enablePerson(id, viewer)
        return seeOther(administrationPaths.person(params, { esito: stato === 'sospeso' ? 'sospesa' : 'riammessa' }))
      },
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.personSecondFactor,
      permission: identityActions.managePlatform,
      params: PersonParams,
      body: z.object({ cosa: z.enum(['chiedi', 'rinuncia', 'azzera']) }),
      async handle({ params, body: { cosa }, viewer }) {
        const { id } = await find(params.person)
        if (cosa === 'azzera') await accounts.clearSecondFactor(id, viewer)
        else await accounts.demandSecondFactor(id, cosa === 'chiedi', viewer)
        return seeOther(
          administrationPaths.person(params, { esito: cosa === 'azzera' ? 'azzerato' : 'secondo-fattore' }),
        )
      },
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.personLink,
      permission: identityActions.managePlatform,
      params: PersonParams,
      body: z.object({}),
      async handle({ params, viewer }) {
        const person = await find(params.person)
        if (!person.pending) {
          const link = await accounts.resetLink(person.id, viewer)
          return page(<LinkPage site={site} person={person} link={link} purpose="reset" mailed={false} />)
        }
        const { link, mailed } = await accounts.invitePerson({}, person, viewer)
        if (link === undefined) throw notFound('Invito')
        return page(<LinkPage site={site} person={person} link={link} mailed={mailed} purpose="invitation" />)
      },
    }),
  ]
}

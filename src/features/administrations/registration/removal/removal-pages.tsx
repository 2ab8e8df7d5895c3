// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { page, seeOther } from '../../../../platform/http/answer.ts'
import { formRoute } from '../../../../platform/http/form-route.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { administrationActions } from '../../actions.ts'
import { administrationPaths } from '../../addresses.ts'
import { Slug } from '../../model.ts'
import type { OrganisationDependencies } from '../../organisation-dependencies.ts'
import { RemovalPage } from './removal-page.tsx'
import { readRemoval, removeAdministration } from './remove-administration.ts'

const permission = administrationActions.manageAssociations
const params = z.object({ slug: Slug })

/** The page that tells what the removal of a body takes away, and asks to confirm it. */
export const removalPages = (dependencies: OrganisationDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: administrationPaths.administrationRemoval,
    permission,
    params,
    handle: async ({ params: { slug }, viewer }) =>
      page(<RemovalPage site={dependencies.site} removal={await readRemoval(dependencies, slug, viewer)} />),
  }),
  formRoute({
    method: 'POST',
    path: administrationPaths.administrationRemoval,
    permission,
    params,
    body: z.object({ conferma: z.literal('sì', 'spuntare la casella, se è davvero l’ente da eliminare') }),
    async handle({ params: { slug }, viewer }) {
      await removeAdministration(dependencies, slug, viewer)
      return seeOther(administrationPaths.administrations({}, { esito: 'eliminato' }))
    },
    async again({ params: { slug }, viewer }, refusal) {
      const removal = await readRemoval(dependencies, slug, viewer)
      return <RemovalPage site={dependencies.site} removal={removal} refusal={refusal} />
    },
  }),
]

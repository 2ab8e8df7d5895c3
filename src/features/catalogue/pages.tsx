// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { page } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { catalogueActions } from './actions.ts'
import { cataloguePaths } from './addresses.ts'
import { type CataloguePageDependencies, editionAt } from './succession/edition-at.ts'
import { linePages } from './succession/line-pages.tsx'
import { EditionPage } from './succession/views/edition-page.tsx'
import { EditionsPage } from './succession/views/editions-page.tsx'

/** The pages that complete the editions of the national plan. */
export const cataloguePages = (dependencies: CataloguePageDependencies): readonly Route[] => {
  const { catalogue, site } = dependencies
  return [
    route({
      method: 'GET',
      path: cataloguePaths.editions,
      permission: catalogueActions.complete,
      handle: () =>
        page(
          <EditionsPage
            site={site}
            editions={catalogue
              .ids()
              .map((id) => catalogue.edition(id))
              .toReversed()}
          />,
        ),
    }),
    route({
      method: 'GET',
      path: cataloguePaths.edition,
      permission: catalogueActions.complete,
      params: z.object({ edition: z.string().max(60) }),
      query: z.object({ linee: z.literal('tutte').optional(), esito: z.string().max(20).optional() }),
      handle: ({ params: { edition }, query: { linee, esito } }) =>
        page(
          <EditionPage site={site} edition={editionAt(catalogue, edition)} all={linee === 'tutte'} outcome={esito} />,
        ),
    }),
    ...linePages(dependencies),
  ]
}

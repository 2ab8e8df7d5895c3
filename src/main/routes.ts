// SPDX-License-Identifier: AGPL-3.0-or-later

import { administrationPages, openOrganisationReader, organisationPages } from '../features/administrations/index.ts'
import { cataloguePages } from '../features/catalogue/index.ts'
import { planCharts, richText } from '../features/documents/index.ts'
import { type Identity, identityPages } from '../features/identity/index.ts'
import { importPages, openImportReader } from '../features/imports/index.ts'
import { delegationJournalLink, journalPages, openHistoryReader } from '../features/journal/index.ts'
import { openAdministrationReader } from '../features/plans/index.ts'
import { openSearchReader, searchKinds, searchPages } from '../features/search/index.ts'
import { openTransparencyReader, transparencyPages } from '../features/transparency/index.ts'
import { openWorklistReader, worklistPages } from '../features/worklist/index.ts'
import type { Route } from '../platform/http/route.ts'
import { statusRoute } from '../platform/http/status.ts'
import { policy } from './actions.ts'
import type { PageFoundations } from './application.ts'
import { declaredEvents } from './events.ts'
import { openPlanRoutes } from './plan-routes.ts'
import { recordKinds } from './record-kinds.ts'
import { unfinishedWork, workKinds, workSources } from './work.ts'

/** Every route of the site, each feature's with what it needs. */
export function openRoutes(foundations: PageFoundations, identity: Identity): readonly Route[] {
  const { tenants, catalogue, registry, clock, read, background, site } = foundations
  const found = searchKinds(recordKinds)
  return [
    statusRoute,
    ...identityPages({ identity, site }),
    ...administrationPages(openAdministrationReader(tenants, catalogue, clock), site),
    ...organisationPages({
      tenants,
      clock,
      registry,
      policy,
      site,
      accounts: identity,
      organisation: openOrganisationReader(tenants, clock),
      delegationLinks: [delegationJournalLink],
    }),
    ...cataloguePages({ tenants, catalogue, clock, site }),
    ...worklistPages({
      worklist: openWorklistReader({
        tenants,
        sources: workSources(catalogue),
        unfinished: unfinishedWork,
        kinds: workKinds,
      }),
      kinds: workKinds,
      site,
    }),
    ...journalPages({ history: openHistoryReader(tenants), events: declaredEvents, kinds: recordKinds, site }),
    ...openPlanRoutes(foundations, identity),
    ...importPages({
      imports: openImportReader(tenants, catalogue, clock),
      useCases: { tenants, catalogue, clock, background, read },
      site,
    }),
    ...transparencyPages({
      published: openTransparencyReader(tenants, catalogue, clock),
      charts: planCharts,
      richText,
      site,
    }),
    ...searchPages({ search: openSearchReader(tenants, catalogue, found), kinds: found, site }),
  ]
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  administrationsEntry,
  associationsEntry,
  type BodySite,
  detailsLink,
  peopleEntry,
  peopleLink,
  removalLink,
} from '../features/administrations/index.ts'
import { editionsEntry } from '../features/catalogue/index.ts'
import { documentsTab } from '../features/documents/index.ts'
import { AccountCorner } from '../features/identity/index.ts'
import { importsLink } from '../features/imports/index.ts'
import { journalLink } from '../features/journal/index.ts'
import {
  approvalTab,
  contentsTab,
  linesTab,
  newPlanLink,
  type PlanSite,
  timelineTab,
  versionsTab,
} from '../features/plans/index.ts'
import { SiteSearch } from '../features/search/index.ts'
import { transparencyEntry } from '../features/transparency/index.ts'
import { worklistEntry } from '../features/worklist/index.ts'
import type { Installation } from '../ui/page/site.ts'

/** The site: the installation, and the menus that the features declare, in their order on the pages. */
export const siteOf = (installation: Installation): BodySite & PlanSite => ({
  ...installation,
  menu: [worklistEntry, administrationsEntry, associationsEntry, peopleEntry, editionsEntry, transparencyEntry],
  Account: AccountCorner,
  Search: SiteSearch,
  bodyLinks: [newPlanLink, importsLink, peopleLink, journalLink, detailsLink, removalLink],
  planTabs: [linesTab, contentsTab, timelineTab, approvalTab, versionsTab, documentsTab],
  planLinks: [linesTab, timelineTab, contentsTab, approvalTab, documentsTab].flatMap(({ address, card }) =>
    card ? [{ ...card, address }] : [],
  ),
})

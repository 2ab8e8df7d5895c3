// SPDX-License-Identifier: AGPL-3.0-or-later

import { peopleOfBody } from '../features/administrations/index.ts'
import { attachmentPages, openAttachmentReader } from '../features/attachments/index.ts'
import type { Catalogue } from '../features/catalogue/index.ts'
import {
  comparisonPages,
  documentPages,
  documentPaths,
  openDocumentService,
  openFreezer,
  planCharts,
  richText,
} from '../features/documents/index.ts'
import { carryFunding, checkFunding, fundingPages } from '../features/funding/index.ts'
import type { Identity } from '../features/identity/index.ts'
import {
  allChecks,
  approvalPages,
  type CompletenessCheck,
  type CycleDependencies,
  checkPlan,
  completenessPages,
  contentsPages,
  cyclePages,
  lineReview,
  lineWriting,
  openApprovalReader,
  openCompletenessReader,
  openContentsReader,
  openCycleReader,
  openEntryReader,
  openPlanReader,
  openVersionReader,
  planActions,
  planPages,
  type StepDependencies,
  versionPages,
  writingPages,
} from '../features/plans/index.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Route } from '../platform/http/route.ts'
import { policy } from './actions.ts'
import type { PageFoundations } from './application.ts'
import { recordKinds } from './record-kinds.ts'

/** What a plan still lacks before review, according to every feature that adds to plans. */
export const completenessOf = (sources: { readonly catalogue: Catalogue; readonly clock: Clock }): CompletenessCheck =>
  allChecks(checkPlan(sources), checkFunding)

/** What plans are approved and continued with outside of their pages: on the command line, for the demonstration. */
export const planUseCases = (
  sources: Pick<PageFoundations, 'tenants' | 'catalogue' | 'tools' | 'clock'>,
): StepDependencies & CycleDependencies => ({
  tenants: sources.tenants,
  catalogue: sources.catalogue,
  clock: sources.clock,
  check: completenessOf(sources),
  freezer: openFreezer(sources.catalogue, sources.tools, sources.clock),
  carryOver: [carryFunding],
})

/** The routes of one body's plan: reading, writing, approving it, its versions and documents. */
export function openPlanRoutes(foundations: PageFoundations, identity: Pick<Identity, 'people'>): readonly Route[] {
  const { tenants, catalogue, registry, tools, clock, site } = foundations
  const plans = openPlanReader(tenants, catalogue)
  const check = completenessOf({ catalogue, clock })
  const keepersOf = peopleOfBody({ tenants, clock, policy, accounts: identity.people }, planActions.writeEntries)
  const entries = openEntryReader(tenants, catalogue, keepersOf)
  const contents = openContentsReader(tenants, catalogue, recordKinds)
  const writing = { tenants, catalogue, keepersOf, clock, richText, site }
  const freezer = openFreezer(catalogue, tools, clock)
  const versions = openVersionReader({ tenants, catalogue, freezer, kinds: recordKinds })
  const approval = openApprovalReader({ tenants, catalogue, check, freezer, kinds: recordKinds })
  return [
    ...planPages({
      plans,
      writing: lineWriting(entries),
      review: lineReview(approval, richText),
      charts: planCharts,
      richText,
      site,
    }),
    ...writingPages({ ...writing, registry, entries, plans }),
    ...attachmentPages({ attachments: openAttachmentReader(tenants) }),
    ...contentsPages({ ...writing, contents }),
    ...fundingPages(writing),
    ...completenessPages({ completeness: openCompletenessReader(tenants, catalogue, check), site }),
    ...cyclePages({
      cycle: openCycleReader(tenants, catalogue),
      useCases: { tenants, catalogue, carryOver: [carryFunding] },
      site,
    }),
    ...approvalPages({
      approval,
      useCases: { tenants, catalogue, clock, check, freezer, kinds: recordKinds },
      richText,
      site,
    }),
    ...versionPages({ versions, plans, documents: documentPaths, site }),
    ...comparisonPages({ versions, tools, clock }),
    ...documentPages({ versions, documents: openDocumentService(tenants, catalogue, tools, clock), site }),
  ]
}

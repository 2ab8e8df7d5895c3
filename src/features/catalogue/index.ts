// SPDX-License-Identifier: AGPL-3.0-or-later

export { catalogueActions } from './actions.ts'
export { factsAsked } from './applicability/conditions.ts'
export { dutiesOn } from './applicability/law.ts'
export { type Assessment, assessBody, assessEdition, type Choices } from './applicability/rules.ts'
export { catalogueCommands } from './cli.ts'
export { dutyDay, dutySources, formatDutyTiming, sourcesWithLinks } from './duties/duty-words.ts'
export { bindingTiming, describeLegalTiming, formatLegalTiming, legalTiming } from './duties/legal-timing.ts'
export type { Duty } from './duties/model.ts'
export { DutySources, lawOnLine } from './duties/views/law-on-line.tsx'
export type { Catalogue } from './editions/catalogue.ts'
export { diffEditions } from './editions/diff-editions.ts'
export { newerEditions, newestEdition, sameCycle } from './editions/newer-editions.ts'
export { editionFor, type ProposedPlan, proposePlan } from './editions/propose-plan.ts'
export { registerEditions } from './editions/register-editions.ts'
export { type CatalogueFolders, openCatalogue } from './editions/store.ts'
export { catalogueEvents } from './events.ts'
export {
  describeTiming,
  editionName,
  formatTiming,
  reasonWithKeys,
  titleOf,
  verdictLabel,
  withTitle,
} from './line-words.ts'
export { editionsEntry } from './menu.ts'
export {
  type ActionLine,
  ActionLineCode,
  type Addressees,
  type Applicability,
  type BindingDuty,
  type Chapter,
  type Condition,
  type Edition,
  type ExpectedResult,
  type Lineage,
  type Objective,
  type Timing,
  type Verdict,
} from './model.ts'
export { fitsYears, strangeYears } from './official-text/edition-years.ts'
export { cataloguePages } from './pages.tsx'
export { guidingPrinciples } from './principles.ts'

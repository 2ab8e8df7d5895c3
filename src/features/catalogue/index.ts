// SPDX-License-Identifier: AGPL-3.0-or-later

export type { Catalogue } from './catalogue.ts'
export { catalogueCommands } from './cli.ts'
export { diffEditions } from './diff-editions.ts'
export { sharesYears, strangeYears } from './edition-years.ts'
export { formatTiming, reasonWithKeys, titleOf, verdictLabel, withTitle } from './line-words.ts'
export {
  type ActionLine,
  ActionLineCode,
  type Addressees,
  type Applicability,
  type Chapter,
  type Condition,
  type Edition,
  type ExpectedResult,
  type Lineage,
  type Objective,
  type Timing,
  type Verdict,
} from './model.ts'
export { newerEditions, sameCycle } from './newer-editions.ts'
export { guidingPrinciples } from './principles.ts'
export { registerEditions } from './register-editions.ts'
export { assessEdition, type Choices } from './rules.ts'
export { openCatalogue } from './store.ts'

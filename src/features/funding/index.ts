// SPDX-License-Identifier: AGPL-3.0-or-later
export { assessFunding, checkFunding } from './check-funding.ts'
export * from './model.ts'
export { readFundingMeasures, readSpending, replaceFunding, replaceMeasures, replaceSpending } from './store.ts'
export { type MeasuresContent, measuresPart } from './measures-part.ts'
export { type SpendingContent, spendingPart } from './spending-part.ts'

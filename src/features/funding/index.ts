// SPDX-License-Identifier: AGPL-3.0-or-later
export * from './model.ts'
export { readFundingMeasures, readSpending, replaceFunding, replaceMeasures, replaceSpending } from './store.ts'

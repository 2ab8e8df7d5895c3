// SPDX-License-Identifier: AGPL-3.0-or-later
export * from './model.ts'
export { insertFunding, readFundingMeasures, readSpending } from './store.ts'

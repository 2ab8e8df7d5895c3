// SPDX-License-Identifier: AGPL-3.0-or-later

export { carryFunding } from './carry-funding.ts'
export { checkFunding } from './check-funding.ts'
export { fundingContents } from './list-funding.ts'
export { measuresPart } from './measures-part.ts'
export { type FundingMeasure, FundingMeasureSchema, type Spending, SpendingSchema } from './model.ts'
export { fundingPages } from './pages.tsx'
export { spendingPart } from './spending-part.ts'
export { readFundingMeasures, readSpending, replaceFunding } from './store.ts'

// SPDX-License-Identifier: AGPL-3.0-or-later

export { carryFunding } from './carry-funding.ts'
export { checkFunding } from './check-funding.ts'
export { comparedMeasures, comparedSpending } from './compared-kinds.ts'
export { fundingContents } from './list-funding.ts'
export { type FundingMeasure, FundingMeasureSchema, measureFields } from './measure-fields.ts'
export { measuresKind } from './measures-kind.ts'
export { fundingPages } from './pages.tsx'
export { type Spending, SpendingSchema, spendingFields, spendingKindLabel } from './spending-fields.ts'
export { spendingKind } from './spending-kind.ts'
export { readFundingMeasures, readSpending, replaceFunding } from './store.ts'

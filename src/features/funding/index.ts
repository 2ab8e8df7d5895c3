// SPDX-License-Identifier: AGPL-3.0-or-later

export { carryFunding } from './carry-funding.ts'
export { checkFunding } from './check-funding.ts'
export { declaredFundingProjects, declaredSpending } from './declared-kinds.ts'
export { type FundingProject, FundingProjectSchema, fundingProjectFields } from './funding-project-fields.ts'
export { fundingProjectKind } from './funding-project-kind.ts'
export { fundingProjectStore } from './funding-project-store.ts'
export { fundingPages } from './pages.tsx'
export { replaceFunding } from './replace-funding.ts'
export { type Spending, SpendingSchema, spendingFields, spendingKindLabel } from './spending-fields.ts'
export { spendingKind } from './spending-kind.ts'
export { readSpending } from './spending-store.ts'

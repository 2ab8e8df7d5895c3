// SPDX-License-Identifier: AGPL-3.0-or-later
import { comparedList, fieldsByName } from '../records/index.ts'
import { type FundingProject, fundingProjectFields } from './funding-project-fields.ts'
import { type Spending, spendingFields } from './spending-fields.ts'

/** What a plan written out whole tells of its money. */
export type WholeFunding = {
  readonly plan: unknown
  readonly spending?: readonly Spending[]
  readonly fundingMeasures?: readonly FundingProject[]
}

/** The ICT spending of a plan, as plans are compared by it: by year, what it is, and where it comes from. */
export const comparedSpending = comparedList<WholeFunding, Spending>({
  name: 'spending',
  side: { id: 'spesa', title: 'Spesa ICT' },
  identity: ['year', 'kind', 'source'],
  title: ({ year, kind, source }) =>
    [year, kind === undefined ? '' : spendingFields.kind.words(kind as Spending['kind'], {}).toLowerCase(), source]
      .filter(Boolean)
      .join(', '),
  fieldOf: fieldsByName(spendingFields),
  list: ({ spending }) => spending,
})

/** The PNRR projects of a plan, as plans are compared by them: by measure and title. */
export const comparedProjects = comparedList<WholeFunding, FundingProject>({
  name: 'fundingProject',
  side: { id: 'progetti-pnrr', title: 'Progetti PNRR' },
  identity: ['measure', 'title'],
  title: ({ measure, title }) => `${measure} ${title}`,
  fieldOf: fieldsByName(fundingProjectFields),
  list: ({ fundingMeasures }) => fundingMeasures,
})

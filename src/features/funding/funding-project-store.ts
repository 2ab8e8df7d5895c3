// SPDX-License-Identifier: AGPL-3.0-or-later
import { numberedStore } from '../records/index.ts'
import { type FundingProject, fundingProjectFields } from './funding-project-fields.ts'

/** What people call a project: its measure and its title. */
export const projectName = ({ measure, title }: Pick<FundingProject, 'measure' | 'title'>): string =>
  `${measure} ${title}`

/** The PNRR projects of plans, each with its number. A file that holds no numbers names them by measure and title. */
export const fundingProjectStore = numberedStore<FundingProject>({
  name: 'fundingProject',
  table: 'funding_project',
  fields: fundingProjectFields,
  nameOf: projectName,
})

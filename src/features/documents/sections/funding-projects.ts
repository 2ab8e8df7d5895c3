// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount, sumAmounts } from '../../../kernel/money.ts'
import { type FundingProject, fundingProjectFields } from '../../funding/index.ts'
import { gridOf, paragraph, strong, textCell } from '../content/content.ts'
import { recordColumns } from '../content/record-columns.ts'
import type { Block } from '../model.ts'
import { type SectionWriter, sectionOf } from './source.ts'

/** The PNRR projects, to keep and prove, with the sum of their amounts. */
export const fundingProjects: SectionWriter = ({ profile }) => {
  const projects = profile.fundingMeasures ?? []
  const amounts = projects.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
  const blocks: readonly Block[] =
    projects.length === 0
      ? []
      : [
          ...(amounts.length > 0
            ? [paragraph('Importo complessivo: ', strong(formatAmount(sumAmounts(amounts))), '.')]
            : []),
          projectsTable(projects),
        ]
  return sectionOf('pnrr', 'Le misure del PNRR', blocks)
}

const projectsTable = (projects: readonly FundingProject[]): Block =>
  gridOf(
    {
      id: 'pnrr-misure',
      caption: 'Misure PNRR dell’ente',
      columns: recordColumns(
        fundingProjectFields,
        {
          measure: { width: 10 },
          title: {
            width: 24,
            cell: ({ title, cup }) => [...textCell(title ?? ''), ...textCell(cup ? `CUP ${cup}` : '')],
          },
          year: { width: 8 },
          amount: { width: 15, align: 'end' },
          progress: { width: 24 },
          certification: { width: 15 },
          payment: { width: 13 },
        },
        ['cup'],
      ),
    },
    projects,
  )

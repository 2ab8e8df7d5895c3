// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount, sumAmounts } from '../../../kernel/money.ts'
import { type FundingMeasure, measureFields } from '../../funding/index.ts'
import { gridOf, paragraph, strong, textCell } from '../content/content.ts'
import { recordColumns } from '../content/record-columns.ts'
import type { Block } from '../model.ts'
import { type SectionWriter, sectionOf } from './source.ts'

/** The PNRR measures as projects to keep and prove, with the sum of their amounts. */
export const fundingMeasures: SectionWriter = ({ profile }) => {
  const measures = profile.fundingMeasures ?? []
  const amounts = measures.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
  const blocks: readonly Block[] =
    measures.length === 0
      ? []
      : [
          ...(amounts.length > 0
            ? [paragraph('Importo complessivo: ', strong(formatAmount(sumAmounts(amounts))), '.')]
            : []),
          measuresTable(measures),
        ]
  return sectionOf('pnrr', 'Le misure del PNRR', blocks)
}

const measuresTable = (measures: readonly FundingMeasure[]): Block =>
  gridOf(
    {
      id: 'pnrr-misure',
      caption: 'Misure PNRR dell’ente',
      columns: recordColumns(
        measureFields,
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
    measures,
  )

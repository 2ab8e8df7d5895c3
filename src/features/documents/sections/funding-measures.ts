// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount, sumAmounts } from '../../../kernel/money.ts'
import type { FundingMeasure } from '../../funding/index.ts'
import { gridOf, paragraph, paragraphs, strong, textCell } from '../content.ts'
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
      columns: [
        { heading: 'Misura', width: 10, cell: ({ measure }) => textCell(measure) },
        {
          heading: 'Progetto',
          width: 24,
          cell: ({ title, cup }) => [...textCell(title), ...textCell(cup ? `CUP ${cup}` : '')],
        },
        { heading: 'Anno', width: 8, cell: ({ year }) => textCell(year === undefined ? '' : String(year)) },
        {
          heading: 'Importo',
          width: 15,
          align: 'end',
          cell: ({ amount }) => textCell(amount === undefined ? '' : formatAmount(amount)),
        },
        { heading: 'Attuazione', width: 24, cell: ({ progress }) => paragraphs(progress) },
        { heading: 'Asseverazione', width: 15, cell: ({ certification }) => paragraphs(certification) },
        { heading: 'Erogazione', width: 13, cell: ({ payment }) => paragraphs(payment) },
      ],
    },
    measures,
  )

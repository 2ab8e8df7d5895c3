// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount, sumAmounts } from '../../../kernel/money.ts'
import { type Spending, spendingFields, spendingKindLabel } from '../../funding/index.ts'
import { spendingChart } from '../charts/spending-chart.ts'
import { gridOf, textCell } from '../content/content.ts'
import { recordColumns } from '../content/record-columns.ts'
import { narrativeFromMarkdown } from '../markdown/narrative.ts'
import type { Block } from '../model.ts'
import { type SectionWriter, sectionOf } from './source.ts'

/** ICT spending: the body's words about it, the chart, and every row with the totals of each year. */
export const spending: SectionWriter = ({ profile }) => {
  const id = 'spesa'
  const narrative = narrativeFromMarkdown(profile.plan.narrative?.spending ?? '', id)
  const rows = profile.spending ?? []
  const figures: readonly Block[] =
    rows.length === 0 ? [] : [spendingChart(rows), spendingTable(rows), totalsTable(rows)]
  return sectionOf(id, 'La spesa ICT', [...narrative.blocks, ...figures], narrative.sections)
}

const spendingTable = (rows: readonly Spending[]): Block =>
  gridOf(
    {
      id: 'spesa-voci',
      caption: 'Spesa ICT per anno, fonte e natura',
      columns: recordColumns(spendingFields, {
        year: { width: 10 },
        kind: { width: 16 },
        source: { width: 28 },
        amount: { width: 18, align: 'end' },
        note: { width: 28 },
      }),
    },
    rows.toSorted((a, b) => a.year - b.year || a.kind.localeCompare(b.kind)),
  )

function totalsTable(rows: readonly Spending[]): Block {
  const total = (kind: Spending['kind'], year?: number): string => {
    const amounts = rows.filter((row) => row.kind === kind && (year === undefined || row.year === year))
    return amounts.length === 0 ? '' : formatAmount(sumAmounts(amounts.map(({ amount }) => amount)))
  }
  const years = [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => a - b)
  return gridOf(
    {
      id: 'spesa-totali',
      caption: 'Spesa ICT: totali per anno',
      columns: [
        { heading: 'Anno', width: 30, cell: (year) => textCell(year === undefined ? 'Totale' : String(year)) },
        { heading: spendingKindLabel.actual, width: 35, align: 'end', cell: (year) => textCell(total('actual', year)) },
        {
          heading: spendingKindLabel.forecast,
          width: 35,
          align: 'end',
          cell: (year) => textCell(total('forecast', year)),
        },
      ],
    },
    [...years, undefined],
  )
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Amount, formatAmount, formatNumber, sumAmounts } from '../../../kernel/money.ts'
import type { Spending } from '../../funding/index.ts'
import { type GridColumn, gridOf, textCell } from '../content/content.ts'
import type { Figure, Table } from '../model.ts'
import { breakLines, drawChart, footLegend } from './draw-chart.ts'
import { faint, grid, ink, sourcePaint, white } from './palette.ts'

const width = 800

/** The name for money without a stated source. */
const untold = 'Fonte non indicata'

/** The two kinds of a year's money: spent or expected. */
type Bar = { readonly label: string; readonly bySource: ReadonlyMap<string, Amount>; readonly total: Amount }

/**
 * ICT spending by year and source: one stacked column for what was spent in a year, one for what is expected.
 * @param spending at least one row, no negative amount.
 */
export function spendingChart(spending: readonly Spending[]): Figure {
  const id = 'figura-spesa'
  const caption = 'Spesa ICT per anno e fonte'
  const sources = [...new Set(spending.map(({ source }) => source ?? untold))]
  const bars = toBars(spending)
  const names = sources.map((source) => breakLines(source, 60))
  const { legend, height: legendHeight } = footLegend(names, width)
  const height = 340 + legendHeight
  const alternative = `${caption}. ${bars.map(sentence).join(' ')}`
  const svg = drawChart(
    {
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      legend,
      grid: { left: 100, right: 20, top: 34, bottom: legendHeight + 56, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: bars.map(({ label }) => label.replace(' ', '\n')),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: faint } },
        axisLabel: { color: ink, fontSize: 14, lineHeight: 17, interval: 0 },
      },
      yAxis: {
        type: 'value',
        axisLabel: { color: faint, fontSize: 13, formatter: (value: number) => `${formatNumber(value)} €` },
        splitLine: { lineStyle: { color: grid } },
      },
      series: sources.map((source, index) => ({
        type: 'bar',
        name: names[index],
        stack: 'spending',
        silent: true,
        barMaxWidth: 90,
        itemStyle: { ...sourcePaint(index), borderColor: white, borderWidth: 1.5 },
        data: bars.map(({ bySource }) => Number(bySource.get(source) ?? 0)),
        // The total is the label of the last series, because that one ends at the top of the column.
        ...(index === sources.length - 1 && {
          label: {
            show: true,
            position: 'top',
            color: ink,
            fontSize: bars.length > 5 ? 12 : 14,
            fontWeight: 600,
            formatter: ({ dataIndex }: { dataIndex: number }) => formatAmount(bars[dataIndex]?.total ?? '0'),
          },
        }),
      })),
    },
    { width, height },
    { id, title: caption, description: alternative },
  )
  return { kind: 'figure', id, caption, alternative, svg, width, height, data: dataTable(bars, sources, caption) }
}

function toBars(spending: readonly Spending[]): readonly Bar[] {
  const groups = Map.groupBy(spending, ({ year, kind }) => `${year} ${kind === 'actual' ? 'consuntivo' : 'previsione'}`)
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, rows]) => ({
      label,
      bySource: new Map(
        [...Map.groupBy(rows, ({ source }) => source ?? untold)].map(([source, parts]) => [
          source,
          sumAmounts(parts.map(({ amount }) => amount)),
        ]),
      ),
      total: sumAmounts(rows.map(({ amount }) => amount)),
    }))
}

const sentence = ({ label, bySource, total }: Bar): string => {
  const parts = [...bySource].map(([source, amount]) => `${source} ${formatAmount(amount)}`)
  return `${label}: ${formatAmount(total)} (${parts.join('; ')}).`
}

const dataTable = (bars: readonly Bar[], sources: readonly string[], caption: string): Table =>
  gridOf(
    {
      id: 'figura-spesa-dati',
      caption: `Dati della figura: ${caption}`,
      columns: [
        { heading: 'Anno', width: 16, cell: ({ label }) => textCell(label) },
        ...sources.map(
          (source): GridColumn<Bar> => ({
            heading: source,
            width: 16,
            align: 'end',
            cell: ({ bySource }) => textCell(formatAmount(bySource.get(source) ?? '0')),
          }),
        ),
        { heading: 'Totale', width: 16, align: 'end', cell: ({ total }) => textCell(formatAmount(total)) },
      ],
    },
    bars,
  )

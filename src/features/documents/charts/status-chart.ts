// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { type ChapterProgress, type StatusOrUnsaid, statusOrUnsaidLabel } from '../../plans/index.ts'
import { type GridColumn, gridOf, textCell } from '../content/content.ts'
import type { Figure, Table } from '../model.ts'
import { breakLines, drawChart, footLegend } from './draw-chart.ts'
import { faint, grid, ink, statusOrder, statusPaint, white } from './palette.ts'

const width = 800

/**
 * How many of the lines that apply, of each chapter, stand where: one stacked bar a chapter.
 * @param chapters at least one, in the order to print.
 */
export function statusByChapterChart(chapters: readonly ChapterProgress[]): Figure {
  const id = 'figura-stato'
  const caption = 'Stato delle linee d’azione per capitolo'
  const shown = statusOrder.filter((status) => chapters.some(({ progress }) => progress.statuses[status] > 0))
  const alternative = `${caption}. ${chapters.map((chapter) => sentence(chapter, shown)).join(' ')}`
  const { legend, height: legendHeight } = footLegend(
    shown.map((status) => statusOrUnsaidLabel[status]),
    width,
  )
  const height = 48 + chapters.length * 46 + legendHeight
  const svg = drawChart(
    {
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      legend,
      grid: { left: 258, right: 16, top: 8, bottom: legendHeight + 40, outerBoundsMode: 'none' },
      xAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: faint, fontSize: 13 },
        splitLine: { lineStyle: { color: grid } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: chapters.map(({ chapter }) => breakLines(`${chapter.number}. ${chapter.title}`, 34)),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { color: ink, fontSize: 14, lineHeight: 17 },
      },
      series: shown.map((status) => ({
        type: 'bar',
        name: statusOrUnsaidLabel[status],
        stack: 'lines',
        silent: true,
        barWidth: 26,
        itemStyle: { ...statusPaint[status], borderColor: white, borderWidth: 1.5 },
        label: {
          show: true,
          color: white,
          fontSize: 14,
          fontWeight: 600,
          textBorderColor: statusPaint[status].color,
          textBorderWidth: 4,
          formatter: hideZero,
        },
        data: chapters.map(({ progress }) => progress.statuses[status]),
      })),
    },
    { width, height },
    { id, title: caption, description: alternative },
  )
  return { kind: 'figure', id, caption, alternative, svg, width, height, data: dataTable(chapters, shown, caption) }
}

const hideZero = ({ value }: { value: number }): string => (value === 0 ? '' : String(value))

const sentence = ({ chapter, progress }: ChapterProgress, shown: readonly StatusOrUnsaid[]): string => {
  const counts = shown
    .filter((status) => progress.statuses[status] > 0)
    .map((status) => `${statusOrUnsaidLabel[status].toLowerCase()} ${progress.statuses[status]}`)
  const total = plural(progress.standings.applies, 'linea', 'linee')
  return `Capitolo ${chapter.number}, ${chapter.title}: ${[total, ...counts].join(', ')}.`
}

/** A row a status and a column a chapter: names of statuses would not fit as headings. */
const dataTable = (chapters: readonly ChapterProgress[], shown: readonly StatusOrUnsaid[], caption: string): Table =>
  gridOf(
    {
      id: 'figura-stato-dati',
      caption: `Dati della figura: ${caption}`,
      columns: [
        { heading: 'Stato', width: 22, cell: ({ label }) => textCell(label) },
        ...chapters.map(
          ({ chapter, progress }): GridColumn<Count> => ({
            heading: `Cap. ${chapter.number}`,
            width: 10,
            align: 'end',
            cell: ({ of }) => textCell(String(of(progress))),
          }),
        ),
        {
          heading: 'Totale',
          width: 10,
          align: 'end',
          cell: ({ of }) => textCell(String(chapters.reduce((sum, { progress }) => sum + of(progress), 0))),
        },
      ],
    },
    [
      ...shown.map((status): Count => ({ label: statusOrUnsaidLabel[status], of: ({ statuses }) => statuses[status] })),
      { label: 'Totale', of: ({ standings }) => standings.applies },
    ],
  )

/** What a row counts in each chapter. */
type Count = { readonly label: string; of(progress: ChapterProgress['progress']): number }

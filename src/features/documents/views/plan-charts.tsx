// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanChart, PlanCharts } from '../../plans/index.ts'
import { statusByChapterChart } from '../charts/status-chart.ts'
import { timelineChart } from '../charts/timeline-chart.ts'
import type { Figure } from '../model.ts'
import { Blocks } from './blocks.tsx'

/** The figures of the documents, for pages. Most changes of a plan leave the counts as they are: drawings are kept. */
export const planCharts: PlanCharts = {
  statusByChapter(chapters) {
    const key = JSON.stringify(chapters.map(({ chapter, progress }) => [chapter.number, chapter.title, progress]))
    const kept = drawn.get(key)
    const figure = kept ?? statusByChapterChart(chapters)
    drawn.delete(key)
    drawn.set(key, figure)
    const [oldest] = drawn.keys()
    if (drawn.size > chartsKept && oldest !== undefined) drawn.delete(oldest)
    return chartOf(figure)
  },
  timeline: (chapter, years, today) => chartOf(timelineChart(chapter, years, today)),
}

/** Figures of some 20 kB each. */
const chartsKept = 300
const drawn = new Map<string, Figure>()

const chartOf = ({ caption, svg, data }: Figure): PlanChart => ({ caption, svg, data: <Blocks blocks={[data]} /> })

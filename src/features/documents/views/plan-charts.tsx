// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanChart, PlanCharts } from '../../plans/index.ts'
import { statusByChapterChart } from '../charts/status-chart.ts'
import { timelineChart } from '../charts/timeline-chart.ts'
import type { Figure } from '../model.ts'
import { Blocks } from './blocks.tsx'

/** The figures of the documents, for pages. */
export const planCharts: PlanCharts = {
  statusByChapter: (chapters) => chartOf(statusByChapterChart(chapters)),
  timeline: (chapter, years, today) => chartOf(timelineChart(chapter, years, today)),
}

const chartOf = ({ caption, svg, data }: Figure): PlanChart => ({ caption, svg, data: <Blocks blocks={[data]} /> })

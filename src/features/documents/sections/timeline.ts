// SPDX-License-Identifier: AGPL-3.0-or-later
import { concerning, type Years } from '../../plans/index.ts'
import { timelineChart } from '../charts/timeline-chart.ts'
import { paragraph } from '../content/content.ts'
import { type DocumentSource, type SectionWriter, sectionOf } from './source.ts'

/** The lines in time, a figure a chapter: those that bind the body or may do so. */
export const timeline: SectionWriter = ({ tailored, options }) => {
  const figures = concerning(tailored).map((chapter) => timelineChart(chapter, yearsOf(tailored), options.today))
  if (figures.length === 0) return undefined
  return sectionOf('cronologia', 'La cronologia delle linee', [
    paragraph(
      'Le date sono quelle del piano nazionale, o della legge dove le sposta; i cerchi sono le date che l’ente si è dato o ha raggiunto.',
    ),
    ...figures,
  ])
}

/** The years of the national plan and of the body's. */
function yearsOf({ edition, plan }: DocumentSource['tailored']): Years {
  const [from = edition.triennium.from, to = edition.triennium.to] = plan.triennium.split('-').map(Number)
  return { from: Math.min(from, edition.triennium.from), to: Math.max(to, edition.triennium.to) }
}

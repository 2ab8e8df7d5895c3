// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../../kernel/dates.ts'
import { ChartFigure } from '../../../../ui/chart-figure.tsx'
import { KeyFigures } from '../../../../ui/key-figures.tsx'
import { planPaths } from '../../addresses.ts'
import type { PlanCharts } from '../progress/charts.ts'
import { measureChapters, measureProgress } from '../progress/progress.ts'
import type { AdministrationPlan } from '../readers.ts'
import { statusWord, verdictWord } from './address-words.ts'
import { statusFigures } from './status-figures.ts'

type PlanSummaryProps = { readonly plan: AdministrationPlan; readonly today: IsoDate; readonly charts: PlanCharts }

/** The plan in numbers, each leading to the lines it counts, and chapter by chapter. */
export function PlanSummary({ plan: { administration, tailored }, today, charts }: PlanSummaryProps) {
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  const progress = measureProgress(
    tailored.chapters.flatMap(({ lines }) => lines),
    today,
  )
  const { standings, late, toTell } = progress
  const chapters = measureChapters(tailored, today).filter(({ progress }) => progress.standings.applies > 0)
  return (
    <section aria-labelledby="sintesi">
      <h2 id="sintesi" class="visually-hidden">
        In sintesi
      </h2>
      <KeyFigures
        figures={[
          {
            value: String(standings.applies),
            label: standings.applies === 1 ? 'linea si applica' : 'linee si applicano',
            href: planPaths.plan(where, { applicabilita: verdictWord('applies') }),
          },
          ...statusFigures(progress, (status) => planPaths.plan(where, { stato: statusWord(status) })),
          {
            value: String(late),
            label: 'in ritardo',
            href: planPaths.timeline(where),
            tone: late > 0 ? 'danger' : 'success',
          },
          {
            value: String(toTell),
            label: 'con la data passata e lo stato da indicare',
            href: `${planPaths.timeline(where)}#da-indicare`,
            tone: toTell > 0 ? 'warning' : 'quiet',
          },
          {
            value: String(standings['to-verify']),
            label: 'da verificare',
            href: planPaths.plan(where, { applicabilita: verdictWord('to-verify') }),
            tone: standings['to-verify'] > 0 ? 'warning' : 'quiet',
          },
          {
            value: String(standings['to-choose']),
            label: 'a scelta dell’ente',
            href: planPaths.plan(where, { applicabilita: verdictWord('to-choose') }),
            tone: 'quiet',
          },
        ]}
      />
      {chapters.length > 0 && <ChartFigure {...charts.statusByChapter(chapters)} />}
    </section>
  )
}

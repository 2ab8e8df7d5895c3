// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../../kernel/dates.ts'
import { ChartFigure } from '../../../../ui/chart-figure.tsx'
import { KeyFigures } from '../../../../ui/key-figures.tsx'
import { paths } from '../../../../ui/paths.ts'
import type { PlanCharts } from '../charts.ts'
import type { Status } from '../model.ts'
import { measureChapters, measureProgress } from '../progress.ts'
import type { AdministrationPlan } from '../readers.ts'
import { statusWord, verdictWord } from './address-words.ts'

type PlanSummaryProps = { readonly plan: AdministrationPlan; readonly today: IsoDate; readonly charts: PlanCharts }

/** The plan in numbers, each leading to the lines it counts, and chapter by chapter. */
export function PlanSummary({ plan: { administration, tailored }, today, charts }: PlanSummaryProps) {
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  const {
    verdicts,
    statuses: counts,
    late,
  } = measureProgress(
    tailored.chapters.flatMap(({ lines }) => lines),
    today,
  )
  const toStatus = (status: Status) => paths.plan(where, { stato: statusWord(status) })
  return (
    <section aria-labelledby="sintesi">
      <h2 id="sintesi" class="visually-hidden">
        In sintesi
      </h2>
      <KeyFigures
        figures={[
          {
            value: String(verdicts.applies),
            label: verdicts.applies === 1 ? 'linea si applica' : 'linee si applicano',
            href: paths.plan(where, { applicabilita: verdictWord('applies') }),
          },
          {
            value: String(counts.completed),
            label: counts.completed === 1 ? 'completata' : 'completate',
            href: toStatus('completed'),
            tone: 'success',
          },
          { value: String(counts.ongoing), label: 'continuative', href: toStatus('ongoing'), tone: 'success' },
          { value: String(counts.inProgress), label: 'in corso', href: toStatus('inProgress') },
          {
            value: String(late),
            label: 'in ritardo',
            href: paths.timeline(where),
            tone: late > 0 ? 'danger' : 'success',
          },
          {
            value: String(verdicts['to-verify']),
            label: 'da verificare',
            href: paths.plan(where, { applicabilita: verdictWord('to-verify') }),
            tone: verdicts['to-verify'] > 0 ? 'warning' : 'quiet',
          },
        ]}
      />
      <ChartFigure {...charts.statusByChapter(measureChapters(tailored, today))} />
    </section>
  )
}

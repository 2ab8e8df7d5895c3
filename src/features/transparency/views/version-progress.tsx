// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatLongDate } from '../../../kernel/dates.ts'
import { plural } from '../../../kernel/text.ts'
import { ChartFigure } from '../../../ui/chart-figure.tsx'
import { KeyFigures } from '../../../ui/key-figures.tsx'
import { measureChapters, measureProgress, type PlanCharts } from '../../plans/index.ts'
import type { PublishedContent, PublishedVersion } from '../model.ts'
import { concerning } from '../rules.ts'

type VersionProgressProps = {
  readonly version: PublishedVersion
  readonly content: PublishedContent
  readonly charts: PlanCharts
}

/** The plan's progress when it was approved, in numbers and chapter by chapter. */
export function VersionProgress({ version, content: { tailored }, charts }: VersionProgressProps) {
  const chapters = concerning(tailored.chapters).filter(({ lines }) => lines.length > 0)
  if (chapters.length === 0) return null
  const lines = chapters.flatMap((chapter) => chapter.lines)
  const { total, statuses } = measureProgress(lines, version.approvedOn)
  const figure = (value: number, label: string) => ({ value: String(value), label })
  return (
    <section aria-labelledby="avanzamento">
      <h2 id="avanzamento">Stato di attuazione</h2>
      <p>
        Com’era all’approvazione della versione {version.number}, il {formatLongDate(version.approvedOn)}:{' '}
        {plural(total, 'linea d’azione riguarda', 'linee d’azione riguardano')} l’ente.
      </p>
      <KeyFigures
        figures={[
          { ...figure(statuses.completed, statuses.completed === 1 ? 'completata' : 'completate'), tone: 'success' },
          { ...figure(statuses.ongoing, statuses.ongoing === 1 ? 'continuativa' : 'continuative'), tone: 'success' },
          figure(statuses.inProgress, 'in corso'),
          figure(statuses.planned, statuses.planned === 1 ? 'pianificata' : 'pianificate'),
          {
            ...figure(statuses.notStarted, statuses.notStarted === 1 ? 'non avviata' : 'non avviate'),
            tone: 'neutral',
          },
        ]}
      />
      <ChartFigure {...charts.statusByChapter(measureChapters({ ...tailored, chapters }, version.approvedOn))} />
    </section>
  )
}

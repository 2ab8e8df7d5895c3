// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatLongDate } from '../../../kernel/dates.ts'
import { plural } from '../../../kernel/text.ts'
import { ChartFigure } from '../../../ui/chart-figure.tsx'
import { KeyFigures } from '../../../ui/key-figures.tsx'
import { measureChapters, measureProgress, type PlanCharts, statusFigures } from '../../plans/index.ts'
import type { PublishedContent, PublishedVersion } from '../model.ts'

type VersionProgressProps = {
  readonly version: PublishedVersion
  readonly content: PublishedContent
  readonly charts: PlanCharts
}

/** The plan's progress when it was approved, in numbers and chapter by chapter. */
export function VersionProgress({ version, content: { tailored }, charts }: VersionProgressProps) {
  const lines = tailored.chapters.flatMap((chapter) => chapter.lines)
  const progress = measureProgress(lines, version.approvedOn)
  const { standings, late, toTell } = progress
  const { applies, 'to-verify': toVerify, 'to-choose': toChoose } = standings
  if (applies + toVerify + toChoose === 0) return null
  const chapters = measureChapters(tailored, version.approvedOn).filter(
    ({ progress }) => progress.standings.applies > 0,
  )
  const figure = (value: number, label: string) => ({ value: String(value), label })
  return (
    <section aria-labelledby="avanzamento">
      <h2 id="avanzamento">Stato di attuazione</h2>
      <p>
        Com’era all’approvazione della versione {version.number}, il {formatLongDate(version.approvedOn)}:{' '}
        {plural(applies, 'linea d’azione si applica', 'linee d’azione si applicano')} all’ente
        {toVerify > 0 && `, ${plural(toVerify, 'è', 'sono')} da verificare`}
        {toChoose > 0 && `, ${plural(toChoose, 'è', 'sono')} a scelta`}.
      </p>
      <KeyFigures
        figures={[
          ...statusFigures(progress),
          figure(late, 'in ritardo'),
          figure(toTell, 'con la data passata e lo stato da indicare'),
        ]}
      />
      {chapters.length > 0 && <ChartFigure {...charts.statusByChapter(chapters)} />}
    </section>
  )
}

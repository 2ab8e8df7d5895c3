// SPDX-License-Identifier: AGPL-3.0-or-later

import { daysBetween, formatDate, type IsoDate } from '../../../../kernel/dates.ts'
import type { Slug, Triennium } from '../../../../kernel/ids.ts'
import { plural } from '../../../../kernel/text.ts'
import { ChartFigure } from '../../../../ui/chart-figure.tsx'
import { DataTable } from '../../../../ui/data-table.tsx'
import { formatTiming, legalTiming, titleOf } from '../../../catalogue/index.ts'
import { planPaths } from '../../addresses.ts'
import { type PlanSite, timelineTab } from '../menu.ts'
import type { TailoredPlan } from '../model.ts'
import type { PlanCharts, Years } from '../progress/charts.ts'
import { type DatedLine, groupDeadlines } from '../progress/deadline-groups.ts'
import { concerning, shownStatus } from '../progress/progress.ts'
import type { AdministrationPlan } from '../readers.ts'
import { formatDateOrWords } from '../words.ts'
import { DutyTable } from './duty-table.tsx'
import { PlanFrame } from './plan-frame.tsx'
import { StatusTag } from './tags.tsx'

type TimelinePageProps = {
  readonly site: PlanSite
  readonly plan: AdministrationPlan
  readonly today: IsoDate
  readonly charts: PlanCharts
}

/** The dates of a plan: what is late first, then what comes. */
export function TimelinePage({ site, plan, today, charts }: TimelinePageProps) {
  const { late, toTell, upcoming, free, settled, starting } = groupDeadlines(plan.tailored, today)
  const where = { slug: plan.administration.slug, triennium: plan.tailored.plan.triennium }
  const distance = { heading: `Al ${formatDate(today)}`, cell: ({ date }: DatedLine) => distanceFrom(today, date) }
  return (
    <PlanFrame site={site} plan={plan} tab={timelineTab} title="Cronologia">
      <Dates
        id="ritardi"
        title="In ritardo"
        none="Nessuna linea è in ritardo."
        lines={late}
        where={where}
        last={distance}
      />
      <Dates
        id="da-indicare"
        title="Data passata, stato da indicare"
        none="Di ogni linea con la data passata l’ente dice a che punto è."
        lines={toTell}
        where={where}
        last={distance}
      />
      <Dates
        id="prossime"
        title="Prossime scadenze"
        none="Nessuna scadenza davanti."
        lines={upcoming}
        where={where}
        last={distance}
      />
      <section aria-labelledby="linea-del-tempo">
        <h2 id="linea-del-tempo">La linea del tempo</h2>
        {concerning(plan.tailored).map((chapter) => (
          <details key={chapter.chapter.number} class="t-details">
            <summary>
              {chapter.chapter.number}. {chapter.chapter.title}
            </summary>
            <ChartFigure {...charts.timeline(chapter, yearsOf(plan.tailored), today)} />
          </details>
        ))}
      </section>
      {free.length > 0 && (
        <Dates id="a-scelta" title="A scelta dell’ente, non ancora decise" none="" lines={free} where={where} />
      )}
      <Dates id="rispettate" title="Scadenze già regolate" none="Nessuna ancora." lines={settled} where={where} />
      <Dates id="decorrenze" title="Linee che valgono da una data" none="Nessuna." lines={starting} where={where} />
      <DutyTable duties={plan.tailored.duties} />
    </PlanFrame>
  )
}

/** The years of the national plan and of the body's. */
function yearsOf({ edition, plan }: TailoredPlan): Years {
  const [from, to] = plan.triennium.split('-').map(Number)
  const { triennium } = edition
  return { from: Math.min(from ?? triennium.from, triennium.from), to: Math.max(to ?? triennium.to, triennium.to) }
}

type DatesProps = {
  readonly id: string
  readonly title: string
  /** What to say when there is none. */
  readonly none: string
  readonly lines: readonly DatedLine[]
  readonly where: { readonly slug: Slug; readonly triennium: Triennium }
  readonly last?: { readonly heading: string; readonly cell: (line: DatedLine) => string }
}

function Dates({ id, title, none, lines, where, last }: DatesProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} {lines.length > 0 && <span class="t-number">{lines.length}</span>}
      </h2>
      {lines.length === 0 ? (
        <p class="t-empty">{none}</p>
      ) : (
        <DataTable
          caption={`${title}: ${plural(lines.length, 'linea', 'linee')}`}
          rows={lines}
          rowKey={({ line }) => line.code}
          columns={[
            {
              heading: 'Linea d’azione',
              wide: true,
              cell: ({ line }) => (
                <>
                  <span class="t-code">{line.code}</span>
                  <a class="t-row-title" href={planPaths.line({ ...where, code: line.code })}>
                    {titleOf(line)}
                  </a>
                </>
              ),
            },
            {
              heading: 'Data',
              cell: (dated) => (
                <>
                  <time dateTime={dated.date}>{formatDate(dated.date)}</time>
                  {legalTiming(dated) && (
                    <span class="t-reason">Di legge; il Piano nazionale stampa: {formatTiming(dated.line.timing)}</span>
                  )}
                </>
              ),
            },
            { heading: 'Stato', cell: (line) => <StatusTag status={shownStatus(line)} /> },
            {
              heading: 'Prevista dall’ente',
              cell: ({ entry }) => (entry?.planned ? formatDateOrWords(entry.planned) : '–'),
            },
            ...(last ? [last] : []),
          ]}
        />
      )}
    </section>
  )
}

function distanceFrom(today: IsoDate, date: IsoDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'scade oggi'
  return days > 0 ? `fra ${plural(days, 'giorno', 'giorni')}` : `da ${plural(-days, 'giorno', 'giorni')}`
}

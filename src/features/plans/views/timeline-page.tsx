// SPDX-License-Identifier: AGPL-3.0-or-later
import { daysBetween, formatDate, type IsoDate } from '../../../kernel/dates.ts'
import { plural } from '../../../kernel/text.ts'
import { ChartFigure } from '../../../ui/chart-figure.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { paths } from '../../../ui/paths.ts'
import type { Site } from '../../../ui/site.ts'
import { type DatedLine, groupDeadlines } from '../deadline-groups.ts'
import type { AdministrationPlan } from '../readers.ts'
import { PlanFrame } from './plan-frame.tsx'
import { StatusTag } from './tags.tsx'
import { titleOf } from './words.ts'

type TimelinePageProps = {
  readonly site: Site
  readonly plan: AdministrationPlan
  readonly today: IsoDate
  /** SVG: the lines on the axis of the triennium. */
  readonly chart: string
}

/** The dates of a plan: what is late first, then what comes. */
export function TimelinePage({ site, plan, today, chart }: TimelinePageProps) {
  const { late, upcoming, settled, starting } = groupDeadlines(plan.tailored, today)
  const where = { slug: plan.administration.slug, triennium: plan.tailored.plan.triennium }
  const distance = { heading: `Al ${formatDate(today)}`, cell: ({ date }: DatedLine) => distanceFrom(today, date) }
  return (
    <PlanFrame site={site} plan={plan} tab="timeline" title="Cronologia">
      <Dates
        id="ritardi"
        title="In ritardo"
        none="Nessuna linea è in ritardo."
        lines={late}
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
        <ChartFigure svg={chart} caption="Le linee d'azione nel tempo" />
      </section>
      <Dates id="rispettate" title="Scadenze già regolate" none="Nessuna ancora." lines={settled} where={where} />
      <Dates id="decorrenze" title="Linee che valgono da una data" none="Nessuna." lines={starting} where={where} />
    </PlanFrame>
  )
}

type DatesProps = {
  readonly id: string
  readonly title: string
  /** What to say when there is none. */
  readonly none: string
  readonly lines: readonly DatedLine[]
  readonly where: { readonly slug: string; readonly triennium: string }
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
            { heading: 'Data', cell: ({ date }) => <time dateTime={date}>{formatDate(date)}</time> },
            {
              heading: "Linea d'azione",
              cell: ({ line }) => (
                <>
                  <span class="t-code">{line.code}</span>
                  <a class="t-row-title" href={paths.line({ ...where, code: line.code })}>
                    {titleOf(line)}
                  </a>
                </>
              ),
            },
            { heading: 'Stato', cell: ({ status }) => <StatusTag status={status} /> },
            { heading: 'Data prevista', cell: ({ entry }) => entry?.planned ?? '–' },
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

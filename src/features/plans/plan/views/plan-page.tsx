// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../../kernel/dates.ts'
import { plural } from '../../../../kernel/text.ts'
import { Flash } from '../../../../ui/page/flash.tsx'
import { useViewer } from '../../../../ui/page/viewer.tsx'
import { planPaths } from '../../addresses.ts'
import { planActions } from '../actions.ts'
import { linesTab, type PlanSite } from '../menu.ts'
import type { PlanAddress, TailoredChapter } from '../model.ts'
import type { PlanCharts } from '../progress/charts.ts'
import type { AdministrationPlan } from '../readers.ts'
import type { LineFilters } from '../tailoring/filter-lines.ts'
import type { ListTools } from '../tailoring/line-tools.ts'
import { filterWords } from './address-words.ts'
import { LineFilterForm } from './line-filter-form.tsx'
import { LineTable } from './line-table.tsx'
import { PlanFrame } from './plan-frame.tsx'
import { PlanSummary } from './plan-summary.tsx'

type PlanPageProps = {
  readonly site: PlanSite
  readonly plan: AdministrationPlan
  readonly filters: LineFilters
  readonly found: readonly TailoredChapter[]
  readonly today: IsoDate
  readonly charts: PlanCharts
  /** The list is open for updates. */
  readonly tools?: ListTools | undefined
  /** What was just done. */
  readonly outcome?: string | undefined
}

const outcomes = {
  salvata: 'Salvato: la scheda è aggiornata.',
  invariata: 'Nessuna modifica: la scheda era già così.',
  aggiornate: 'Salvato: le linee selezionate sono aggiornate.',
}

/** A body's plan: how it stands, then its lines by chapter. */
export function PlanPage({ site, plan, filters, found, today, charts, tools, outcome }: PlanPageProps) {
  const { administration, tailored } = plan
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  const total = countLines(tailored.chapters)
  const count = countLines(found)
  const filtered = Object.values(filters).some((value) => value !== undefined)
  const words = plural(count, 'linea d’azione', 'linee d’azione')
  return (
    <PlanFrame site={site} plan={plan} tab={linesTab} title={filtered ? `${words} su ${total}` : 'Linee d’azione'}>
      <Flash outcomes={outcomes} outcome={outcome} />
      {!filtered && !tools && <PlanSummary plan={plan} today={today} charts={charts} />}
      <LineFilterForm
        action={planPaths.plan(where)}
        chapters={tailored.chapters}
        filters={filters}
        active={filtered}
        updating={tools !== undefined}
      />
      <h2 class="t-count">{filtered ? `${words} su ${total}` : words}</h2>
      <UpdateSwitch where={where} filters={filters} updating={tools !== undefined} />
      {!filtered && <ChapterIndex chapters={found} />}
      {count === 0 && (
        <p class="t-empty">
          Nessuna linea corrisponde ai filtri. <a href={planPaths.plan(where)}>Azzerare i filtri</a> o cercare una
          parola sola.
        </p>
      )}
      {found.map(({ chapter, lines }) => (
        <section key={chapter.number} class="t-chapter" aria-labelledby={`capitolo-${chapter.number}`}>
          <h3 id={`capitolo-${chapter.number}`}>
            <span>Capitolo {chapter.number}</span> {chapter.title}
          </h3>
          <LineTable
            caption={`Linee d’azione del capitolo ${chapter.number}, ${chapter.title}`}
            where={where}
            lines={lines}
            today={today}
            tools={tools}
          />
        </section>
      ))}
      {count > 0 && tools?.together}
    </PlanFrame>
  )
}

type UpdateSwitchProps = {
  readonly where: PlanAddress
  readonly filters: LineFilters
  readonly updating: boolean
}

/** Opens the list for updates, or closes it, keeping what is filtered. */
function UpdateSwitch({ where, filters, updating }: UpdateSwitchProps) {
  const viewer = useViewer()
  if (!viewer.may(planActions.writeEntries, { slug: where.slug })) return null
  const query = filterWords(filters)
  return (
    <p class="t-actions">
      {updating ? (
        <>
          <a class="btn btn-outline-primary btn-sm" href={planPaths.plan(where, query)}>
            Chiudi l’aggiornamento in elenco
          </a>
          <output class="visually-hidden" data-announce />
        </>
      ) : (
        <a class="btn btn-outline-primary btn-sm" href={planPaths.plan(where, { ...query, modo: 'aggiorna' })}>
          Aggiorna in elenco
        </a>
      )}
    </p>
  )
}

/** The way down a long page. */
const ChapterIndex = ({ chapters }: { chapters: readonly TailoredChapter[] }) => (
  <nav aria-label="Capitoli">
    <ul class="t-links">
      {chapters.map(({ chapter: { number, title } }) => (
        <li key={number}>
          <a href={`#capitolo-${number}`}>
            {number}. {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const countLines = (chapters: readonly TailoredChapter[]): number =>
  chapters.reduce((sum, { lines }) => sum + lines.length, 0)

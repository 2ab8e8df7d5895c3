// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../kernel/dates.ts'
import { plural } from '../../../kernel/text.ts'
import { paths } from '../../../ui/paths.ts'
import type { Site } from '../../../ui/site.ts'
import type { PlanCharts } from '../charts.ts'
import type { LineFilters } from '../filter-lines.ts'
import type { TailoredChapter } from '../model.ts'
import type { AdministrationPlan } from '../readers.ts'
import { LineFilterForm } from './line-filter-form.tsx'
import { LineTable } from './line-table.tsx'
import { PlanFrame } from './plan-frame.tsx'
import { PlanSummary } from './plan-summary.tsx'

type PlanPageProps = {
  readonly site: Site
  readonly plan: AdministrationPlan
  readonly filters: LineFilters
  readonly found: readonly TailoredChapter[]
  readonly today: IsoDate
  readonly charts: PlanCharts
}

/** A body's plan: how it stands, then its lines by chapter. */
export function PlanPage({ site, plan, filters, found, today, charts }: PlanPageProps) {
  const { administration, tailored } = plan
  const where = { slug: administration.slug, triennium: tailored.plan.triennium }
  const total = countLines(tailored.chapters)
  const count = countLines(found)
  const filtered = Object.values(filters).some((value) => value !== undefined)
  const words = plural(count, "linea d'azione", "linee d'azione")
  return (
    <PlanFrame site={site} plan={plan} tab="lines" title={filtered ? `${words} su ${total}` : "Linee d'azione"}>
      {!filtered && <PlanSummary plan={plan} today={today} charts={charts} />}
      <LineFilterForm action={paths.plan(where)} chapters={tailored.chapters} filters={filters} active={filtered} />
      <h2 class="t-count">{filtered ? `${words} su ${total}` : words}</h2>
      {!filtered && <ChapterIndex chapters={found} />}
      {count === 0 && (
        <p class="t-empty">
          Nessuna linea corrisponde ai filtri. <a href={paths.plan(where)}>Azzerare i filtri</a> o cercare una parola
          sola.
        </p>
      )}
      {found.map(({ chapter, lines }) => (
        <section key={chapter.number} class="t-chapter" aria-labelledby={`capitolo-${chapter.number}`}>
          <h3 id={`capitolo-${chapter.number}`}>
            <span>Capitolo {chapter.number}</span> {chapter.title}
          </h3>
          <LineTable
            caption={`Linee d'azione del capitolo ${chapter.number}, ${chapter.title}`}
            where={where}
            lines={lines}
            today={today}
          />
        </section>
      ))}
    </PlanFrame>
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

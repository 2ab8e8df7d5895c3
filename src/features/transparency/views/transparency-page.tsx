// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../kernel/dates.ts'
import { compareItalian, plural } from '../../../kernel/text.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ChoiceField, Filters, SearchField } from '../../../ui/filters.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { kindLabel } from '../../administrations/index.ts'
import { transparencyPaths } from '../addresses.ts'
import type { PublishedPlan } from '../model.ts'
import type { AssociationPlans } from '../readers.ts'
import type { PublisherFilters } from '../rules.ts'
import { actWords, section } from '../words.ts'
import { PublicFrame } from './public-frame.tsx'

type TransparencyPageProps = {
  readonly site: Site
  /** Every published plan. */
  readonly all: readonly PublishedPlan[]
  readonly found: readonly PublishedPlan[]
  readonly filters: PublisherFilters
  readonly associations: readonly AssociationPlans[]
}

/** The list of published plans: the first page for visitors who have not signed in. */
export function TransparencyPage({ site, all, found, filters, associations }: TransparencyPageProps) {
  const filtered = Boolean(filters.name || filters.province)
  const bodies = newestOfEach(found)
  const count = plural(bodies.length, 'ente', 'enti')
  return (
    <PublicFrame
      site={site}
      title={filtered ? `${count} · Piani pubblicati` : 'Piani pubblicati'}
      address={transparencyPaths.transparency({})}
      description="I Piani triennali per l’informatica che gli enti hanno approvato e pubblicato: atti, documenti in formato aperto, stato di attuazione."
      trail={[]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">Amministrazione trasparente</p>
        <h1>I piani triennali pubblicati</h1>
        <p class="lead">
          Che cosa fa ogni ente per la trasformazione digitale: il piano com’è stato approvato, il suo atto, i documenti
          e i dati in formato aperto.
        </p>
      </div>
      {all.length === 0 ? (
        <p class="t-empty">Nessun ente ha ancora pubblicato il proprio piano.</p>
      ) : (
        <>
          <Filters label="Cerca un ente" action={transparencyPaths.transparency({})} active={filtered}>
            <SearchField name="nome" label="Nome dell’ente" value={filters.name} />
            <ChoiceField
              name="provincia"
              label="Provincia"
              all="Tutte"
              value={filters.province}
              options={provincesOf(all).map((province) => [province, province])}
            />
          </Filters>
          <h2 class="t-count">{filtered ? `${count} su ${newestOfEach(all).length}` : count}</h2>
          {bodies.length > 0 ? (
            <BodyTable plans={bodies} />
          ) : (
            <p class="t-empty">
              Nessun ente che ha pubblicato corrisponde alla ricerca.{' '}
              <a href={transparencyPaths.transparency({})}>Azzerare i filtri</a> o provare con una parte più breve del
              nome.
            </p>
          )}
        </>
      )}
      {associations.length > 0 && !filtered && <Associations associations={associations} />}
      <p class="t-note t-public-basis">
        Collocazione: {section} (d.lgs. 33/2013, art. 12). Documenti e dati in formato aperto, riutilizzabili (art. 7).
      </p>
    </PublicFrame>
  )
}

/** The provinces of bodies that have published, in Italian alphabetical order. */
export const provincesOf = (plans: readonly PublishedPlan[]): readonly string[] =>
  [...new Set(plans.flatMap(({ publisher }) => publisher.province ?? []))].toSorted(compareItalian)

/** Plans come with the newest triennium of each body first. */
const newestOfEach = (plans: readonly PublishedPlan[]): readonly PublishedPlan[] =>
  [...Map.groupBy(plans, ({ publisher }) => publisher.slug).values()].flatMap(([newest]) => newest ?? [])

const BodyTable = ({ plans }: { plans: readonly PublishedPlan[] }) => (
  <DataTable
    caption="Enti che hanno pubblicato il piano"
    rows={plans}
    rowKey={({ publisher }) => publisher.slug}
    columns={[
      {
        heading: 'Ente',
        wide: true,
        cell: ({ publisher: { slug, name, kind, province } }) => (
          <>
            <a class="t-row-title" href={transparencyPaths.publishedBody({ slug })}>
              {name}
            </a>
            <span class="t-note">{kind === 'municipality' ? province : kindLabel[kind]}</span>
          </>
        ),
      },
      {
        heading: 'Piano',
        cell: ({ publisher: { slug, name }, triennium }) => (
          <a href={transparencyPaths.publishedPlan({ slug, triennium })}>
            {triennium}
            <span class="visually-hidden">: piano di {name}</span>
          </a>
        ),
      },
      { heading: 'Atto', wide: true, cell: ({ current }) => actWords(current.act) },
      { heading: 'Pubblicato il', cell: ({ current }) => formatDate(current.publishedOn) },
    ]}
  />
)

const Associations = ({ associations }: { associations: readonly AssociationPlans[] }) => (
  <section aria-labelledby="gestioni-associate">
    <h2 id="gestioni-associate">Gestioni associate</h2>
    <ul class="t-columns">
      {associations.map(({ association: { slug, name, members }, plans }) => (
        <li key={slug}>
          <a href={transparencyPaths.publishedAssociation({ association: slug })}>{name}</a>
          <span class="t-note">
            {newestOfEach(plans).length} su {plural(members.length, 'ente ha', 'enti hanno')} pubblicato
          </span>
        </li>
      ))}
    </ul>
  </section>
)

// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatNumber } from '../../../kernel/money.ts'
import { plural } from '../../../kernel/text.ts'
import { Alert } from '../../../ui/alert.tsx'
import { ChoiceField, Filters, SearchField } from '../../../ui/filters.tsx'
import { KeyFigures } from '../../../ui/key-figures.tsx'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { useViewer } from '../../../ui/page/viewer.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { administrationActions } from '../actions.ts'
import { administrationPaths } from '../addresses.ts'
import type { AdministrationFilters } from '../find-administrations.ts'
import { administrationsEntry } from '../menu.ts'
import type { AdministrationSummary, Association } from '../readers.ts'
import { AdministrationTable } from './administration-table.tsx'

type AdministrationsPageProps = {
  readonly site: Site
  readonly all: readonly AdministrationSummary[]
  readonly found: readonly AdministrationSummary[]
  /** The page number, the number of results and the length of a page. */
  readonly shown: { readonly page: number; readonly pages: number; readonly length: number }
  readonly filters: AdministrationFilters
  readonly provinces: readonly string[]
  readonly associations: readonly Association[]
  /** A body has just been removed. */
  readonly removed: boolean
}

/** The list of bodies that the viewer may read, with the state of their plans. */
export function AdministrationsPage(props: AdministrationsPageProps) {
  const { site, all, found, shown, filters, provinces, associations, removed } = props
  const { name, province, association } = filters
  const filtered = Boolean(name || province || association)
  const count = plural(found.length, 'ente', 'enti')
  return (
    <Layout site={site} section={administrationsEntry} title={filtered ? `${count} · Enti` : 'Enti'}>
      {removed && <Alert tone="success">L’ente è stato eliminato, con tutto quello che aveva.</Alert>}
      <div class="t-heading">
        <h1>I piani triennali, ente per ente</h1>
        <p class="lead">
          Quali linee d’azione del Piano nazionale riguardano ciascun ente, che cosa ha già fatto, che cosa è in
          ritardo.
        </p>
        {useViewer().may(administrationActions.manageAssociations) && (
          <p class="t-after">
            <a class="btn btn-primary" href={administrationPaths.administrationNew({})}>
              Registra un ente
            </a>
          </p>
        )}
      </div>
      <KeyFigures figures={figuresOf(all, associations)} />
      <Filters label="Filtra gli enti" action={administrationPaths.administrations({})} active={filtered}>
        <SearchField name="nome" label="Nome dell’ente" value={name} />
        {associations.length > 0 && (
          <ChoiceField
            name="associazione"
            label="Gestione associata"
            all="Tutte"
            value={association?.slug}
            options={associations.map(({ slug, name }) => [slug, name])}
          />
        )}
        <ChoiceField
          name="provincia"
          label="Provincia"
          all="Tutte"
          value={province}
          options={provinces.map((province) => [province, province])}
        />
      </Filters>
      <h2 class="t-count">{filtered ? `${count} su ${all.length}` : count}</h2>
      {all.length === 0 && <p class="t-empty">Non è ancora registrato nessun ente.</p>}
      {all.length > 0 && found.length === 0 && (
        <p class="t-empty">
          Nessun ente corrisponde ai filtri. <a href={administrationPaths.administrations({})}>Azzerare i filtri</a> o
          provare con una parte più breve del nome.
        </p>
      )}
      {found.length > 0 && (
        <AdministrationTable
          caption="Enti e stato del loro piano"
          administrations={found.slice((shown.page - 1) * shown.length, shown.page * shown.length)}
        />
      )}
      <Pagination
        {...shown}
        href={(page) =>
          administrationPaths.administrations(
            {},
            { nome: name, provincia: province, associazione: association?.slug, pagina: String(page) },
          )
        }
      />
    </Layout>
  )
}

function figuresOf(all: readonly AdministrationSummary[], associations: readonly Association[]) {
  const plans = all.flatMap(({ plan }) => plan ?? [])
  const late = plans.filter((plan) => plan.late > 0).length
  return [
    { value: formatNumber(all.length), label: all.length === 1 ? 'ente' : 'enti' },
    { value: formatNumber(plans.length), label: plans.length === 1 ? 'ente con un piano' : 'enti con un piano' },
    {
      value: formatNumber(associations.length),
      label: associations.length === 1 ? 'gestione associata' : 'gestioni associate',
      href: administrationPaths.associations({}),
    },
    {
      value: formatNumber(late),
      label: late === 1 ? 'ente con linee in ritardo' : 'enti con linee in ritardo',
      tone: late > 0 ? 'danger' : 'success',
    },
  ] as const
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatMoment, type IsoDate } from '../../../../kernel/dates.ts'
import { plural } from '../../../../kernel/text.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { ChoiceField, Filters, SearchField } from '../../../../ui/filters.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { Pagination } from '../../../../ui/pagination.tsx'
import { administrationPaths } from '../../addresses.ts'
import { peopleEntry } from '../../menu.ts'
import { rule } from '../../policy.ts'
import type { NamedPlace } from '../../read-organisation.ts'
import { placeParameter } from '../../registration/views/place-words.ts'
import { accountStates, type PeopleFilters, type PersonEntry, stateOf } from '../list-people.ts'
import {
  AccountTag,
  accountWords,
  nameOf,
  periodWords,
  placeNames,
  placeOptions,
  roleOptions,
  secondFactorWords,
} from './access-words.tsx'

type PeoplePageProps = {
  readonly site: Site
  readonly found: readonly PersonEntry[]
  /** The page number, the number of results and the length of a page. */
  readonly shown: { readonly page: number; readonly pages: number; readonly length: number }
  readonly filters: PeopleFilters
  /** The places whose people the viewer manages. */
  readonly places: readonly NamedPlace[]
  readonly today: IsoDate
}

/** The people whom the viewer manages, with their roles and the states of their accounts. */
export function PeoplePage({ site, found, shown, filters, places, today }: PeoplePageProps) {
  const { name, place, role, state } = filters
  const filtered = Boolean(name || place || role || state)
  const luogo = place && placeParameter(place)
  const names = placeNames(places)
  const count = plural(found.length, 'persona', 'persone')
  return (
    <Layout site={site} section={peopleEntry} title={filtered ? `${count} · Persone` : 'Persone'}>
      <div class="t-heading">
        <h1>Persone e ruoli</h1>
        <p class="lead">Chi può entrare in Timone, che cosa può fare e dove.</p>
        <p class="t-actions t-after">
          <a class="btn btn-primary" href={administrationPaths.personNew({}, { luogo })}>
            Invita una persona
          </a>
          <a class="btn btn-outline-primary" href={administrationPaths.delegations({})}>
            Le tue deleghe
          </a>
        </p>
      </div>
      <Filters label="Filtra le persone" action={administrationPaths.people({})} active={filtered}>
        <SearchField name="nome" label="Nome o indirizzo di posta" value={name} />
        <ChoiceField name="luogo" label="Dove" all="Ovunque" value={luogo} options={placeOptions(places)} />
        <ChoiceField name="ruolo" label="Ruolo" all="Tutti" value={role} options={roleOptions()} />
        <ChoiceField
          name="stato"
          label="Accesso"
          all="Tutti"
          value={state}
          options={accountStates.map((state) => [state, accountWords(state)])}
        />
      </Filters>
      <h2 class="t-count">{count}</h2>
      {found.length === 0 ? (
        <p class="t-empty">Nessuna persona corrisponde ai filtri.</p>
      ) : (
        <DataTable
          caption="Persone e loro ruoli"
          rows={found.slice((shown.page - 1) * shown.length, shown.page * shown.length)}
          rowKey={({ person }) => person.id}
          columns={[
            { heading: 'Persona', wide: true, cell: Name },
            {
              heading: 'Ruoli',
              wide: true,
              cell: ({ grants }) =>
                grants.length === 0 ? (
                  'Nessuno'
                ) : (
                  <ul class="t-plain">
                    {grants.map((grant) => (
                      <li key={grant.id}>
                        {rule(grant.role).short}: {nameOf(names, grant.on)}
                        <span class="t-note">
                          {[grant.office, periodWords(grant, today), grant.delegation && 'per delega']
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </li>
                    ))}
                  </ul>
                ),
            },
            { heading: 'Accesso', cell: ({ person }) => <AccountTag state={stateOf(person)} /> },
            { heading: 'Secondo fattore', cell: ({ person }) => secondFactorWords[person.secondFactor] },
            {
              heading: 'Ultimo accesso',
              cell: ({ person: { lastSignIn } }) => (lastSignIn ? formatMoment(lastSignIn) : '–'),
            },
          ]}
        />
      )}
      <Pagination
        {...shown}
        href={(page) =>
          administrationPaths.people({}, { nome: name, luogo, ruolo: role, stato: state, pagina: String(page) })
        }
      />
    </Layout>
  )
}

const Name = ({ person: { id, name, email } }: PersonEntry) => (
  <>
    <a class="t-row-title" href={administrationPaths.person({ person: id })}>
      {name}
    </a>
    <span class="t-note">{email}</span>
  </>
)

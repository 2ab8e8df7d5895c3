// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Refusal } from '../../../../platform/http/form-route.ts'
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { TextField } from '../../../../ui/forms/form-fields.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { administrationPaths } from '../../addresses.ts'
import { peopleEntry } from '../../menu.ts'
import type { NamedPlace } from '../../read-organisation.ts'
import { type ChosenPlace, PlacePicker, RoleFields, roleLabels } from './role-fields.tsx'

type PersonNewPageProps = {
  readonly site: Site
  /** The places whose people the viewer manages. */
  readonly places: readonly NamedPlace[]
  readonly place?: ChosenPlace | undefined
  readonly today: string
  readonly refusal?: Refusal | undefined
}

const labels = { nome: 'Nome e cognome', email: 'Indirizzo di posta', ...roleLabels }

/** The form to add a person with a role in a place. */
export function PersonNewPage({ site, places, place, today, refusal }: PersonNewPageProps) {
  const title = 'Invita una persona'
  return (
    <Layout
      site={site}
      section={peopleEntry}
      title={refusal ? `Errore: ${title}` : title}
      trail={[{ label: 'Persone', href: administrationPaths.people({}) }, { label: title }]}
    >
      {refusal && <ErrorSummary {...refusal} labels={labels} />}
      <div class="t-heading">
        <h1>{title}</h1>
        <p class="lead">
          Chi non ha ancora un accesso riceve un collegamento che vale una volta sola; chi lo ha già riceve soltanto il
          ruolo.
        </p>
      </div>
      {place ? (
        <>
          <h2>Ruolo in: {place.name}</h2>
          <form action={administrationPaths.personNew({})} method="post" novalidate>
            <TextField {...fieldsOf(labels, refusal)('nome')} required />
            <TextField
              {...fieldsOf(labels, refusal)('email')}
              hint="Quello dell’ente: serve per entrare"
              inputmode="email"
              required
            />
            <RoleFields place={place} refusal={refusal} today={today} />
            <button type="submit" class="btn btn-primary">
              Invita
            </button>
          </form>
          <p class="t-after">
            <a href={administrationPaths.personNew({})}>Scegli un altro luogo</a>
          </p>
        </>
      ) : (
        <PlacePicker action={administrationPaths.personNew({})} places={places} />
      )}
    </Layout>
  )
}

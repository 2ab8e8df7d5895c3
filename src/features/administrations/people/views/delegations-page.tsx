// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { TextField } from '../../../../ui/forms/form-fields.tsx'
import { Flash } from '../../../../ui/page/flash.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { administrationPaths } from '../../addresses.ts'
import type { DelegationLink } from '../../menu.ts'
import { rule } from '../../policy.ts'
import type { NamedPlace } from '../../read-organisation.ts'
import type { HeldGrant } from '../../rules.ts'
import { nameOf, periodWords, placeNames } from './access-words.tsx'
import { type ChosenPlace, PlacePicker, RoleFields, roleLabels } from './role-fields.tsx'

/** A delegation, with the other person. */
export type NamedDelegation = { readonly grant: HeldGrant; readonly other: string }

/** A role that somebody gave by delegation. */
export type NamedGrant = NamedDelegation & { readonly giver: string }

type DelegationsPageProps = {
  readonly site: Site
  readonly links: readonly DelegationLink[]
  readonly given: readonly NamedDelegation[]
  /** What was given because of these delegations. */
  readonly granted: readonly NamedGrant[]
  readonly received: readonly NamedDelegation[]
  /** Every place, for its name. */
  readonly every: readonly NamedPlace[]
  /** The places where the viewer has a role to delegate. */
  readonly places: readonly NamedPlace[]
  readonly place?: ChosenPlace | undefined
  readonly today: string
  readonly outcome?: string | undefined
  readonly refusal?: Refusal | undefined
}

const outcomes = { delegato: 'Delega registrata.', revocata: 'Revocato: da ora non vale più.' }
const labels = { email: 'Indirizzo di posta della persona', ...roleLabels }

/** The delegations made by the viewer, those made to them, and the form for a new one. */
export function DelegationsPage(props: DelegationsPageProps) {
  const { site, links, given, granted, received, every, places, place, today, outcome, refusal } = props
  const names = placeNames(every)
  const columns = [
    { heading: 'Ruolo', wide: true as const, cell: ({ grant }: NamedDelegation) => rule(grant.role).label },
    { heading: 'Dove', cell: ({ grant }: NamedDelegation) => nameOf(names, grant.on) },
    { heading: 'Quando', cell: ({ grant }: NamedDelegation) => periodWords(grant, today) },
  ] as const
  return (
    <Layout site={site} title={refusal ? 'Errore: Deleghe' : 'Deleghe'} trail={[{ label: 'Deleghe' }]}>
      <Flash outcomes={outcomes} outcome={outcome} />
      {refusal && <ErrorSummary {...refusal} labels={labels} />}
      <div class="t-heading">
        <h1>Deleghe</h1>
        <p class="lead">
          Puoi affidare il tuo ruolo, o una parte, a un’altra persona fino a un giorno, al massimo per 12 mesi. La
          delega finisce prima se finisce il tuo ruolo; chi la riceve non può delegare ad altri, e i ruoli che
          attribuisce per delega finiscono con essa.
        </p>
      </div>
      <h2>Che cosa hai delegato</h2>
      {given.length === 0 ? (
        <p class="t-empty">Non hai deleghe in corso.</p>
      ) : (
        <DataTable
          caption="Deleghe che hai dato"
          rows={given}
          rowKey={({ grant }) => String(grant.id)}
          columns={[
            ...columns,
            { heading: 'A chi', cell: ({ other }) => other },
            { heading: 'Revoca', cell: (row) => <Revocation {...row} what="la delega a" /> },
          ]}
        />
      )}
      {granted.length > 0 && (
        <section aria-labelledby="attribuiti">
          <h2 id="attribuiti">Che cosa è stato attribuito per tua delega</h2>
          <DataTable
            caption="Ruoli attribuiti per tua delega: finiscono con essa"
            rows={granted}
            rowKey={({ grant }) => String(grant.id)}
            columns={[
              ...columns,
              { heading: 'A chi', cell: ({ other }) => other },
              { heading: 'Da chi', cell: ({ giver }) => giver },
              { heading: 'Revoca', cell: (row) => <Revocation {...row} what="il ruolo attribuito a" /> },
            ]}
          />
        </section>
      )}
      <ul class="t-links">
        {links.map(({ label, address }) => (
          <li key={address}>
            <a href={address}>{label}</a>
          </li>
        ))}
      </ul>
      {received.length > 0 && (
        <section aria-labelledby="ricevute">
          <h2 id="ricevute">Che cosa ti è stato delegato</h2>
          <DataTable
            caption="Deleghe che hai ricevuto"
            rows={received}
            rowKey={({ grant }) => String(grant.id)}
            columns={[...columns, { heading: 'Da chi', cell: ({ other }) => other }]}
          />
        </section>
      )}
      <section class="t-panel" aria-labelledby="delega">
        <h2 id="delega" class="h4">
          {place ? `Delega in: ${place.name}` : 'Nuova delega'}
        </h2>
        {places.length === 0 && <p>Non hai un ruolo da delegare.</p>}
        {place && (
          <form action={administrationPaths.delegations({})} method="post" novalidate>
            <TextField
              {...fieldsOf(labels, refusal)('email')}
              hint="Di chi ha già un accesso a Timone"
              inputmode="email"
              required
            />
            <RoleFields place={place} refusal={refusal} today={today} endRequired />
            <button type="submit" class="btn btn-primary">
              Delega
            </button>
          </form>
        )}
        {place && (
          <p class="t-after">
            <a href={administrationPaths.delegations({})}>Scegli un altro luogo</a>
          </p>
        )}
        {!place && places.length > 0 && <PlacePicker action={administrationPaths.delegations({})} places={places} />}
      </section>
    </Layout>
  )
}

const Revocation = ({ grant, other, what }: NamedDelegation & { readonly what: string }) => (
  <form action={administrationPaths.delegationRevoked({ grant: String(grant.id) })} method="post">
    <button type="submit" class="btn btn-outline-danger btn-sm">
      Revoca
      <span class="visually-hidden">
        {' '}
        {what} {other}
      </span>
    </button>
  </form>
)

// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatMoment } from '../../../../kernel/dates.ts'

import type { Refusal } from '../../../../platform/http/form-route.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx'
import { Flash } from '../../../../ui/page/flash.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { useViewer } from '../../../../ui/page/viewer.tsx'
import { identityActions } from '../../../identity/index.ts'
import { administrationPaths } from '../../addresses.ts'
import { peopleEntry } from '../../menu.ts'
import { rule } from '../../policy.ts'
import type { NamedPlace } from '../../read-organisation.ts'
import { type HeldGrant, mayDispose } from '../../rules.ts'
import { type PersonEntry, stateOf } from '../list-people.ts'
import { AccountTag, nameOf, type PlaceNames, periodWords, placeNames, secondFactorWords } from './access-words.tsx'
import { AccountForms } from './account-forms.tsx'
import { type ChosenPlace, PlacePicker, RoleFields, roleLabels } from './role-fields.tsx'

type PersonPageProps = {
  readonly site: Site
  readonly entry: PersonEntry
  /** The places whose people the viewer manages. */
  readonly places: readonly NamedPlace[]
  /** The chosen place for a new role. */
  readonly place?: ChosenPlace | undefined
  readonly today: string
  readonly outcome?: string | undefined
  readonly refusal?: Refusal | undefined
}

const outcomes = {
  invitata: 'Ruolo attribuito: la persona ha già un accesso a Timone.',
  attribuito: 'Ruolo attribuito.',
  revocato: 'Ruolo revocato.',
  sospesa: 'Accesso sospeso: la persona è stata fatta uscire.',
  riammessa: 'Accesso riattivato.',
  'secondo-fattore': 'Richiesta del secondo fattore aggiornata.',
  azzerato: 'Secondo fattore tolto.',
}

/** The page of one person: their account, the roles that the viewer may see, and what can be done with both. */
export function PersonPage({ site, entry, places, place, today, outcome, refusal }: PersonPageProps) {
  const { person, grants } = entry
  const viewer = useViewer()
  const names = placeNames(places)
  return (
    <Layout
      site={site}
      section={peopleEntry}
      title={refusal ? `Errore: ${person.name}` : person.name}
      trail={[{ label: 'Persone', href: administrationPaths.people({}) }, { label: person.name }]}
    >
      <Flash outcomes={outcomes} outcome={outcome} />
      {refusal && <ErrorSummary {...refusal} labels={roleLabels} />}
      <div class="t-heading">
        <h1>{person.name}</h1>
        <p class="lead">{person.email}</p>
      </div>
      <DescriptionList
        facts={[
          ['Accesso', <AccountTag state={stateOf(person)} />],
          ['Secondo fattore', secondFactorWords[person.secondFactor]],
          ['Ultimo accesso', person.lastSignIn ? formatMoment(person.lastSignIn) : 'mai'],
        ]}
      />
      <section aria-labelledby="ruoli">
        <h2 id="ruoli">Ruoli</h2>
        {grants.length === 0 ? (
          <p class="t-empty">Nessun ruolo: la persona può entrare, ma non vede niente.</p>
        ) : (
          <DataTable
            caption={`Ruoli di ${person.name}`}
            rows={grants}
            rowKey={({ id }) => String(id)}
            columns={[
              { heading: 'Ruolo', wide: true, cell: RoleName },
              { heading: 'Dove', cell: ({ on }) => nameOf(names, on) },
              { heading: 'Quando', cell: (grant) => periodWords(grant, today) || 'finché non è revocato' },
              { heading: 'Revoca', cell: (grant) => <Revocation person={person} grant={grant} names={names} /> },
            ]}
          />
        )}
      </section>
      {person.id !== viewer.person?.id || viewer.may(identityActions.managePlatform) ? (
        <section class="t-panel" aria-labelledby="attribuisci">
          <h2 id="attribuisci" class="h4">
            {place ? `Attribuisci un ruolo in: ${place.name}` : 'Attribuisci un ruolo'}
          </h2>
          {place ? (
            <>
              <form action={administrationPaths.personRoles({ person: person.id })} method="post" novalidate>
                <RoleFields place={place} refusal={refusal} today={today} />
                <button type="submit" class="btn btn-primary">
                  Attribuisci il ruolo
                </button>
              </form>
              <p class="t-after">
                <a href={administrationPaths.person({ person: person.id })}>Scegli un altro luogo</a>
              </p>
            </>
          ) : (
            <PlacePicker action={administrationPaths.person({ person: person.id })} places={places} />
          )}
        </section>
      ) : (
        <p>Nessuno attribuisce ruoli a se stesso: chiedere all’amministratore della piattaforma.</p>
      )}
      {viewer.may(identityActions.managePlatform) && <AccountForms person={person} />}
    </Layout>
  )
}

const RoleName = ({ role, office, delegation, under }: HeldGrant) => (
  <>
    {rule(role).label}
    <span class="t-note">
      {[office, delegation && 'per delega', under && 'attribuito per delega'].filter(Boolean).join(' · ')}
    </span>
  </>
)

type RevocationProps = Pick<PersonEntry, 'person'> & { readonly grant: HeldGrant; readonly names: PlaceNames }

function Revocation({ person, grant, names }: RevocationProps) {
  const viewer = useViewer()
  const granter = { person: viewer.person?.id, administrator: viewer.may(identityActions.managePlatform) }
  if (!mayDispose(grant.role, granter)) return '–'
  return (
    <form action={administrationPaths.personRoleRevoked({ person: person.id, grant: String(grant.id) })} method="post">
      <button type="submit" class="btn btn-outline-danger btn-sm">
        Revoca
        <span class="visually-hidden">
          {' '}
          il ruolo {rule(grant.role).label} in {nameOf(names, grant.on)}
        </span>
      </button>
    </form>
  )
}

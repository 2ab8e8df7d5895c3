// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { PasswordField, TextField } from '../../../../ui/forms/form-fields.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { identityPaths } from '../../addresses.ts'
import type { OwnSession, Person } from '../../model.ts'
import { AccessFrame } from '../../views/access-frame.tsx'
import { PasswordFields } from '../../views/password-fields.tsx'
import { SessionList } from './session-list.tsx'

/** What has just been done. */
export const profileNotices = {
  nome: 'Il nome è cambiato.',
  password: 'La password è cambiata; le altre sessioni sono state chiuse.',
  sessioni: 'Le sessioni sono state chiuse.',
  'senza-secondo-fattore': 'Il secondo fattore è stato tolto.',
} as const

/** What the page about one's own access shows. */
export type ProfileView = {
  readonly person: Person
  readonly sessions: readonly OwnSession[]
  readonly secondFactorOn: boolean
  readonly hasPassword: boolean
}

type ProfilePageProps = {
  readonly site: Site
  readonly profile: ProfileView
  readonly notice?: keyof typeof profileNotices | undefined
  readonly refusal?: Refusal | undefined
}

const labels = {
  nome: 'Nome e cognome',
  attuale: 'Password di ora',
  password: 'Nuova password',
  conferma: 'Password, di nuovo',
}

/** One's own access: name, password, second factor, sessions. */
export const ProfilePage = ({ site, profile, notice, refusal }: ProfilePageProps) => {
  const { person, sessions, secondFactorOn, hasPassword } = profile
  return (
    <AccessFrame site={site} title="Il tuo accesso" refusal={refusal} labels={labels}>
      {notice && <Alert tone="success">{profileNotices[notice]}</Alert>}
      <section class="t-panel" aria-labelledby="dati">
        <h2 id="dati" class="h4">
          I tuoi dati
        </h2>
        <DescriptionList facts={[['Indirizzo di posta', person.email]]} />
        <form action={identityPaths.ownName({})} method="post" novalidate>
          <TextField
            {...fieldsOf(labels, refusal)('nome')}
            hint="Come ti vedono gli altri. Nel registro delle attività resta quello che avevi quando hai fatto qualcosa."
            autocomplete="name"
            value={refusal?.values.nome ?? person.name}
            required
          />
          <button type="submit" class="btn btn-primary">
            Salva il nome
          </button>
        </form>
      </section>
      <section class="t-panel" aria-labelledby="password">
        <h2 id="password" class="h4">
          Password
        </h2>
        {hasPassword ? (
          <form action={identityPaths.ownPassword({})} method="post" novalidate>
            <PasswordField {...fieldsOf(labels, refusal)('attuale')} use="current-password" required />
            <PasswordFields refusal={refusal} label={labels.password} />
            <button type="submit" class="btn btn-primary">
              Cambia la password
            </button>
          </form>
        ) : (
          <p>Entri con le credenziali di un fornitore di identità: password e secondo fattore si gestiscono là.</p>
        )}
      </section>
      {hasPassword && (
        <section class="t-panel" aria-labelledby="secondo-fattore">
          <h2 id="secondo-fattore" class="h4">
            Secondo fattore
          </h2>
          <p>
            {secondFactorOn
              ? 'È attivo: oltre alla password serve il codice della tua app.'
              : 'Non è attivo: chi conosce la tua password entra al posto tuo.'}
          </p>
          <p>
            <a class="btn btn-outline-primary" href={identityPaths.ownSecondFactor({})}>
              {secondFactorOn ? 'Gestisci il secondo fattore' : 'Attiva il secondo fattore'}
            </a>
          </p>
        </section>
      )}
      <SessionList sessions={sessions} />
    </AccessFrame>
  )
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { TextField } from '../../../../ui/forms/form-fields.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { identityPaths } from '../../addresses.ts'
import type { Person } from '../../model.ts'
import { AccessFrame } from '../../views/access-frame.tsx'
import { PasswordFields, passwordLabels } from '../../views/password-fields.tsx'

const labels = { email: 'Indirizzo di posta' }
const above = [{ label: 'Entra in Timone', href: identityPaths.signIn({}) }]

type ForgottenPasswordPageProps = {
  readonly site: Site
  readonly mailConfigured: boolean
  /** True after a request was sent. */
  readonly asked?: boolean
  readonly refusal?: Refusal | undefined
}

/** Asks for a link to a new password. */
export const ForgottenPasswordPage = ({ site, mailConfigured, asked, refusal }: ForgottenPasswordPageProps) => (
  <AccessFrame site={site} title="Password dimenticata" above={above} refusal={refusal} labels={labels}>
    {asked && (
      <Alert tone="success">
        Se qualcuno entra in Timone con quell’indirizzo, fra poco riceve un messaggio con il collegamento per scegliere
        una nuova password. Vale 2 ore.
      </Alert>
    )}
    {mailConfigured ? (
      <form action={identityPaths.forgottenPassword({})} method="post" novalidate>
        <TextField
          {...fieldsOf(labels, refusal)('email')}
          hint="Quello con cui sei stato invitato."
          inputmode="email"
          autocomplete="username"
          required
        />
        <button type="submit" class="btn btn-primary">
          Manda il collegamento
        </button>
      </form>
    ) : (
      <Alert tone="info">
        Questa installazione di Timone non manda posta. Chiedi una nuova password a chi la amministra: ti darà un
        collegamento per sceglierla.
      </Alert>
    )}
  </AccessFrame>
)

type NewPasswordPageProps = {
  readonly site: Site
  readonly token: string
  readonly person: Person
  readonly refusal?: Refusal | undefined
}

/** The page of a link to a new password. */
export const NewPasswordPage = ({ site, token, person, refusal }: NewPasswordPageProps) => (
  <AccessFrame
    site={site}
    title="Scegli una nuova password"
    lead={
      <>
        Per l’accesso di <strong>{person.email}</strong>. Le sessioni aperte si chiudono tutte.
      </>
    }
    above={above}
    refusal={refusal}
    labels={passwordLabels}
  >
    <form action={identityPaths.newPassword({ token })} method="post" novalidate>
      <PasswordFields refusal={refusal} />
      <button type="submit" class="btn btn-primary">
        Cambia la password
      </button>
    </form>
  </AccessFrame>
)

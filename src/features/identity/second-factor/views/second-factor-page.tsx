// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { PasswordField, TextField } from '../../../../ui/forms/form-fields.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { identityPaths } from '../../addresses.ts'
import { AccessFrame } from '../../views/access-frame.tsx'
import type { OwnSecondFactor } from '../second-factor.ts'
import { QrCode } from './qr-code.tsx'

type SecondFactorPageProps = {
  readonly site: Site
  readonly state: OwnSecondFactor
  readonly refusal?: Refusal | undefined
}

type StepProps = Omit<SecondFactorPageProps, 'site'>

const labels = { password: 'Password', codice: 'Codice' }
const above = [{ label: 'Il tuo accesso', href: identityPaths.ownProfile({}) }]

/** One's own second factor: set it up, confirm it, renew its codes, remove it. All at one address. */
export const SecondFactorPage = ({ site, state, refusal }: SecondFactorPageProps) => (
  <AccessFrame
    site={site}
    title="Secondo fattore"
    lead="Oltre alla password, un codice che cambia ogni 30 secondi e che solo il tuo telefono conosce."
    above={above}
    refusal={refusal}
    labels={labels}
  >
    {state.demanded && !state.on && (
      <Alert tone="warning">Chi amministra Timone te lo richiede: per continuare, attivalo.</Alert>
    )}
    {!state.hasPassword ? (
      <Alert tone="info">Entri con le credenziali di un fornitore di identità, che risponde anche di questo.</Alert>
    ) : state.on ? (
      <Manage state={state} refusal={refusal} />
    ) : state.pending ? (
      <Confirm state={state} refusal={refusal} />
    ) : (
      <Begin refusal={refusal} />
    )}
  </AccessFrame>
)

/** The password field, and a button for each action. */
const GuardedForm = ({ refusal, children }: Pick<StepProps, 'refusal'> & { children: ComponentChildren }) => (
  <form action={identityPaths.ownSecondFactor({})} method="post" novalidate>
    <PasswordField
      {...fieldsOf(labels, refusal)('password')}
      hint="Per essere sicuri che sei tu."
      use="current-password"
      required
    />
    <div class="t-actions">{children}</div>
  </form>
)

const Begin = ({ refusal }: Pick<StepProps, 'refusal'>) => (
  <section class="t-panel" aria-labelledby="inizia">
    <h2 id="inizia" class="h4">
      Attiva il secondo fattore
    </h2>
    <p>Serve un’app di autenticazione sul telefono, una qualsiasi che legga codici TOTP.</p>
    <GuardedForm refusal={refusal}>
      <button type="submit" class="btn btn-primary" name="passo" value="inizia">
        Comincia
      </button>
    </GuardedForm>
  </section>
)

const Confirm = ({ state: { pending }, refusal }: StepProps) => (
  <section class="t-panel" aria-labelledby="conferma">
    <h2 id="conferma" class="h4">
      Dai la chiave alla tua app
    </h2>
    <p>Inquadra il codice con l’app, o scrivi la chiave a mano.</p>
    {pending && <QrCode text={pending.uri} label="Codice QR con la chiave scritta qui sotto" />}
    <p>
      Chiave: <span class="t-secret">{pending?.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
    </p>
    <form action={identityPaths.ownSecondFactor({})} method="post" novalidate>
      <input type="hidden" name="passo" value="conferma" />
      <TextField
        {...fieldsOf(labels, refusal)('codice')}
        hint="Le sei cifre che l’app mostra ora."
        autocomplete="one-time-code"
        inputmode="numeric"
        value={undefined}
        required
      />
      <button type="submit" class="btn btn-primary">
        Attiva il secondo fattore
      </button>
    </form>
  </section>
)

const Manage = ({ state, refusal }: StepProps) => (
  <section class="t-panel" aria-labelledby="gestisci">
    <h2 id="gestisci" class="h4">
      Il secondo fattore è attivo
    </h2>
    <p>Con nuovi codici di riserva quelli di prima smettono di valere.</p>
    <p>
      {state.demanded
        ? 'Chi amministra Timone te lo richiede: non si può togliere.'
        : 'Se lo togli, per entrare basterà la password.'}
    </p>
    <GuardedForm refusal={refusal}>
      <button type="submit" class="btn btn-primary" name="passo" value="codici">
        Genera nuovi codici di riserva
      </button>
      {!state.demanded && (
        <button type="submit" class="btn btn-outline-danger" name="passo" value="togli">
          Togli il secondo fattore
        </button>
      )}
    </GuardedForm>
  </section>
)

type BackupCodesPageProps = { readonly site: Site; readonly codes: readonly string[]; readonly first: boolean }

/** The backup codes, shown only once. */
export const BackupCodesPage = ({ site, codes, first }: BackupCodesPageProps) => (
  <AccessFrame site={site} title="Codici di riserva" above={above} labels={labels}>
    {first && <Alert tone="success">Il secondo fattore è attivo: da ora lo chiediamo a ogni accesso.</Alert>}
    <p class="lead">
      Ogni codice fa entrare una volta, se il telefono non c’è. <strong>Si vedono solo adesso</strong>: stampali o
      copiali in un posto sicuro, non insieme alla password.
    </p>
    <ul class="t-codes">
      {codes.map((code) => (
        <li key={code} class="t-secret">
          {code}
        </li>
      ))}
    </ul>
    <p>
      <a class="btn btn-primary" href={identityPaths.ownProfile({})}>
        Li ho messi da parte: vai al tuo accesso
      </a>
    </p>
  </AccessFrame>
)

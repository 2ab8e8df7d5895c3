// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { PasswordField, TextField } from '../../../../ui/forms/form-fields.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { identityPaths } from '../../addresses.ts'
import { AccessFrame } from '../../views/access-frame.tsx'

/** What has just happened, when another page led here. */
export const signInNotices = {
  uscita: 'Hai chiuso la sessione.',
  password: 'La password è cambiata e le altre sessioni sono state chiuse: entra con quella nuova.',
} as const

type SignInPageProps = {
  readonly site: Site
  /** Where to go afterwards. */
  readonly next: string
  /** The OpenID provider's name for people, when there is one. */
  readonly provider?: string | undefined
  readonly notice?: keyof typeof signInNotices | undefined
  readonly refusal?: Refusal | undefined
}

const labels = { email: 'Indirizzo di posta', password: 'Password' }

/** Sign-in by email address and password, or at the provider. */
export const SignInPage = ({ site, next, provider, notice, refusal }: SignInPageProps) => (
  <AccessFrame site={site} title="Entra in Timone" refusal={refusal} labels={labels}>
    {notice && <Alert tone="success">{signInNotices[notice]}</Alert>}
    {provider && (
      <section class="t-panel" aria-labelledby="fornitore">
        <h2 id="fornitore" class="h4">
          Con {provider}
        </h2>
        <p>Si entra con le credenziali che hai già, sul sito di chi le ha date.</p>
        <p>
          <a class="btn btn-primary" href={identityPaths.providerStart({}, { poi: next })}>
            Entra con {provider}
          </a>
        </p>
      </section>
    )}
    <section class="t-panel" aria-labelledby="password">
      <h2 id="password" class="h4">
        Con la password di Timone
      </h2>
      <form action={identityPaths.signIn({})} method="post" novalidate>
        <input type="hidden" name="poi" value={next} />
        <TextField {...fieldsOf(labels, refusal)('email')} inputmode="email" autocomplete="username" required />
        <PasswordField {...fieldsOf(labels, refusal)('password')} use="current-password" required />
        <div class="t-actions">
          <button type="submit" class="btn btn-primary">
            Entra
          </button>
          <a href={identityPaths.forgottenPassword({})}>Ho dimenticato la password</a>
        </div>
      </form>
    </section>
    <p class="t-after">
      L’accesso serve a chi lavora ai piani e si riceve per invito. I piani pubblicati si leggono senza entrare.
    </p>
  </AccessFrame>
)

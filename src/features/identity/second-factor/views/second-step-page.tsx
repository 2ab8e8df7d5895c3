// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { TextField } from '../../../../ui/forms/form-fields.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { identityPaths } from '../../addresses.ts'
import { AccessFrame } from '../../views/access-frame.tsx'

type SecondStepPageProps = {
  readonly site: Site
  /** Where to go afterwards. */
  readonly next: string
  readonly refusal?: Refusal | undefined
}

const labels = { codice: 'Codice' }

/** The code of the authenticator app, or a backup code. */
export const SecondStepPage = ({ site, next, refusal }: SecondStepPageProps) => (
  <AccessFrame
    site={site}
    title="Secondo fattore"
    lead="La password è giusta. Manca il codice della tua app di autenticazione."
    above={[{ label: 'Entra in Timone', href: identityPaths.signIn({}, { poi: next }) }]}
    refusal={refusal}
    labels={labels}
  >
    <form action={identityPaths.secondStep({})} method="post" novalidate>
      <input type="hidden" name="poi" value={next} />
      <TextField
        {...fieldsOf(labels, refusal)('codice')}
        hint="Le sei cifre che l’app mostra ora. Senza telefono, uno dei codici di riserva: ognuno vale una volta."
        autocomplete="one-time-code"
        value={undefined}
        required
      />
      <div class="t-actions">
        <button type="submit" class="btn btn-primary">
          Entra
        </button>
        <a href={identityPaths.signIn({}, { poi: next })}>Ricomincia dalla password</a>
      </div>
    </form>
    <p class="t-after">
      Se hai perso sia il telefono sia i codici di riserva, chi amministra Timone può togliere il secondo fattore.
    </p>
  </AccessFrame>
)

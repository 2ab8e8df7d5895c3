// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import type { Site } from '../../../../ui/page/site.ts'
import { identityPaths } from '../../addresses.ts'
import type { Person } from '../../model.ts'
import { AccessFrame } from '../../views/access-frame.tsx'
import { PasswordFields, passwordLabels } from '../../views/password-fields.tsx'

type InvitationPageProps = {
  readonly site: Site
  readonly token: string
  readonly person: Person
  /** The OpenID provider's name for people, when there is one. */
  readonly provider?: string | undefined
  readonly refusal?: Refusal | undefined
}

/** The page of an invitation: choose a password, or sign in at the provider. */
export const InvitationPage = ({ site, token, person, provider, refusal }: InvitationPageProps) => (
  <AccessFrame
    site={site}
    title="Accetta l’invito"
    lead={
      <>
        Benvenuto in Timone, {person.name}. Il tuo accesso è legato all’indirizzo <strong>{person.email}</strong>.
      </>
    }
    refusal={refusal}
    labels={passwordLabels}
  >
    <section class="t-panel" aria-labelledby="scelta">
      <h2 id="scelta" class="h4">
        Scegli una password
      </h2>
      <form action={identityPaths.invitation({ token })} method="post" novalidate>
        <PasswordFields refusal={refusal} />
        <button type="submit" class="btn btn-primary">
          Accetta ed entra
        </button>
      </form>
    </section>
    {provider && (
      <section class="t-panel" aria-labelledby="fornitore">
        <h2 id="fornitore" class="h4">
          Oppure entra con {provider}
        </h2>
        <p>Non serve una password di Timone, se là il tuo indirizzo è {person.email}.</p>
        <p>
          <a class="btn btn-outline-primary" href={identityPaths.providerStart({}, { poi: '/' })}>
            Entra con {provider}
          </a>
        </p>
      </section>
    )}
  </AccessFrame>
)

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { TextField } from '../../../../ui/forms/form-fields.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { identityPaths } from '../../addresses.ts'
import { AccessFrame } from '../../views/access-frame.tsx'
import { PasswordFields, passwordLabels } from '../../views/password-fields.tsx'

const labels = { nome: 'Nome e cognome', email: 'Indirizzo di posta', ...passwordLabels }

type FirstAccessPageProps = { readonly site: Site; readonly token: string; readonly refusal?: Refusal | undefined }

/** The page of the link that is printed at the first start. */
export const FirstAccessPage = ({ site, token, refusal }: FirstAccessPageProps) => (
  <AccessFrame
    site={site}
    title="Primo accesso"
    lead="Chi compila questo modulo diventa amministratore della piattaforma: registra enti e gestioni associate, invita le persone."
    refusal={refusal}
    labels={labels}
  >
    <form action={identityPaths.firstAccess({ token })} method="post" novalidate>
      <TextField {...fieldsOf(labels, refusal)('nome')} autocomplete="name" required />
      <TextField {...fieldsOf(labels, refusal)('email')} inputmode="email" autocomplete="username" required />
      <PasswordFields refusal={refusal} />
      <button type="submit" class="btn btn-primary">
        Crea l’accesso ed entra
      </button>
    </form>
  </AccessFrame>
)

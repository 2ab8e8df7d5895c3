// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../platform/http/form-route.ts'
import { faultOf } from '../../../ui/forms/error-summary.tsx'
import { fieldsOf } from '../../../ui/forms/fields-of.ts'
import { PasswordField } from '../../../ui/forms/form-fields.tsx'
import { passwordLength } from '../rules.ts'

/** The names of the two fields, for the summary of errors. */
export const passwordLabels = { password: 'Password', conferma: 'Password, di nuovo' } as const

/** The two fields of a new password. */
export const PasswordFields = ({ refusal, label }: { refusal: Refusal | undefined; label?: string }) => (
  <>
    <PasswordField
      name="password"
      label={label ?? passwordLabels.password}
      hint={`Almeno ${passwordLength.least} caratteri. Quattro parole che non stanno insieme vanno bene.`}
      use="new-password"
      error={refusal && faultOf(refusal.problems, 'password')}
      required
    />
    <PasswordField {...fieldsOf(passwordLabels, refusal)('conferma')} use="new-password" required />
  </>
)

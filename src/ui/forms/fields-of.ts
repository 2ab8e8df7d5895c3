// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../kernel/errors.ts'
import { faultOf } from './error-summary.tsx'

type Typed = { readonly problems: readonly Problem[]; readonly values: Readonly<Record<string, string>> }

/**
 * What the controls of a form say, by the field's name: its label, what was typed and what is wrong with it.
 * @param refusal why the form was refused; absent when it is shown for the first time.
 */
export const fieldsOf =
  <Name extends string>(labels: Readonly<Record<Name, string>>, refusal: Typed | undefined) =>
  (name: Name) => ({
    name,
    label: labels[name],
    value: refusal?.values[name],
    error: refusal && faultOf(refusal.problems, name),
  })

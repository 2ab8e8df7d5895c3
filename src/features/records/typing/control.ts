// SPDX-License-Identifier: AGPL-3.0-or-later
import { faultOf } from '../../../ui/forms/error-summary.tsx'
import type { ControlProps } from '../field.ts'
import type { TypedFields } from './typed-values.ts'

/** What the control of a field is drawn with. @param name of one of its further controls, with its own label */
export const controlOf = (
  { name, label, help, required, fields, problems }: ControlProps,
  more: { readonly name?: string; readonly label?: string } = {},
) => {
  const own = more.name ?? name
  return {
    name: own,
    label: more.label ?? label,
    value: fields[own],
    error: faultOf(problems, own),
    ...(more.name === undefined && { hint: help, required }),
  }
}

/** A text as it is typed, without what is not seen around it; undefined: nothing. */
export const typedText = (fields: TypedFields, name: string): string | undefined => fields[name]?.trim() || undefined

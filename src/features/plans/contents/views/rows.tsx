// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { FieldGroup } from '../../../../ui/choice-fields.tsx'
import { faultOf } from '../../../../ui/error-summary.tsx'
import { fieldId } from '../../../../ui/form-fields.tsx'
import { type FormFieldsProps, rowCountName, shownRows } from '../part-form.ts'

type RowsProps = FormFieldsProps & {
  readonly list: string
  readonly legend: string
  readonly hint: string
  readonly children: (row: number) => ComponentChildren
}

/** The rows of a list, and the button that adds some: it works without a script. */
export function Rows({ list, legend, hint, children, ...props }: RowsProps) {
  const rows = shownRows(props.fields, list)
  return (
    <FieldGroup name={list} legend={legend} hint={hint} error={faultOf(props.problems, list)}>
      <input type="hidden" name={rowCountName(list)} value={rows.length} />
      {rows.map(children)}
      <button
        type="submit"
        name="azione"
        value={`righe-${list}`}
        formaction={`#${fieldId(list)}`}
        class="btn btn-outline-primary btn-sm"
      >
        Aggiungi righe
      </button>
    </FieldGroup>
  )
}

/** The controls of one row, named by its number. */
export const RowGroup = ({ number, children }: { readonly number: number; readonly children: ComponentChildren }) => (
  <fieldset class="t-row">
    <legend class="t-note">Riga {number + 1}</legend>
    {children}
  </fieldset>
)

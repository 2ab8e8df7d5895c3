// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { fieldId } from './form-fields.tsx'

type FieldGroupProps = {
  readonly name: string
  readonly legend: string
  /** What to write, when the legend does not say it all. */
  readonly hint?: string | undefined
  /** What is wrong with what was typed. */
  readonly error?: string | undefined
  readonly children: ComponentChildren
}

/** Controls that together answer one question. The summary of errors can link here. */
export function FieldGroup({ name, legend, hint, error, children }: FieldGroupProps) {
  const id = fieldId(name)
  const described = [hint && `${id}-aiuto`, error && `${id}-errore`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      class={error ? 't-group t-input-wrong' : 't-group'}
      tabindex={-1}
      aria-describedby={described || undefined}
    >
      <legend>{legend}</legend>
      {hint && (
        <p id={`${id}-aiuto`} class="t-note">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-errore`} class="t-input-error">
          <span class="visually-hidden">Errore: </span>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  )
}

type ChoiceProps = {
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly children: ComponentChildren
  /** Absent: the summary of errors does not link here. */
  readonly id?: string
  /** The id of the form that the control belongs to, when it is outside of it. */
  readonly form?: string
}

/** A checkbox. */
export const Checkbox = ({ children, ...control }: ChoiceProps) => (
  <label class="t-check">
    <input type="checkbox" {...control} />
    <span>{children}</span>
  </label>
)

/** A radio button. */
export const RadioButton = ({ children, ...control }: ChoiceProps) => (
  <label class="t-check">
    <input type="radio" {...control} />
    <span>{children}</span>
  </label>
)

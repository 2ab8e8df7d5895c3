// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type FiltersProps = {
  /** What the form is for, as screen readers announce it. */
  readonly label: string
  /** The address of the list without filters. */
  readonly action: string
  /** True when a filter is set: then a link removes the filters. */
  readonly active: boolean
  /** What the button says. */
  readonly submit?: string
  readonly children: ComponentChildren
}

/** A form that filters the list below it: a plain GET, so that a filtered list has its own address. */
export function Filters({ label, action, active, submit = 'Filtra', children }: FiltersProps) {
  return (
    <search>
      <form class="t-filters" action={action} method="get" aria-label={label}>
        {children}
        <div class="t-filters-actions">
          <button type="submit" class="btn btn-primary">
            {submit}
          </button>
          {active && (
            <a class="btn btn-outline-primary" href={action}>
              Azzera
            </a>
          )}
        </div>
      </form>
    </search>
  )
}

type FieldProps = { readonly name: string; readonly label: string; readonly value: string | undefined }

/** A text field. @param longest the most characters, 100 by default */
export function SearchField({ name, label, value, longest = 100 }: FieldProps & { readonly longest?: number }) {
  const id = `filtro-${name}`
  return (
    <div class="t-field t-field-search">
      <label for={id}>{label}</label>
      <div class="t-search">
        <Icon name="search" />
        <input type="search" id={id} name={name} value={value} maxlength={longest} autocomplete="off" />
      </div>
    </div>
  )
}

/** A date field. */
export function DateField({ name, label, value }: FieldProps) {
  const id = `filtro-${name}`
  return (
    <div class="t-field">
      <label for={id}>{label}</label>
      <input type="date" id={id} name={name} value={value} />
    </div>
  )
}

type ChoiceFieldProps = FieldProps & {
  /** What leaving it open means: `Tutti i capitoli`. */
  readonly all: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

/** A list with one choice, or none for all. */
export function ChoiceField({ name, label, value, all, options }: ChoiceFieldProps) {
  const id = `filtro-${name}`
  return (
    <div class="t-field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        <option value="">{all}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option} selected={option === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

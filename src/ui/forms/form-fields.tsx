// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'

type FieldProps = {
  readonly name: string
  readonly label: string
  /** What to write, when the label does not say it all. */
  readonly hint?: string | undefined
  /** What is wrong with what was typed. */
  readonly error?: string | undefined
  readonly required?: boolean | undefined
}
type ValueProps = FieldProps & { readonly value: string | undefined }

/** The id of a field's control, which the summary of errors links to. */
export const fieldId = (name: string): string => `campo-${name}`

type TextFieldProps = ValueProps & {
  /** What the browser may fill in (HTML's `autocomplete`); absent: nothing. */
  readonly autocomplete?: 'name' | 'username' | 'one-time-code'
  readonly inputmode?: 'email' | 'numeric'
}

/** A text field of one line. */
export const TextField = ({ value, autocomplete, inputmode, ...field }: TextFieldProps) => (
  <Labelled {...field}>
    <input
      type="text"
      {...controlProps(field)}
      value={value}
      autocomplete={autocomplete ?? 'off'}
      inputmode={inputmode}
    />
  </Labelled>
)

/** A date field, `yyyy-mm-dd`; the browser shows the date in the person's own way. */
export const DateField = ({ value, ...field }: ValueProps) => (
  <Labelled {...field}>
    <input type="date" {...controlProps(field)} value={value} />
  </Labelled>
)

/** A password field. Its value is never sent back to the page. */
export const PasswordField = ({
  use,
  ...field
}: FieldProps & { readonly use: 'current-password' | 'new-password' }) => (
  <Labelled {...field}>
    <input type="password" {...controlProps(field)} autocomplete={use} />
  </Labelled>
)

/** A text field of many lines. */
export const TextArea = ({ value = '', rows, ...field }: ValueProps & { readonly rows: number }) => (
  <Labelled {...field}>
    <textarea {...controlProps(field)} rows={rows} value={value} />
  </Labelled>
)

type SelectProps = ValueProps & {
  /** What leaving it open means; absent: a choice is required. */
  readonly none?: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

/** A list with one choice. */
export const SelectField = ({ value, none, options, ...field }: SelectProps) => (
  <Labelled {...field}>
    <select {...controlProps(field)}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map(([option, words]) => (
        <option key={option} value={option} selected={option === value}>
          {words}
        </option>
      ))}
    </select>
  </Labelled>
)

/** A file to upload. @param accept file name endings, `.pdf,.docx` */
export const FileField = ({ accept, ...field }: FieldProps & { readonly accept: string }) => (
  <Labelled {...field}>
    <input type="file" {...controlProps(field)} accept={accept} />
  </Labelled>
)

function Labelled({ name, label, hint, error, required, children }: FieldProps & { children: ComponentChildren }) {
  const id = fieldId(name)
  return (
    <div class={error ? 't-input t-input-wrong' : 't-input'}>
      <label for={id}>
        {label}
        {required && <span class="t-note"> (obbligatorio)</span>}
      </label>
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
    </div>
  )
}

/**
 * The control names the texts that describe it. The browser's own checks are off: their messages would come before
 * ours.
 */
function controlProps({ name, hint, error, required }: FieldProps) {
  const id = fieldId(name)
  const described = [hint && `${id}-aiuto`, error && `${id}-errore`].filter(Boolean).join(' ')
  return {
    id,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-required': required ? (true as const) : undefined,
  }
}

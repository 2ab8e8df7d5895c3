// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../kernel/errors.ts'
import { FieldGroup, RadioButton } from '../../../ui/forms/choice-fields.tsx'
import { faultOf } from '../../../ui/forms/error-summary.tsx'
import { fieldId } from '../../../ui/forms/form-fields.tsx'
import { anyField, type Fields } from '../field.ts'
import type { Conflict } from '../record-kind.ts'
import { type ConflictField, conflictFields, proposedSide, type Side } from '../rules.ts'
import { TextDiff } from './text-diff.tsx'

/** The name of the control that chooses a side of a field. */
export const sideName = (field: PropertyKey): string => `side-${String(field)}`

type ConflictChoicesProps<Content extends object> = {
  readonly of: Fields<Content>
  readonly conflict: Conflict<Content>
  /** A field of a content, as people read it. */
  readonly words: (field: keyof Content, content: Content | undefined) => string
  /** Fields on which the person has no say: they stay as the other person left them. */
  readonly locked?: ReadonlySet<keyof Content>
  /** What was chosen already, by control. */
  readonly chosen?: Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
}

/** Field by field, what a record was, what somebody else made of it and what the person did, to choose between. */
export function ConflictChoices<Content extends object>({
  of,
  conflict,
  words,
  locked = new Set(),
  chosen = {},
  problems = [],
}: ConflictChoicesProps<Content>) {
  const { base, mine, theirs, by } = conflict
  return (
    <>
      {conflictFields(of, conflict)
        .filter(({ field }) => !locked.has(field))
        .map((one) => {
          const name = sideName(one.field)
          const side = chosen[name] ?? proposedSide(one)
          const was = words(one.field, base)
          return (
            <FieldGroup
              key={name}
              name={name}
              legend={anyField(of, one.field).label}
              hint={changedWords(one, by)}
              error={faultOf(problems, name)}
            >
              <Option name={name} side="theirs" chosen={side} label={`Tieni la versione di ${by}`}>
                <TextDiff before={was} after={words(one.field, theirs)} />
              </Option>
              <Option name={name} side="mine" chosen={side} label="Tieni la tua versione">
                <TextDiff before={was} after={words(one.field, mine)} />
              </Option>
              <details class="t-details">
                <summary>Com’era prima</summary>
                <p class="t-printed">{was || 'niente'}</p>
              </details>
            </FieldGroup>
          )
        })}
    </>
  )
}

const changedWords = ({ changedBy }: ConflictField<never>, by: string): string =>
  changedBy === 'both'
    ? `L’avete cambiato tutti e due, tu e ${by}: scegli che cosa tenere.`
    : changedBy === 'mine'
      ? 'L’hai cambiato solo tu.'
      : `L’ha cambiato solo ${by}.`

type OptionProps = {
  readonly name: string
  readonly side: Side
  readonly chosen: string | undefined
  readonly label: string
  readonly children: ComponentChildren
}

const Option = ({ name, side, chosen, label, children }: OptionProps) => (
  <div class="t-side">
    <RadioButton id={`${fieldId(name)}-${side}`} name={name} value={side} checked={chosen === side}>
      {label}
    </RadioButton>
    <p class="t-printed">{children}</p>
  </div>
)

// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { fold } from '../../../kernel/text.ts'
import { FieldGroup, RadioButton } from '../../../ui/forms/choice-fields.tsx'
import { faultOf } from '../../../ui/forms/error-summary.tsx'
import type { ControlProps, FieldType, Option } from '../field.ts'

type YesNoWords = { readonly yes: string; readonly no: string; readonly unsaid: string }

/** Whether something is so; unsaid: not known, or not decided. */
export function yesNo({ yes = 'Sì', no = 'No', unsaid = 'Non si sa' }: Partial<YesNoWords> = {}): FieldType<boolean> {
  const words = (value: boolean) => (value ? 'Sì' : 'No')
  return {
    schema: z.boolean(),
    type: (value, name) => ({ [name]: value ? 'si' : 'no' }),
    read: (fields, name) => ({
      value: fields[name] === 'si' ? true : fields[name] === 'no' ? false : undefined,
      problems: [],
    }),
    Control: (props) => (
      <Answers
        {...props}
        options={[
          ['si', yes],
          ['no', no],
          ['', unsaid],
        ]}
      />
    ),
    words,
    print: (value) => ({ kind: 'text', text: words(value) }),
    cell: {
      width: 10,
      values: [words(true), words(false)],
      write: words,
      read: (cell) => (fold(cell) === 'si' ? true : fold(cell) === 'no' ? false : cell),
    },
  }
}

/** A question with its few answers in sight. */
export const Answers = ({
  name,
  label,
  help,
  fields,
  problems,
  options,
}: ControlProps & { readonly options: readonly Option[] }) => (
  <FieldGroup name={name} legend={label} hint={help} error={faultOf(problems, name)}>
    <div class="t-answers">
      {options.map(([value, words]) => (
        <RadioButton key={value} name={name} value={value} checked={(fields[name] ?? '') === value}>
          {words}
        </RadioButton>
      ))}
    </div>
  </FieldGroup>
)

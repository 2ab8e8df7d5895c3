// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { fold } from '../../../kernel/text.ts'
import { SelectField } from '../../../ui/forms/form-fields.tsx'
import type { FieldType } from '../field.ts'
import { controlOf, typedText } from '../typing/control.ts'
import { readWith } from '../typing/typed-values.ts'
import { Answers } from './yes-no.tsx'

type ChoiceSettings = {
  /** What no choice means. */
  readonly none?: string
  readonly width?: number
  /** As a closed list, or with all the answers in sight. */
  readonly drawn?: 'select' | 'answers'
}

/** One of a few values, by name, each with what people call it. */
export function choice<const Value extends string>(
  labels: Readonly<Record<Value, string>>,
  { none = 'Non detto', width = 16, drawn = 'select' }: ChoiceSettings = {},
): FieldType<Value> {
  const values = Object.keys(labels) as [Value, ...Value[]]
  const schema = z.enum(values) as unknown as z.ZodType<Value>
  return {
    schema,
    type: (value, name) => ({ [name]: value }),
    read(fields, name) {
      const typed = typedText(fields, name)
      return typed === undefined ? { value: undefined, problems: [] } : readWith(schema, typed, name)
    },
    Control(props) {
      const options = values.map((value) => [value, labels[value]] as const)
      return drawn === 'answers' ? (
        <Answers {...props} options={[...options, ['', none]]} />
      ) : (
        <SelectField {...controlOf(props)} none={none} options={options} />
      )
    },
    valueWords: labels,
    words: (value) => labels[value] ?? value,
    print: (value) => ({ kind: 'text', text: labels[value] ?? value }),
    cell: {
      width,
      values: Object.values(labels),
      write: (value) => labels[value],
      read: (cell) => values.find((value) => fold(labels[value]) === fold(cell)) ?? cell,
    },
  }
}

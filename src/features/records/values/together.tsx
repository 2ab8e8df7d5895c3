// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import { anyField, type Fields, type FieldType, fieldNames } from '../field.ts'
import { typeContent } from '../typing/typed-record.ts'
import { PlainRow, readPlainRow } from './rows.tsx'

/**
 * A few fields that are told together, or not at all: the act by which somebody was named.
 * @param fromLine a line as the value; another line is passed on for the schema to refuse.
 */
export function together<Value extends object>(
  fields: Fields<Value>,
  schema: z.ZodType<Value>,
  line: (value: Value) => string,
  fromLine: (line: string) => unknown,
): FieldType<Value> {
  return {
    schema,
    type: (value, name) => typeContent(fields, value, {}, `${name}-`),
    read: (typed, name) => readPlainRow(fields, typed, name) ?? { value: undefined, problems: [] },
    Control: (props) => (
      <fieldset class="t-row t-together">
        <legend class="t-note">{props.label}: si dice tutto, o niente</legend>
        <PlainRow {...props} of={fields} />
      </fieldset>
    ),
    labels: (name) =>
      Object.fromEntries(fieldNames(fields).map((part) => [`${name}-${part}`, anyField(fields, part).label])),
    words: line,
    print: (value) => ({ kind: 'text', text: line(value) }),
    cell: { width: 34, write: line, read: fromLine },
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { TextArea, TextField } from '../../../ui/forms/form-fields.tsx'
import type { FieldType } from '../field.ts'
import { controlOf, typedText } from '../typing/control.ts'

type TextSettings = {
  /** The most characters. */
  readonly max: number
  /** Lines of its control; absent: one, and the text has no line ends. */
  readonly rows?: number
  /** Width of its column in a sheet, in characters. */
  readonly width?: number
  /** What the text must look like, and what to say when it does not. */
  readonly pattern?: readonly [pattern: RegExp, message: string]
  /** Letters are written in capitals, however they were typed. */
  readonly capitals?: true
  readonly inputmode?: 'numeric'
}

/** A text of one line, or of a few where it has `rows`. */
export function text({ max, rows, width = 30, pattern, capitals, inputmode }: TextSettings): FieldType<string> {
  const schema = z.string().trim().min(1).max(max)
  return {
    schema: pattern ? schema.regex(...pattern) : schema,
    type: (value, name) => ({ [name]: value }),
    read(fields, name) {
      const typed = typedText(fields, name)
      return { value: capitals ? typed?.toUpperCase() : typed, problems: [] }
    },
    Control: (props) =>
      rows === undefined ? (
        <TextField {...controlOf(props)} {...(inputmode && { inputmode })} />
      ) : (
        <TextArea {...controlOf(props)} rows={rows} />
      ),
    words: (value) => value,
    print: (value) => ({ kind: 'text', text: value }),
    cell: { width, write: (value) => value, read: (cell) => cell },
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { formatDate, type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import { TextField } from '../../../ui/forms/form-fields.tsx'
import type { FieldType } from '../field.ts'
import { controlOf, typedText } from '../typing/control.ts'
import { readDate, typeDate } from '../typing/typed-values.ts'

/** A day, and nothing else. */
export const day = (): FieldType<IsoDate> => ({
  schema: z.iso.date(),
  type: (value, name) => ({ [name]: typeDate(value) }),
  read(fields, name) {
    const typed = typedText(fields, name)
    if (typed === undefined) return { value: undefined, problems: [] }
    const reading = readDate(typed, name)
    const isDay = reading.value === undefined || isIsoDate(reading.value)
    return isDay
      ? reading
      : {
          value: undefined,
          problems: [{ place: name, message: 'non è un giorno', remedy: 'scriverlo come gg/mm/aaaa' }],
        }
  },
  Control: (props) => <TextField {...controlOf(props)} />,
  words: formatDate,
  print: (value) => ({ kind: 'text', text: formatDate(value) }),
  cell: { width: 14, date: true, write: (value) => value, read: (cell) => cell },
})

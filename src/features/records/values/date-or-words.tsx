// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { formatDate, isIsoDate } from '../../../kernel/dates.ts'
import { storedDate } from '../../../kernel/printed-dates.ts'
import { TextField } from '../../../ui/forms/form-fields.tsx'
import type { FieldType } from '../field.ts'
import { controlOf, typedText } from '../typing/control.ts'
import { readDate, typeDate } from '../typing/typed-values.ts'

const formatDateOrWords = (value: string): string => (isIsoDate(value) ? formatDate(value) : value)

/**
 * A date, or the words that a plan prints instead of one (`dic-25`, `attività continuativa`). A day in any writing that
 * is typed or comes from a sheet is kept as a date; what words mean is asked of `dayMeant`.
 */
export const dateOrWords = (): FieldType<string> => ({
  schema: z.string().trim().min(1).max(300),
  same: (one, other) => storedDate(one) === storedDate(other),
  type: (value, name) => ({ [name]: typeDate(value) }),
  read(fields, name) {
    const typed = typedText(fields, name)
    return typed === undefined ? { value: undefined, problems: [] } : readDate(typed, name)
  },
  Control(props) {
    const { help = 'Una data come gg/mm/aaaa, oppure parole.' } = props
    return <TextField {...controlOf(props)} hint={help} />
  },
  words: formatDateOrWords,
  print: (value) => ({ kind: 'text', text: formatDateOrWords(value) }),
  cell: { width: 14, date: true, write: storedDate, read: storedDate },
})

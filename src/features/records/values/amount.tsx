// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { type Amount, formatAmount, fromCents, isAmount, readAmount, toCents } from '../../../kernel/money.ts'
import { TextField } from '../../../ui/forms/form-fields.tsx'
import type { FieldType } from '../field.ts'
import { controlOf, typedText } from '../typing/control.ts'

/** Euro as text with two decimals, `"1277906.60"`; one or none, and YAML numbers, are accepted and completed. */
const AmountSchema = z
  .union([z.string(), z.number()])
  .transform((value) => (typeof value === 'number' ? String(value) : value.trim()))
  .refine(isAmount, 'importo: cifre con il punto per i centesimi, senza separatori, es. 1277906.60')
  .transform((amount) => fromCents(toCents(amount)))
  .describe('Importo in euro, es. 1277906.60')

/** `1234.50` → `1.234,50` */
function typeAmount(amount: Amount): string {
  const [euros = '', cents = ''] = amount.split('.')
  return `${euros.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`
}

/** An amount in euro. */
export const amount = (): FieldType<Amount> => ({
  schema: AmountSchema,
  type: (value, name) => ({ [name]: typeAmount(value) }),
  read(fields, name) {
    const typed = typedText(fields, name)
    if (typed === undefined) return { value: undefined, problems: [] }
    const value = readAmount(typed)
    return value === undefined
      ? {
          value,
          problems: [{ place: name, message: 'non è un importo in euro', remedy: 'per esempio 1.234,50' }],
        }
      : { value, problems: [] }
  },
  Control: (props) => <TextField {...controlOf(props)} />,
  words: formatAmount,
  print: (value) => ({ kind: 'text', text: formatAmount(value) }),
  cell: { width: 16, write: formatAmount, read: (cell) => readAmount(cell) ?? cell },
})

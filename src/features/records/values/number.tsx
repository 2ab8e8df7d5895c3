// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { formatNumber } from '../../../kernel/money.ts'
import { TextField } from '../../../ui/forms/form-fields.tsx'
import type { FieldType } from '../field.ts'
import { controlOf, typedText } from '../typing/control.ts'

type NumberSettings = {
  readonly min: number
  readonly max: number
  /** What follows it where it is read, with its space: ` %`. */
  readonly unit?: string
  /** What to write, when what was typed is no number: `per esempio 7.200`. */
  readonly example: string
  /** A year and the like: its digits are not grouped. */
  readonly plain?: true
  /** What to say of a number outside of its bounds; absent: what they are. */
  readonly wrong?: string
}

/** A whole number, typed with or without points between its thousands, and with or without its unit. */
export function wholeNumber({ min, max, unit = '', example, plain, wrong }: NumberSettings): FieldType<number> {
  const words = (value: number) => `${plain ? value : formatNumber(value)}${unit}`
  const readText = (text: string): number | undefined => {
    const bare = text.replace(/[.\s]/g, '').replace(unit.trim(), '')
    return /^\d{1,9}$/.test(bare) ? Number(bare) : undefined
  }
  return {
    schema: z.int().min(min).max(max),
    type: (value, name) => ({ [name]: plain ? String(value) : formatNumber(value) }),
    read(fields, name) {
      const typed = typedText(fields, name)
      if (typed === undefined) return { value: undefined, problems: [] }
      const value = readText(typed)
      const message = value === undefined ? 'è un numero intero' : (wrong ?? `va da ${words(min)} a ${words(max)}`)
      const fits = value !== undefined && value >= min && value <= max
      return fits
        ? { value, problems: [] }
        : { value: undefined, problems: [{ place: name, message, remedy: `per esempio ${example}` }] }
    },
    Control: (props) => <TextField {...controlOf(props)} inputmode="numeric" />,
    words,
    print: (value) => ({ kind: 'text', text: words(value) }),
    cell: { width: 12, write: words, read: (cell) => readText(cell) ?? cell },
  }
}

/** A calendar year. */
export const year = ({ min, max }: { readonly min: number; readonly max: number }): FieldType<number> =>
  wholeNumber({ min, max, plain: true, example: '2026', wrong: 'scrivere l’anno, con quattro cifre' })

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Amount, readAmount } from '../../kernel/money.ts'
import type { Reading } from '../plans/index.ts'

/** An amount in euro as people type it, `1.234,50`. @param place the control's name */
export function readTypedAmount(text: string | undefined, place: string): Reading<Amount> {
  const amount = text && readAmount(text)
  if (text && !amount) {
    return {
      value: undefined,
      problems: [{ place, message: 'non è un importo in euro', remedy: 'per esempio 1.234,50' }],
    }
  }
  return { value: amount || undefined, problems: [] }
}

/** A year as people type it. @param place the control's name */
export function readTypedYear(text: string | undefined, place: string): Reading<number> {
  if (text && !/^20\d\d$/.test(text)) {
    return {
      value: undefined,
      problems: [{ place, message: 'scrivere l’anno, con quattro cifre', remedy: 'per esempio 2026' }],
    }
  }
  return { value: text ? Number(text) : undefined, problems: [] }
}

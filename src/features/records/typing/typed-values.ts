// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import { formatDate, isIsoDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { formatNumber } from '../../../kernel/money.ts'
import { meantDate, storedDate } from '../../../kernel/printed-dates.ts'

/** What is typed in a form, by the names of its controls; what is empty is absent. */
export type TypedFields = Readonly<Record<string, string>>

/** A value read in a form, or what is wrong with it. */
export type Reading<Value> = { readonly value: Value | undefined; readonly problems: readonly Problem[] }

/** A value that a schema takes as it is, or why it does not; `place` is the control's name. */
export function readWith<Value>(schema: z.ZodType<Value>, value: unknown, place: string): Reading<Value> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, problems: [] }
  return { value: undefined, problems: parsed.error.issues.map((issue) => ({ place, message: issueWords(issue) })) }
}

function issueWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') {
    const most = formatNumber(Number(issue.maximum))
    return issue.origin === 'array' ? `ammette al massimo ${most} voci` : `supera i ${most} caratteri`
  }
  if (issue.code === 'invalid_format' && issue.format === 'url') {
    return 'scrivere un indirizzo completo, che comincia con https://'
  }
  return issue.code === 'invalid_value' ? 'non è fra i valori ammessi' : issue.message
}

/** A date as it is typed in Italian; words stay as they are. */
export const typeDate = (value: string): string => (isIsoDate(value) ? formatDate(value) : value)

/** A day in any Italian writing → `2026-12-31`; words stay words; a day that does not exist is reported. */
export function readDate(text: string, place: string): Reading<string> {
  const wrong = (message: string, remedy: string) => ({ value: undefined, problems: [{ place, message, remedy }] })
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text)) {
    return wrong('l’anno ha due cifre soltanto', 'scriverlo con quattro, per esempio 31/12/2026')
  }
  const unreadable = meantDate(text) === undefined && /^\d+[./-]\d+[./-]\d+$/.test(text)
  if (unreadable || meantDate(text)?.kind === 'impossible') {
    return wrong(`«${text.slice(0, 20)}» non è una data che esiste`, 'scriverla come gg/mm/aaaa, oppure con parole')
  }
  return { value: storedDate(text), problems: [] }
}

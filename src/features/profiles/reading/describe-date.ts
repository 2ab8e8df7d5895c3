// SPDX-License-Identifier: AGPL-3.0-or-later
import { meantDate } from '../../../kernel/printed-dates.ts'
import { excerpt } from './source.ts'

/** True for an impossible date in any writing, and for a text that is almost `yyyy-mm-dd`; false for other words. */
export function isWrongDate(text: string): boolean {
  const meant = meantDate(text)
  if (meant === undefined) return false
  return meant.kind === 'impossible' || (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text) && text !== meant.date)
}

/** Explains why a text is not a date in the form `yyyy-mm-dd`, and what to write. */
export function describeDate(text: string): { message: string; remedy: string } {
  const meant = meantDate(text)
  if (meant === undefined || meant.kind === 'month' || meant.kind === 'year') {
    return { message: `«${excerpt(text)}» non è una data`, remedy: 'scrivere anno-mese-giorno, es. 2025-03-31' }
  }
  return meant.kind === 'day'
    ? { message: `«${text}» non è scritta come una data`, remedy: `scrivere ${meant.date}` }
    : { message: `la data ${text} non esiste`, remedy: 'controllare giorno e mese' }
}

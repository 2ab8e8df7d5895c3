// SPDX-License-Identifier: AGPL-3.0-or-later
import { isIsoDate } from '../../../kernel/dates.ts'
import { excerpt } from './source.ts'

const asWritten = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/
const asPrinted = /^(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})$/

/** The date that a text means, as `yyyy-mm-dd`, even if it is impossible; undefined when the text is not a date. */
function meantDate(text: string): string | undefined {
  const { year, month, day } = (asWritten.exec(text) ?? asPrinted.exec(text))?.groups ?? {}
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}

/** True for an impossible date in any form, and for a text that is almost `yyyy-mm-dd`; false for other words. */
export function isWrongDate(text: string): boolean {
  const meant = meantDate(text)
  if (meant === undefined) return false
  return !isIsoDate(meant) || (asWritten.test(text) && text !== meant)
}

/** Explains why a text is not a date in the form `yyyy-mm-dd`, and what to write. */
export function describeDate(text: string): { message: string; remedy: string } {
  const meant = meantDate(text)
  if (meant === undefined) {
    return { message: `«${excerpt(text)}» non è una data`, remedy: 'scrivere anno-mese-giorno, es. 2025-03-31' }
  }
  return isIsoDate(meant)
    ? { message: `«${text}» non è scritta come una data`, remedy: `scrivere ${meant}` }
    : { message: `la data ${text} non esiste`, remedy: 'controllare giorno e mese' }
}

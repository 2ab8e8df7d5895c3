// SPDX-License-Identifier: AGPL-3.0-or-later
import { firstOfMonth, type IsoDate, isIsoDate, lastOfMonth, monthNumber } from './dates.ts'

/**
 * What words that hold nothing but a date mean. `day`: the day itself, as written; `impossible`: they are written as a
 * day or month that does not exist.
 */
export type MeantDate =
  | { readonly kind: 'day' | 'month' | 'year'; readonly date: IsoDate; readonly alone: boolean }
  | { readonly kind: 'impossible' }

const lead = String.raw`(?<lead>(?:(?<from>a partire da(?:l|ll['’])?|da|dal|dall['’])|entro(?: e non oltre)?(?: il| la fine d(?:i|el|ell['’])| fine)?|fine|per il|per|il|al)\s*)?`
const between = String.raw`\s?[./-]\s?`
const forms = [
  /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?$/,
  new RegExp(`^${lead}(?<day>\\d{1,2})${between}(?<month>\\d{1,2})${between}(?<year>20\\d\\d|\\d\\d)$`, 'iu'),
  new RegExp(
    `^${lead}(?:(?<day>\\d{1,2})[°º]?\\s+)?(?<name>\\p{L}+)\\.?\\s?[-–/’' ]?\\s?(?<year>20\\d\\d|\\d\\d)$`,
    'iu',
  ),
  new RegExp(`^${lead}(?<month>\\d{1,2})[./](?<year>20\\d\\d)$`, 'iu'),
  new RegExp(`^${lead}(?:anno\\s+)?(?<year>20\\d\\d)$`, 'iu'),
]

/**
 * The date that an Italian text means, where it holds nothing else: `31.12.2025`, `31/12/25`, `1° marzo 2027`,
 * `dicembre 2026`, `dic-26`, `12/2026`, `entro giugno 2026`, `2026`. A bare month or year is its last day, after «da» its
 * first. Undefined for other words.
 */
export function meantDate(words: string): MeantDate | undefined {
  const text = words.trim().replace(/\s+/g, ' ')
  for (const form of forms) {
    const found = form.exec(text)?.groups
    if (!found) continue
    const month = found.name === undefined ? found.month && Number(found.month) : monthNumber(found.name)
    if (found.name !== undefined && month === undefined) continue
    const year = Number(found.year?.length === 2 ? `20${found.year}` : found.year)
    const alone = found.lead === undefined
    if (!month) return { kind: 'year', date: found.from ? `${year}-01-01` : `${year}-12-31`, alone }
    if (month > 12) return { kind: 'impossible' }
    if (!found.day) return { kind: 'month', date: (found.from ? firstOfMonth : lastOfMonth)(year, month), alone }
    const date = `${year}-${String(month).padStart(2, '0')}-${found.day.padStart(2, '0')}`
    return isIsoDate(date) ? { kind: 'day', date, alone } : { kind: 'impossible' }
  }
  return undefined
}

/** The day that words mean, as in `meantDate`; undefined when they mean none. */
export const dayMeant = (words: string | undefined): IsoDate | undefined => {
  const meant = words === undefined ? undefined : meantDate(words)
  return meant === undefined || meant.kind === 'impossible' ? undefined : meant.date
}

/** A day alone in any writing, with its year in full, becomes `yyyy-mm-dd`; all other words stay as they are. */
export function storedDate(words: string): string {
  const meant = meantDate(words)
  return meant?.kind === 'day' && meant.alone && /\d{4}/.test(words) ? meant.date : words
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill'

/** A calendar date as `yyyy-mm-dd`. Legal deadlines have no time and no zone. */
export type IsoDate = string

const months = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const

/** True for a date that exists, written `yyyy-mm-dd`, between 1900 and 2999. */
export function isIsoDate(value: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(value)) return false
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** `2026-03-02` → `02/03/2026`. */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

/** `2026-03-02` → `2 marzo 2026`; the first of a month is written `1° marzo 2026`. */
export function formatLongDate(date: IsoDate): string {
  const { day, month, year } = Temporal.PlainDate.from(date)
  return `${day === 1 ? '1°' : day} ${months[month - 1]} ${year}`
}

const instant = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant in Italian time, for people: `02/03/2026 alle 10:32`. */
export const formatInstant = (moment: Date): string => instant.format(moment).replace(', ', ' alle ')

/** `2026-03-02` → `marzo 2026`. */
export function formatMonth(date: IsoDate): string {
  const { month, year } = Temporal.PlainDate.from(date)
  return `${months[month - 1]} ${year}`
}

/** The number (1-12) of an Italian month name in upper or lower case; undefined when the word is not a month. */
export function monthNumber(name: string): number | undefined {
  const index = (months as readonly string[]).indexOf(name.toLowerCase())
  return index < 0 ? undefined : index + 1
}

/** First day of a month, month 1-12. */
export const firstOfMonth = (year: number, month: number): IsoDate =>
  Temporal.PlainDate.from({ year, month, day: 1 }).toString()

/** Last day of a month, month 1-12. */
export function lastOfMonth(year: number, month: number): IsoDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.with({ day: first.daysInMonth }).toString()
}

/** Whole days from one date to another; negative when `to` comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** The date in Italy (Europe/Rome) at an instant. */
export const romanDay = (instant: Readonly<{ getTime(): number }>): IsoDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/Rome').toPlainDate().toString()

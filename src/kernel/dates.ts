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
  const [, year, month, day] = /^((?:19|2\d)\d\d)-(\d\d)-(\d\d)$/.exec(value)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The days of a month, 1-12. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
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

const toTheMinute = {
  timeZone: 'Europe/Rome',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const
const minutes = new Intl.DateTimeFormat('it-IT', toTheMinute)
const seconds = new Intl.DateTimeFormat('it-IT', { ...toTheMinute, second: '2-digit' })

/** An instant in Italian time, in a sentence: `02/03/2026 alle 10:32`. */
export const formatInstant = (moment: Date): string => formatMoment(moment).replace(', ', ' alle ')

/** An instant in Italian time, in a table: `02/03/2026, 10:32`. */
export const formatMoment = (moment: Date): string => minutes.format(moment)

/** An instant in Italian time, as the journal tells it: `02/03/2026, 10:32:09`. */
export const formatExactMoment = (moment: Date): string => seconds.format(moment)

/** `2026-03-02` → `marzo 2026`. */
export function formatMonth(date: IsoDate): string {
  const { month, year } = Temporal.PlainDate.from(date)
  return `${months[month - 1]} ${year}`
}

/**
 * The number (1-12) of an Italian month, by its name or the beginning of it (`dic`, `sett`), in upper or lower case;
 * undefined when the word is not a month.
 */
export function monthNumber(name: string): number | undefined {
  const begun = name.toLowerCase()
  const index = begun.length < 3 ? -1 : months.findIndex((month) => month.startsWith(begun))
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

/**
 * Whole days from one date to another; negative when `to` comes first.
 * @throws {RangeError} for what is not a date.
 */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from)

/** Days since a day long ago. The year begins in March, so that the day that leap years add is its last. */
function dayNumber(date: IsoDate): number {
  if (!isIsoDate(date)) throw new RangeError(`not a date: ${date}`)
  const [calendarYear = 0, month = 0, day = 0] = date.split('-').map(Number)
  const year = month <= 2 ? calendarYear - 1 : calendarYear
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day
}

/**
 * The date in Italy (Europe/Rome) at an instant. Midnight in Italy is always on the hour, so the instants of one hour
 * have one answer, which is kept: lists ask for thousands of instants, and a time zone takes long to look up.
 */
export function romanDay(instant: Readonly<{ getTime(): number }>): IsoDate {
  const hour = Math.floor(instant.getTime() / millisecondsAnHour)
  const known = romanDays.get(hour)
  if (known !== undefined) return known
  const start = Temporal.Instant.fromEpochMilliseconds(hour * millisecondsAnHour)
  const day = start.toZonedDateTimeISO('Europe/Rome').toPlainDate().toString()
  if (romanDays.size >= hoursKept) romanDays.clear()
  romanDays.set(hour, day)
  return day
}

const millisecondsAnHour = 60 * 60 * 1000
/** About a year. */
const hoursKept = 10_000
const romanDays = new Map<number, IsoDate>()

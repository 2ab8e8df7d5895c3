// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill'
import { type IsoDate, romanDay } from './dates.ts'

/** Where time comes from. Only src/main builds a clock; rules receive dates as arguments. */
export type Clock = {
  /** The present instant. */
  now(): Date
  /** Today's date in Italy (Europe/Rome), whatever the machine's zone. */
  today(): IsoDate
}

/** The machine's clock, read in Europe/Rome. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => romanDay(new Date()),
}

/** A clock that stands still, for tests and for reproducible documents. */
export const fixedClock = (instant: string): Clock => ({
  now: () => new Date(instant),
  today: () => romanDay({ getTime: () => Temporal.Instant.from(instant).epochMilliseconds }),
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../../kernel/dates.ts'

const italian = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** `22/11/2026, 04:15:09`, the time of Rome. */
export const momentWords = (moment: Date): string => italian.format(moment)

/** The instant at which a day begins in Italy, as ISO 8601. */
export const startOf = (day: IsoDate): string =>
  Temporal.PlainDate.from(day).toZonedDateTime('Europe/Rome').toInstant().toString()

/** The instant at which a day ends in Italy, as ISO 8601. */
export const endOf = (day: IsoDate): string => startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString())

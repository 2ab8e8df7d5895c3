// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../../kernel/dates.ts'

/** The instant at which a day begins in Italy, as ISO 8601. */
export const startOf = (day: IsoDate): string =>
  Temporal.PlainDate.from(day).toZonedDateTime('Europe/Rome').toInstant().toString()

/** The instant at which a day ends in Italy, as ISO 8601. */
export const endOf = (day: IsoDate): string => startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString())

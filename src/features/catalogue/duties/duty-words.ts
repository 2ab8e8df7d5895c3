// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatLongDate, type IsoDate } from '../../../kernel/dates.ts'
import { formatTiming } from '../line-words.ts'
import type { Duty, DutySource, DutyTiming } from './model.ts'

/** When a duty is to be done: `Entro il 30 dicembre 2026`, `Ogni anno, entro il 31 marzo`, `Entro 24 ore da quando …`. */
export function formatDutyTiming(when: DutyTiming): string {
  if (when.kind === 'after') return `Entro ${when.amount} ${unitLabel[when.unit]} da ${when.event}`
  if (when.kind === 'upkeep') return `Per ${when.years} anni, dal 31 dicembre dell’anno ${upkeepLabel[when.of]}`
  if (when.kind !== 'yearly') return formatTiming(when)
  if (when.dayUnset) return 'Ogni anno, entro l’anno: la norma non fissa il giorno'
  const last = dayOfYear(when.by)
  return when.opens === undefined ? `Ogni anno, entro il ${last}` : `Ogni anno, dal ${dayOfYear(when.opens)} al ${last}`
}

const unitLabel = {
  hours: 'ore',
  days: 'giorni',
  months: 'mesi',
  years: 'anni',
} satisfies Record<(DutyTiming & { kind: 'after' })['unit'], string>

const upkeepLabel = {
  fundingPayment: 'in cui il progetto PNRR è pagato',
} satisfies Record<(DutyTiming & { kind: 'upkeep' })['of'], string>

const dayOfYear = (day: string): string => formatLongDate(`2000-${day}`).replace(/ \d{4}$/, '')

/** One source: `d.l. 179/2012, art. 9 c. 7`. */
export const sourceName = ({ act, article }: DutySource): string => (article === undefined ? act : `${act}, ${article}`)

/** The day of a year by which a duty is to be done; undefined where it is of no day of that year. */
export function dutyDay(when: DutyTiming, year: number): IsoDate | undefined {
  if (when.kind === 'yearly') return year < when.since ? undefined : `${year}-${when.by}`
  return (when.kind === 'by' || when.kind === 'from') && Number(when.date.slice(0, 4)) === year ? when.date : undefined
}

/** The sources of a duty with the addresses where they can be read. */
export const sourcesWithLinks = ({ sources }: Pick<Duty, 'sources'>): string =>
  sources.map((source) => `${sourceName(source)} (${source.url})`).join('; ')

/** The sources of a duty, in a sentence: `d.m. Interno 18 ottobre 2022, art. 13 c. 4; circolare …`. */
export const dutySources = ({ sources }: Pick<Duty, 'sources'>): string => sources.map(sourceName).join('; ')

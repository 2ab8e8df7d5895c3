// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate, formatLongDate, formatMonth, isIsoDate, lastOfMonth } from '../../kernel/dates.ts'
import type { ActionLine, Timing, Verdict } from '../catalogue/index.ts'
import { type Status, statusLabel, type TailoredLine } from '../plans/index.ts'

/** `Entro dicembre 2025`, `Da settembre 2024`, `In vigore`; a day inside a month is said. */
export function formatTiming(timing: Timing): string {
  if (timing.kind === 'in-force') return 'In vigore'
  if (timing.kind === 'from') {
    return timing.date.endsWith('-01') ? `Da ${formatMonth(timing.date)}` : `Dal ${formatLongDate(timing.date)}`
  }
  const [year = 0, month = 0] = timing.date.split('-').map(Number)
  const whole = timing.date === lastOfMonth(year, month)
  return whole ? `Entro ${formatMonth(timing.date)}` : `Entro il ${formatLongDate(timing.date)}`
}

/** A body's date in Italian, or the words it wrote instead; nothing where it wrote nothing. */
export const formatDateOrWords = (value = ''): string => (isIsoDate(value) ? formatDate(value) : value)

/** A line's title or, where an imported edition has none yet, the beginning of its text. */
export function titleOf({ title, officialText = '' }: ActionLine): string {
  if (title !== undefined || officialText.length <= 80) return title ?? officialText
  return `${officialText.slice(0, officialText.lastIndexOf(' ', 78) + 1 || 79).trimEnd()}…`
}

/** `CAP1.PA.07 – Formare il personale`. */
export const withTitle = (code: string, title: string | undefined): string => (title ? `${code} – ${title}` : code)

const verdictWords = {
  applies: 'Sì',
  'to-verify': 'Da verificare',
  'does-not-apply': 'No',
} satisfies Record<Verdict, string>

/** The verdict with its reason; where a rule includes the line and the body excludes it, both. */
export function applicabilityWords({ applicability, declaredNotApplicable }: TailoredLine): string {
  const { verdict, reason } = applicability
  const declared = declaredNotApplicable && verdict !== 'does-not-apply'
  return `${verdictWords[verdict]}. ${reason}${declared ? " L'ente la dichiara non applicabile." : ''}`
}

/** The status and, where they differ, the body's own words for it. */
export function statusWords(status: Status, printed: string | undefined): string {
  const known = statusLabel[status]
  return printed === undefined || printed.toLowerCase() === known.toLowerCase() ? known : `${known} («${printed}»)`
}

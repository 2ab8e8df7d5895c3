// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate, formatLongDate, formatMonth, isIsoDate, lastOfMonth } from '../../kernel/dates.ts'
import type { ActionLine, Timing, Verdict } from '../catalogue/index.ts'

/** A rule's answer, in words. */
export const verdictLabel = {
  applies: 'Si applica',
  'to-verify': 'Da verificare',
  'does-not-apply': 'Non si applica',
} satisfies Record<Verdict, string>

/** When a line binds: `Entro dicembre 2025`, `Da settembre 2024`, `In vigore`; a day within a month is said. */
export function formatTiming(timing: Timing): string {
  if (timing.kind === 'in-force') return 'In vigore'
  const [year = 0, month = 0] = timing.date.split('-').map(Number)
  if (timing.kind === 'from') {
    return timing.date.endsWith('-01') ? `Da ${formatMonth(timing.date)}` : `Dal ${formatLongDate(timing.date)}`
  }
  const whole = timing.date === lastOfMonth(year, month)
  return whole ? `Entro ${formatMonth(timing.date)}` : `Entro il ${formatLongDate(timing.date)}`
}

/** A body's date in Italian, or the words it wrote instead. */
export const formatDateOrWords = (value: string): string => (isIsoDate(value) ? formatDate(value) : value)

/** A line's title or, where an imported edition has none yet, the beginning of its text. */
export const titleOf = ({ code, title, officialText }: ActionLine): string =>
  title ?? (officialText ? excerpt(officialText, 80) : code)

/** The beginning of a Markdown text on one line, without its marks, cut between words. */
export function excerpt(markdown: string, length: number): string {
  const plain = markdown
    .slice(0, length * 4)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|[-*+>]|\d+[.)])\s+/gm, '')
    .replace(/[*_`|]+|-{3,}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= length) return plain
  const space = plain.lastIndexOf(' ', length)
  const cut = plain.slice(0, space > length / 2 ? space : length)
  return `${cut.replace(/[\s,;:.]+$/, '')}…`
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../kernel/dates.ts'
import type { ActionLine, Timing, Verdict } from '../../catalogue/index.ts'

/** A rule's answer, in words. */
export const verdictLabel = {
  applies: 'Si applica',
  'to-verify': 'Da verificare',
  'does-not-apply': 'Non si applica',
} satisfies Record<Verdict, string>

/** When a line binds: `Entro il 31/12/2025`, `Dal 01/03/2024`, `In vigore`. */
export function describeTiming(timing: Timing): string {
  if (timing.kind === 'in-force') return 'In vigore'
  return timing.kind === 'by' ? `Entro il ${formatDate(timing.date)}` : `Dal ${formatDate(timing.date)}`
}

/** A line's title or, where an imported edition has none yet, the beginning of its text. */
export const titleOf = ({ code, title, officialText }: ActionLine): string =>
  title ?? (officialText ? excerpt(officialText, 80) : code)

/** The beginning of a Markdown text on one line, without its marks, cut between words. */
export function excerpt(markdown: string, length: number): string {
  const plain = markdown
    .slice(0, length * 4)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|[-*+>]|\d+[.)])\s+/gm, '')
    .replace(/[*_`|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= length) return plain
  const cut = plain.slice(0, length + 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\s,;:.]+$/, '')}…`
}

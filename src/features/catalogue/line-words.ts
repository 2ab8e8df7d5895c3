// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatLongDate, formatMonth, lastOfMonth } from '../../kernel/dates.ts'
import type { ActionLineCode } from '../../kernel/ids.ts'
import type { ActionLine, Applicability, Timing, Verdict } from './model.ts'

/** The verdicts in words, in the order of lists. */
export const verdictLabel = {
  applies: 'Si applica',
  'to-verify': 'Da verificare',
  'to-choose': 'A scelta dell’ente',
  'does-not-apply': 'Non si applica',
} satisfies Record<Verdict, string>

/** The reason of a verdict for the author of a profile: it names the keys that are still to be filled in. */
export const reasonWithKeys = ({ reason, missing = [] }: Applicability): string =>
  missing.length === 0 ? reason : `${reason} (da indicare nel profilo: ${missing.join(', ')})`

/** When a line binds: `Entro dicembre 2025`, `Da settembre 2024`, `In vigore`; a day within a month is said. */
export function formatTiming(timing: Timing): string {
  if (timing.kind === 'in-force') return 'In vigore'
  if (timing.kind === 'from') {
    return timing.date.endsWith('-01') ? `Da ${formatMonth(timing.date)}` : `Dal ${formatLongDate(timing.date)}`
  }
  const [year = 0, month = 0] = timing.date.split('-').map(Number)
  const whole = timing.date === lastOfMonth(year, month)
  return whole ? `Entro ${formatMonth(timing.date)}` : `Entro il ${formatLongDate(timing.date)}`
}

/** When a line binds, with what is to be known of its date: `Da luglio 2025 (la fonte stampa «Da luglio 205»)`. */
export function describeTiming({
  timing,
  replanned,
  corrections = [],
}: Pick<ActionLine, 'timing' | 'replanned' | 'corrections'>): string {
  const notes = [
    ...(replanned ? ['data ripianificata'] : []),
    ...corrections.map(({ printed }) => `la fonte stampa «${printed}»`),
  ]
  return notes.length > 0 ? `${formatTiming(timing)} (${notes.join('; ')})` : formatTiming(timing)
}

/** An edition as people call it: `2024-2026-update-2026` → `2024-2026, aggiornamento 2026`. */
export const editionName = (id: string): string => id.replace(/-update-(\d{4})$/, ', aggiornamento $1')

/** `CAP1.PA.07 – Formare il personale`. */
export const withTitle = (code: ActionLineCode, title: string | undefined): string =>
  title ? `${code} – ${title}` : code

const longestTitle = 80

/** A line's title or, where an imported edition has none yet, the beginning of its official text, or its code. */
export function titleOf({ code, title, officialText = code }: ActionLine): string {
  if (title !== undefined || officialText.length <= longestTitle) return title ?? officialText
  const space = officialText.lastIndexOf(' ', longestTitle - 2)
  return `${officialText.slice(0, space > 0 ? space : longestTitle - 1).trimEnd()}…`
}

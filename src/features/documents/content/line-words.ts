// SPDX-License-Identifier: AGPL-3.0-or-later
import { describeLegalTiming, formatTiming, type Verdict } from '../../catalogue/index.ts'
import { ownVerdictWords, type StatusOrUnsaid, statusOrUnsaidLabel, type TailoredLine } from '../../plans/index.ts'

const verdictWords = {
  applies: 'Sì',
  'to-verify': 'Da verificare',
  'to-choose': 'A scelta dell’ente',
  'does-not-apply': 'No',
} satisfies Record<Verdict, string>

/** The verdict with its reason; where the body says otherwise, both. */
export function applicabilityWords(tailored: TailoredLine): string {
  const { verdict, reason } = tailored.applicability
  const own = ownVerdictWords(tailored)
  return `${verdictWords[verdict]}. ${reason}${own === undefined ? '' : `. ${own}`}`
}

/** When a line binds, as the plan prints it and, where the law moves it, by law with its source. */
export const timingWords = (tailored: TailoredLine): readonly string[] => [
  formatTiming(tailored.line.timing),
  ...legalTimingWords(tailored),
]

/** The law’s date with its source, where the law moves the plan’s. */
export function legalTimingWords(tailored: TailoredLine): readonly string[] {
  const legal = describeLegalTiming(tailored)
  return legal === undefined ? [] : [legal]
}

/** The status and, where they differ, the body's own words for it; empty where there is nothing to say. */
export function statusWords(status: StatusOrUnsaid | undefined, printed?: string): string {
  if (!status) return printed === undefined ? '' : `«${printed}»`
  const known = statusOrUnsaidLabel[status]
  return printed === undefined || printed.toLowerCase() === known.toLowerCase() ? known : `${known} («${printed}»)`
}

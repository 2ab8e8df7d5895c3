// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Verdict } from '../../catalogue/index.ts'
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

/** The status and, where they differ, the body's own words for it; empty where there is nothing to say. */
export function statusWords(status: StatusOrUnsaid | undefined, printed?: string): string {
  if (!status) return printed === undefined ? '' : `«${printed}»`
  const known = statusOrUnsaidLabel[status]
  return printed === undefined || printed.toLowerCase() === known.toLowerCase() ? known : `${known} («${printed}»)`
}

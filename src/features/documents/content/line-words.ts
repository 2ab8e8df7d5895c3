// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Verdict } from '../../catalogue/index.ts'
import { type StatusOrUnsaid, standingOf, statusOrUnsaidLabel, type TailoredLine } from '../../plans/index.ts'

const verdictWords = {
  applies: 'Sì',
  'to-verify': 'Da verificare',
  'does-not-apply': 'No',
} satisfies Record<Verdict, string>

/** The verdict with its reason; where the body says otherwise, both. */
export function applicabilityWords(tailored: TailoredLine): string {
  const { applicability, declaredNotApplicable } = tailored
  const { verdict, reason } = applicability
  const declared = declaredNotApplicable && verdict !== 'does-not-apply'
  const taken = verdict === 'to-verify' && standingOf(tailored) === 'applies'
  const own = declared ? '. L’ente la dichiara non applicabile' : taken ? '. L’ente la conta fra le sue' : ''
  return `${verdictWords[verdict]}. ${reason}${own}`
}

/** The status and, where they differ, the body's own words for it; empty where there is nothing to say. */
export function statusWords(status: StatusOrUnsaid | undefined, printed?: string): string {
  if (!status) return printed === undefined ? '' : `«${printed}»`
  const known = statusOrUnsaidLabel[status]
  return printed === undefined || printed.toLowerCase() === known.toLowerCase() ? known : `${known} («${printed}»)`
}

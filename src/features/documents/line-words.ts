// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Verdict } from '../catalogue/index.ts'
import { type Status, statusLabel, type TailoredLine } from '../plans/index.ts'

const verdictWords = {
  applies: 'Sì',
  'to-verify': 'Da verificare',
  'does-not-apply': 'No',
} satisfies Record<Verdict, string>

/** The verdict with its reason. When the rule includes the line and the body excludes it, both are told. */
export function applicabilityWords({ applicability, declaredNotApplicable }: TailoredLine): string {
  const { verdict, reason } = applicability
  const declared = declaredNotApplicable && verdict !== 'does-not-apply'
  return `${verdictWords[verdict]}. ${reason}${declared ? '. L’ente la dichiara non applicabile' : ''}`
}

/** The status, and the body's own words for it when they differ. */
export function statusWords(status: Status, printed: string | undefined): string {
  const known = statusLabel[status]
  return printed === undefined || printed.toLowerCase() === known.toLowerCase() ? known : `${known} («${printed}»)`
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Applicability, formatLegalTiming } from '../../../catalogue/index.ts'

/** The law’s date, below the plan’s; nothing where the law leaves the date as it is. */
export function LegalTiming({ applicability }: { readonly applicability: Pick<Applicability, 'law'> }) {
  const words = formatLegalTiming(applicability)
  return words ? <span class="t-reason">{words}</span> : null
}

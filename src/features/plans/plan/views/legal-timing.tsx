// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatLegalTiming } from '../../../catalogue/index.ts'
import type { TailoredLine } from '../model.ts'

/** The law’s date, below the plan’s; nothing where the law leaves the date as it is. */
export function LegalTiming({ tailored }: { readonly tailored: TailoredLine }) {
  const words = formatLegalTiming(tailored)
  return words ? <span class="t-reason">{words}</span> : null
}

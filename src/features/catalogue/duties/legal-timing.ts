// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatTiming } from '../line-words.ts'
import type { ActionLine, Applicability, Timing } from '../model.ts'
import { dutySources } from './duty-words.ts'
import type { Duty } from './model.ts'

/** The date of a line that the law sets beside the plan’s, and the duty that sets it. */
export type LegalTiming = { readonly timing: Timing & { kind: 'by' | 'from' }; readonly duty: Duty }

/** When a line binds a body by law, where the law moves its date: the earliest, where several duties do. */
export function legalTiming({ law = [] }: Pick<Applicability, 'law'>): LegalTiming | undefined {
  const [first] = law
    .flatMap((duty) => {
      const { when, line } = duty
      return line?.movesDate && (when.kind === 'by' || when.kind === 'from') ? [{ timing: when, duty }] : []
    })
    .toSorted((one, other) => (one.timing.date < other.timing.date ? -1 : 1))
  return first
}

/** A national line with what was found of it for a body. */
type Judged = { readonly line: Pick<ActionLine, 'timing'>; readonly applicability: Pick<Applicability, 'law'> }

/** When a line binds a body: by the law where it moves the date, else as the plan prints. */
export const bindingTiming = ({ line, applicability }: Judged): Timing =>
  legalTiming(applicability)?.timing ?? line.timing

/** The law’s date in short: `Per legge entro il 26 febbraio 2026`. Undefined where the law leaves the date as it is. */
export function formatLegalTiming(applicability: Pick<Applicability, 'law'>): string | undefined {
  const legal = legalTiming(applicability)
  return legal && `Per legge ${lowered(formatTiming(legal.timing))}`
}

/**
 * What is printed beside the plan’s date of a line: `Per legge entro il 26 febbraio 2026 (d.m. …)`. Undefined where the
 * law leaves the date as it is.
 */
export function describeLegalTiming(applicability: Pick<Applicability, 'law'>): string | undefined {
  const legal = legalTiming(applicability)
  return legal && `${formatLegalTiming(applicability)} (${dutySources(legal.duty)})`
}

const lowered = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

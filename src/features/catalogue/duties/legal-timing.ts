// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatTiming } from '../line-words.ts'
import type { ActionLine, Applicability, Timing } from '../model.ts'
import { dutySources, sourcesWithLinks } from './duty-words.ts'

/** The date of a line that the law sets beside the plan’s. */
export type LegalTiming = {
  readonly timing: Timing & { kind: 'by' | 'from' }
  /** Where it stands, in words, and with the address where it can be read. */
  readonly source: string
  readonly sourceWithLinks: string
}

/** A national line with what was found of it for a body. */
type Judged = {
  readonly line: Pick<ActionLine, 'timing' | 'legalDate'>
  readonly applicability: Pick<Applicability, 'law'>
}

/**
 * When a line binds a body by law, where the law moves its date: what the platform’s administrator wrote of the line
 * counts before the duties, and of several duties the earliest.
 */
export function legalTiming({ line, applicability: { law = [] } }: Judged): LegalTiming | undefined {
  if (line.legalDate) {
    const { date, source } = line.legalDate
    const kind = line.timing.kind === 'from' ? 'from' : 'by'
    return { timing: { kind, date }, source, sourceWithLinks: source }
  }
  const [first] = law
    .flatMap((duty) => {
      const { when, line: touched } = duty
      return touched?.movesDate && (when.kind === 'by' || when.kind === 'from') ? [{ timing: when, duty }] : []
    })
    .toSorted((one, other) => (one.timing.date < other.timing.date ? -1 : 1))
  return (
    first && {
      timing: first.timing,
      source: dutySources(first.duty),
      sourceWithLinks: sourcesWithLinks(first.duty),
    }
  )
}

/** When a line binds a body: by the law where it moves the date, else as the plan prints. */
export const bindingTiming = (judged: Judged): Timing => legalTiming(judged)?.timing ?? judged.line.timing

/** The law’s date in short: `Per legge entro il 26 febbraio 2026`. Undefined where the law leaves the date as it is. */
export function formatLegalTiming(judged: Judged): string | undefined {
  const legal = legalTiming(judged)
  return legal && `Per legge ${lowered(formatTiming(legal.timing))}`
}

/**
 * What is printed beside the plan’s date of a line: `Per legge entro il 26 febbraio 2026 (d.m. …)`. Undefined where the
 * law leaves the date as it is.
 */
export function describeLegalTiming(judged: Judged): string | undefined {
  const legal = legalTiming(judged)
  return legal && `${formatLegalTiming(judged)} (${legal.source})`
}

const lowered = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

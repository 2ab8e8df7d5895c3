// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../kernel/text.ts'
import { planStateLabel, statusLabel } from '../plans/index.ts'

/**
 * Turns a person's words into terms to search for in the events, because the journal keeps codes where people read
 * words.
 */
export function searchTerms(text: string): readonly string[] {
  const wanted = fold(text)
  const codes = [...Object.entries(statusLabel), ...Object.entries(planStateLabel)].flatMap(([code, label]) =>
    fold(label).includes(wanted) ? [code] : [],
  )
  return [...new Set([text, ...codes])]
}

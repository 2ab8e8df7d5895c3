// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../kernel/text.ts'

/** How similar two texts are, 0 to 1: the words they share (Dice), ignoring case, accents and punctuation. */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (first.size + second.size === 0) return 1
  return (2 * first.intersection(second).size) / (first.size + second.size)
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 2),
  )

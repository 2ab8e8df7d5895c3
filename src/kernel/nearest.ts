// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from './text.ts'

/**
 * The candidates most like a word, nearest first. A candidate counts when it begins with the word, or when they differ
 * by at most two characters in five and by no more than four. Case, accents and the shape of apostrophes do not count.
 */
export function nearest(word: string, candidates: Iterable<string>, count = 1): readonly string[] {
  const wanted = fold(word)
  const tolerance = Math.min(4, Math.max(1, Math.floor(wanted.length * 0.4)))
  const near: { candidate: string; distance: number }[] = []
  for (const candidate of candidates) {
    const folded = fold(candidate)
    const begins = folded.startsWith(`${wanted} `)
    if (!begins && Math.abs(folded.length - wanted.length) > tolerance) continue
    const distance = begins ? 0.5 : editDistance(wanted, folded)
    if (distance <= tolerance) near.push({ candidate, distance })
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** Levenshtein: how many characters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}

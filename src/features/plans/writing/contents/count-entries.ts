// SPDX-License-Identifier: AGPL-3.0-or-later
import { isWritten, type KeptEntry, standingOf, type TailoredPlan } from '../../plan/index.ts'
import type { ChapterEntries } from './readers.ts'

/** How the entries of each chapter stand. */
export function countEntries({ chapters }: TailoredPlan, entries: readonly KeptEntry[]): readonly ChapterEntries[] {
  const waiting = new Set(entries.flatMap(({ toReview, entry }) => (toReview ? [entry.code] : [])))
  return chapters.map(({ chapter: { number, title }, lines }) => {
    const binding = lines.filter((line) => standingOf(line) === 'applies')
    return {
      number,
      title,
      binding: binding.length,
      written: binding.filter(({ entry }) => isWritten(entry)).length,
      toReview: lines.filter(({ line }) => waiting.has(line.code)).length,
    }
  })
}

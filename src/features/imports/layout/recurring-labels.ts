// SPDX-License-Identifier: AGPL-3.0-or-later
import { onlyCode } from '../values/codes.ts'
import type { FlatLine } from './flat-lines.ts'
import { type FoundLabel, longestLabel, readLabel } from './labelled-lines.ts'

/**
 * The labels of a document's fiches, by the line where they begin. A label for codes counts when its value is a code.
 * Another counts when a colon follows it and its words are known, or when at least half of the fiches repeat it.
 */
export function recurringLabels(lines: readonly FlatLine[]): ReadonlyMap<number, FoundLabel> {
  const all = new Map<number, FoundLabel>()
  for (const index of lines.keys()) {
    const label = readLabel(paragraphFrom(lines, index, longestLabel.lines))
    if (label !== undefined) all.set(index, label)
  }
  const codes = [...all].filter(([index, label]) => isCodeLabel(lines, index, label)).length
  const counts = new Map<string, number>()
  for (const { signature } of all.values()) counts.set(signature, (counts.get(signature) ?? 0) + 1)
  const enough = Math.max(2, codes / 2)
  return new Map(
    [...all].filter(([index, label]) => {
      if (label.field === 'code') return isCodeLabel(lines, index, label)
      const isPlain = label.colon && label.field !== undefined && /^\p{Lu}/u.test(label.text)
      return isPlain || (counts.get(label.signature) ?? 0) >= enough
    }),
  )
}

/** The line at a place and those after it in its paragraph, at most so many. */
function paragraphFrom(lines: readonly FlatLine[], from: number, most: number): readonly string[] {
  let to = from + 1
  while (to < lines.length && to < from + most && lines[to]?.first !== true) to++
  return lines.slice(from, to).map(({ text }) => text)
}

const isCodeLabel = (lines: readonly FlatLine[], index: number, { field, value, lines: taken }: FoundLabel): boolean =>
  field === 'code' && onlyCode(value || (lines[index + taken]?.text ?? '')) !== undefined

// SPDX-License-Identifier: AGPL-3.0-or-later
import { labelMeanings, type Meaning } from '../vocabulary.ts'
import { type FlatLine, isBlank } from './flat-lines.ts'

/** The header of a table whose cells were flattened into lines: its labels, and the line after it. */
export type FlattenedHeader = { readonly labels: readonly HeaderLabel[]; readonly end: number }
export type HeaderLabel = { readonly text: string; readonly meaning: Meaning }

const longest = { words: 28, label: 6, lines: 24, line: 100 } as const
const unknownWord = -1.2
const perLabel = 0.4

/**
 * Reads a table's header that begins at a line: words that, cut in the best way, are the labels of at least three
 * different fields, with hardly a word to spare. The words of a label may stand on lines and paragraphs of their own,
 * and the last label may be cut (`Completam` / `ento`).
 */
export function readFlattenedHeader(lines: readonly FlatLine[], from: number): FlattenedHeader | undefined {
  const words: string[] = []
  const ends: { readonly words: number; readonly line: number }[] = []
  for (let at = from; at < lines.length && at - from < longest.lines && words.length < longest.words; at++) {
    const text = lines[at]?.text ?? ''
    if (isBlank(text)) continue
    if (text.length > longest.line || /[:;?!.]\s|[a-z]\.$|\d{3}/.test(text) || isShouted(text) !== isShouted(lines[from]?.text ?? '')) break
    words.push(...text.trim().split(/\s+/))
    ends.push({ words: words.length, line: at + 1 })
  }
  const cut = bestCut(words)
  const found = ends.findLast(({ words: count }) => isHeader(cut.labels(count), count, cut.score(count)))
  return found && { labels: cut.labels(found.words), end: found.line }
}

const isShouted = (text: string): boolean => text === text.toUpperCase()

const isHeader = (labels: readonly HeaderLabel[], words: number, score: number): boolean =>
  labels.length >= 3 && new Set(labels.map(({ meaning }) => meaning.field)).size === labels.length && score / words > 0.62

type Step = { readonly score: number; readonly from: number; readonly label?: HeaderLabel }

/** For every number of words from the beginning, the best way to cut them into labels. */
function bestCut(words: readonly string[]) {
  const steps: Step[] = [{ score: 0, from: 0 }]
  for (let end = 1; end <= words.length; end++) {
    let best: Step = { score: (steps[end - 1]?.score ?? 0) + unknownWord, from: end - 1 }
    for (let from = Math.max(0, end - longest.label); from < end; from++) {
      const text = words.slice(from, end).join(' ')
      const meaning = labelMeanings(text)[0]
      if (meaning === undefined || meaning.likeness < 0.65) continue
      const score = (steps[from]?.score ?? 0) + (end - from) * meaning.likeness - perLabel
      if (score > best.score) best = { score, from, label: { text, meaning } }
    }
    steps.push(best)
  }
  return {
    score: (count: number): number => steps[count]?.score ?? 0,
    labels(count: number): readonly HeaderLabel[] {
      const labels: HeaderLabel[] = []
      for (let end = count; end > 0; ) {
        const step = steps[end]
        if (step?.label !== undefined) labels.unshift(step.label)
        end = step?.from ?? 0
      }
      return labels
    },
  }
}

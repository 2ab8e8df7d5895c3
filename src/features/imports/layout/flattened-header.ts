// SPDX-License-Identifier: AGPL-3.0-or-later
import { isLabelWord, type Meaning, meaningsOf, stemOf } from '../vocabulary.ts'
import { type FlatLine, isBlank } from './flat-lines.ts'

/** The header of a table whose cells were flattened into lines: its labels, and the line after it. */
export type FlattenedHeader = { readonly labels: readonly HeaderLabel[]; readonly end: number }
export type HeaderLabel = { readonly text: string; readonly meaning: Meaning }

const longest = { words: 28, label: 6, lines: 24, line: 100 } as const
const unknownWord = -1.2
const perLabel = 0.25
const leastLikeness = 0.7

/**
 * Reads a table's header that begins at a line: words that, cut in the best way, are the labels of at least three
 * different fields, each with a capital, with hardly a word to spare. The words of a label may stand on lines and
 * paragraphs of their own, and the last one may be cut (`Completam` / `ento`).
 */
export function readFlattenedHeader(lines: readonly FlatLine[], from: number): FlattenedHeader | undefined {
  const start = lines[from]?.text ?? ''
  const first = /^\s*(\p{Lu}\S*)/u.exec(start)?.[1]
  if (first === undefined || !isLabelWord(stemOf(first))) return undefined
  const words: string[] = []
  const ends: { readonly words: number; readonly line: number }[] = []
  for (let at = from; at < lines.length && at - from < longest.lines && words.length < longest.words; at++) {
    const text = lines[at]?.text ?? ''
    if (isBlank(text)) continue
    if (text.length > longest.line || /[:;?!.]\s|[a-z]\.$|\d{2}/.test(text) || isShouted(text) !== isShouted(start))
      break
    words.push(...text.trim().split(/\s+/))
    ends.push({ words: words.length, line: at + 1 })
  }
  if (ends.length === 0) return undefined
  const cut = bestCut(words)
  const found = ends.findLast(({ words: count }) => isHeader(cut.labels(count), count))
  return found && { labels: cut.labels(found.words), end: found.line }
}

const isShouted = (text: string): boolean => text === text.toUpperCase()

/** Every word in a label, every label with a capital, no field twice. */
const isHeader = (labels: readonly HeaderLabel[], words: number): boolean =>
  labels.length >= 3 &&
  new Set(labels.map(({ meaning }) => meaning.field)).size === labels.length &&
  labels.every(({ text }) => /^[\p{Lu}%€(]/u.test(text)) &&
  labels.reduce((count, { text }) => count + text.split(' ').length, 0) === words

type Step = { readonly score: number; readonly from: number; readonly label?: HeaderLabel }

/** For every number of words from the beginning, the best way to cut them into labels. */
function bestCut(words: readonly string[]) {
  const stems = words.map(stemOf)
  const steps: Step[] = [{ score: 0, from: 0 }]
  for (let end = 1; end <= words.length; end++) {
    let best: Step = { score: (steps[end - 1]?.score ?? 0) + unknownWord, from: end - 1 }
    for (let from = Math.max(0, end - longest.label); from < end; from++) {
      const meaning = meaningsOf(stems.slice(from, end).filter((stem) => stem !== ''))[0]
      if (meaning === undefined || meaning.likeness < leastLikeness) continue
      const score = (steps[from]?.score ?? 0) + (end - from) * meaning.likeness ** 2 - perLabel
      if (score > best.score) best = { score, from, label: { text: words.slice(from, end).join(' '), meaning } }
    }
    steps.push(best)
  }
  return {
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

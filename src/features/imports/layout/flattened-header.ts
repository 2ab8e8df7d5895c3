// SPDX-License-Identifier: AGPL-3.0-or-later

import { isLabelStem, isLabelWord, type Meaning, meaningsOf, stemsOf } from '../reading/label-meanings.ts'
import type { Field } from '../reading/vocabulary.ts'
import { findCodes } from '../values/codes.ts'
import { isListItem } from '../values/lists.ts'
import { type FlatLine, isBlank } from './flat-lines.ts'

/** The header of a table whose cells were flattened into lines: its labels, and the index of the line after it. */
export type FlattenedHeader = { readonly labels: readonly HeaderLabel[]; readonly end: number }
/** A label, and the field it names if its words are known. */
export type HeaderLabel = { readonly text: string; readonly field?: Field }

const longest = { words: 40, label: 6, unknown: 4, lines: 30, line: 100 } as const
const perLabel = 0.25
const perUnknown = -0.5
/** The cost of a label that spans paragraphs: high or low give two ways to cut, and `worthOf` chooses. */
const gapCosts = [-0.45, -0.1] as const
const gapBetween = 0.8
const leastLikeness = 0.7
const leastKnown = 0.6

/**
 * Reads a table's header that begins at a line. Divided in the best way, its words are labels that begin with a
 * capital; at least three name different fields and few are unknown. An unknown label has lines of its own, between
 * other labels. The words of a label may be on separate lines and paragraphs, and the last one may be broken
 * (`Completam` / `ento`).
 */
export function readFlattenedHeader(lines: readonly FlatLine[], from: number): FlattenedHeader | undefined {
  const start = lines[from]?.text ?? ''
  const more = lines[from + 1]?.first === false ? lines[from + 1]?.text : ''
  if (!/^\s*\p{Lu}/u.test(start) || !stemsOf(`${start} ${more}`).slice(0, 3).some(isLabelStem)) return undefined
  const words: HeaderWord[] = []
  const ends: { readonly words: number; readonly line: number }[] = []
  for (let at = from; at < lines.length && at - from < longest.lines && words.length < longest.words; at++) {
    const text = lines[at]?.text ?? ''
    if (isBlank(text)) continue
    if (text.length > longest.line || isSentence(text) || isListItem(text) || differInCase(text, start)) break
    const inLine = text.trim().split(/\s+/)
    words.push(
      ...inLine.map((word, index) => ({
        text: word,
        stems: stemsOf(word),
        startsLine: index === 0,
        startsParagraph: index === 0 && lines[at]?.first === true,
        endsLine: index + 1 === inLine.length,
      })),
    )
    if (mayEnd(inLine, words.at(-1 - inLine.length))) ends.push({ words: words.length, line: at + 1 })
  }
  if (ends.length === 0) return undefined
  const cuts = gapCosts.map((cost) => bestCut(words, cost))
  for (const { words: count, line } of ends.reverse()) {
    const headers = cuts.flatMap((labelsTo) => {
      const labels = labelsTo(count)
      return labels !== undefined && isHeader(labels) ? [labels] : []
    })
    const [best] = headers.sort((a, b) => worthOf(b) - worthOf(a))
    if (best !== undefined)
      return { labels: resolveFields(best).map(({ text, field }) => ({ text, ...(field && { field }) })), end: line }
  }
  return undefined
}

/** How well the labels name one field each. Gaps inside labels count more when there are many gaps between labels. */
function worthOf(labels: readonly Label[]): number {
  const between =
    labels.slice(1).filter(({ startsParagraph }) => startsParagraph).length / Math.max(1, labels.length - 1)
  return resolveFields(labels).reduce(
    (sum, { words, likeness, gaps }) => sum + words * likeness ** 2 - perLabel - gaps * between * gapBetween,
    0,
  )
}

/**
 * The last line of a header has a label word, the end of a broken one, or a remark. Otherwise it belongs to the first
 * row.
 */
const mayEnd = (line: readonly string[], before: HeaderWord | undefined): boolean =>
  line.some((word) => stemsOf(word).some(isLabelStem)) ||
  isLabelWord(`${before?.text ?? ''}${line[0] ?? ''}`) ||
  /^\P{L}/u.test(line[0] ?? '')

/** True when one is in capitals and the other is not (acronyms aside): a table's title beside its labels. */
const differInCase = (a: string, b: string): boolean => (isShouted(a) ? hasSmall(b) : isShouted(b) && hasSmall(a))
const isShouted = (text: string): boolean => text === text.toUpperCase() && /\p{L}{5}/u.test(text)
const hasSmall = (text: string): boolean => /\p{Ll}{2}/u.test(text)
const isSentence = (text: string): boolean =>
  /[:;?!]\s|\p{L}{5,}\.(?:\s|$)|\d/u.test(text) || findCodes(text).length > 0

type HeaderWord = {
  readonly text: string
  readonly stems: readonly string[]
  readonly startsLine: boolean
  readonly startsParagraph: boolean
  readonly endsLine: boolean
}
type Label = {
  readonly text: string
  readonly words: number
  readonly meanings: readonly Meaning[]
  readonly startsParagraph: boolean
  /** The number of paragraphs that begin inside it. */
  readonly gaps: number
}

function isHeader(labels: readonly Label[]): boolean {
  const known = labels.filter(({ meanings }) => meanings.length > 0)
  return (
    new Set(resolveFields(labels).flatMap(({ field }) => field ?? [])).size >= 3 &&
    known.length >= labels.length * leastKnown &&
    [labels[0], labels.at(-1)].every((label) => (label?.meanings.length ?? 0) > 0)
  )
}

type Step = { readonly score: number; readonly from: number; readonly label: Label }

/** For each number of words from the beginning, the best way to divide them into labels. */
function bestCut(words: readonly HeaderWord[], costOfGap: number): (count: number) => readonly Label[] | undefined {
  const steps: (Step | undefined)[] = [undefined]
  const scoreAt = (at: number) => (at === 0 ? 0 : steps[at]?.score)
  for (let end = 1; end <= words.length; end++) {
    let best: Step | undefined
    for (let from = Math.max(0, end - longest.label); from < end; from++) {
      const before = scoreAt(from)
      const inside = words.slice(from, end)
      const label = readLabel(inside)
      if (before === undefined || label === undefined) continue
      const likeness = label.meanings[0]?.likeness
      const worth = likeness === undefined ? perUnknown : inside.length * likeness ** 2 - perLabel
      const score = before + worth + label.gaps * costOfGap
      if (best === undefined || score > best.score) best = { score, from, label }
    }
    steps.push(best)
  }
  return (count) => {
    const labels: Label[] = []
    for (let end = count; end > 0; ) {
      const step = steps[end]
      if (step === undefined) return undefined
      labels.unshift(step.label)
      end = step.from
    }
    return labels
  }
}

/** The words as one label. It begins with a capital and has a known meaning or lines of its own. */
function readLabel(words: readonly HeaderWord[]): Label | undefined {
  const text = words.map(({ text }) => text).join(' ')
  if (!/^[\p{Lu}%€(]/u.test(text)) return undefined
  const gaps = words.slice(1).filter(({ startsParagraph }) => startsParagraph).length
  const label = { text, words: words.length, startsParagraph: words[0]?.startsParagraph === true, gaps }
  const stems = words.flatMap(({ stems }) => stems)
  const repeated = new Set(stems).size / Math.max(1, stems.length)
  const meanings = meaningsOf(stems).map(({ field, likeness }) => ({ field, likeness: likeness * repeated }))
  if ((meanings[0]?.likeness ?? 0) >= leastLikeness) return { ...label, meanings }
  const isAlone = words[0]?.startsLine === true && words.at(-1)?.endsLine === true && words.length <= longest.unknown
  return isAlone ? { ...label, meanings: [] } : undefined
}

/** Gives each label the field it names best, no field twice. A label without a field has likeness 0. */
function resolveFields(
  labels: readonly Label[],
): readonly (Label & { readonly field?: Field; readonly likeness: number })[] {
  const claims = labels
    .flatMap(({ meanings }, index) => meanings.map((meaning) => ({ ...meaning, index })))
    .sort((a, b) => b.likeness - a.likeness)
  const given = new Map<number, Meaning>()
  for (const { index, field, likeness } of claims) {
    if (!given.has(index) && !given.values().some((other) => other.field === field))
      given.set(index, { field, likeness })
  }
  return labels.map((label, index) => ({ ...label, likeness: 0, ...given.get(index) }))
}

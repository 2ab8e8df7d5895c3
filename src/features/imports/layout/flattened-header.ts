// SPDX-License-Identifier: AGPL-3.0-or-later

import { isLabelStem, type Meaning, meaningsOf, stemsOf } from '../label-meanings.ts'
import { findCodes } from '../values/codes.ts'
import { isListItem } from '../values/lists.ts'
import type { Field } from '../vocabulary.ts'
import { type FlatLine, isBlank } from './flat-lines.ts'

/** The header of a table whose cells were flattened into lines: its labels, and the line after it. */
export type FlattenedHeader = { readonly labels: readonly HeaderLabel[]; readonly end: number }
/** A label, and the field it names when its words tell. */
export type HeaderLabel = { readonly text: string; readonly field?: Field }

const longest = { words: 40, label: 6, unknown: 4, lines: 30, line: 100 } as const
const perLabel = 0.25
const perUnknown = -0.5
/** A label in more than one paragraph: two ways to see it, the one that names more columns is better. */
const perGap = [-0.45, -0.1] as const
const leastLikeness = 0.7
const leastKnown = 0.6

/**
 * Reads a table's header that begins at a line: words that, cut in the best way, are labels, each with a capital, at least
 * three of different fields and few of none; a label of no known words has lines of its own, between others. The words of
 * a label may stand on lines and paragraphs of their own, and the last one may be cut (`Completam` / `ento`).
 */
export function readFlattenedHeader(lines: readonly FlatLine[], from: number): FlattenedHeader | undefined {
  const start = lines[from]?.text ?? ''
  if (!/^\s*\p{Lu}/u.test(start) || !stemsOf(start).slice(0, 3).some(isLabelStem)) return undefined
  const words: HeaderWord[] = []
  const ends: { readonly words: number; readonly line: number }[] = []
  for (let at = from; at < lines.length && at - from < longest.lines && words.length < longest.words; at++) {
    const text = lines[at]?.text ?? ''
    if (isBlank(text)) continue
    if (text.length > longest.line || isSentence(text) || isListItem(text) || (isShouted(text) && !isShouted(start)))
      break
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
    ends.push({ words: words.length, line: at + 1 })
  }
  if (ends.length === 0) return undefined
  const cuts = perGap.map((cost) => bestCut(words, cost))
  for (const { words: count, line } of ends.reverse()) {
    const headers = cuts.flatMap((labelsTo) => {
      const labels = labelsTo(count)
      return labels !== undefined && isHeader(labels) ? [resolveFields(labels)] : []
    })
    const [best] = headers.sort((a, b) => unnamed(a) - unnamed(b))
    if (best !== undefined) return { labels: best, end: line }
  }
  return undefined
}

const unnamed = (labels: readonly HeaderLabel[]): number => labels.filter(({ field }) => field === undefined).length

/** All capitals, acronyms apart: the table's title, when the labels above are not. */
const isShouted = (text: string): boolean => text === text.toUpperCase() && text.trim().length > 4
const isSentence = (text: string): boolean =>
  /[:;?!]\s|\p{L}{5,}\.(?:\s|$)|\d/u.test(text) || findCodes(text).length > 0

type HeaderWord = {
  readonly text: string
  readonly stems: readonly string[]
  readonly startsLine: boolean
  readonly startsParagraph: boolean
  readonly endsLine: boolean
}
type Label = { readonly text: string; readonly meanings: readonly Meaning[] }

function isHeader(labels: readonly Label[]): boolean {
  const known = labels.filter(({ meanings }) => meanings.length > 0)
  return (
    new Set(resolveFields(labels).flatMap(({ field }) => field ?? [])).size >= 3 &&
    known.length >= labels.length * leastKnown &&
    (labels.at(-1)?.meanings.length ?? 0) > 0
  )
}

type Step = { readonly score: number; readonly from: number; readonly label: Label }

/** For every number of words from the beginning, the best way to cut them all into labels. */
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
      const gaps = inside.slice(1).filter(({ startsParagraph }) => startsParagraph).length * costOfGap
      const score = before + gaps + (likeness === undefined ? perUnknown : inside.length * likeness ** 2 - perLabel)
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

/** The words as one label: it begins with a capital, and has a known meaning or lines of its own. */
function readLabel(words: readonly HeaderWord[]): Label | undefined {
  const text = words.map(({ text }) => text).join(' ')
  if (!/^[\p{Lu}%€(]/u.test(text)) return undefined
  const stems = words.flatMap(({ stems }) => stems)
  const repeated = new Set(stems).size / Math.max(1, stems.length)
  const meanings = meaningsOf(stems).map(({ field, likeness }) => ({ field, likeness: likeness * repeated }))
  if ((meanings[0]?.likeness ?? 0) >= leastLikeness) return { text, meanings }
  const isAlone = words[0]?.startsLine === true && words.at(-1)?.endsLine === true && words.length <= longest.unknown
  return isAlone ? { text, meanings: [] } : undefined
}

/** Gives each label the field it names best, no field twice. */
function resolveFields(labels: readonly Label[]): readonly HeaderLabel[] {
  const claims = labels
    .flatMap(({ meanings }, index) => meanings.map((meaning) => ({ ...meaning, index })))
    .sort((a, b) => b.likeness - a.likeness)
  const fields = new Map<number, Field>()
  for (const { index, field } of claims) {
    if (!fields.has(index) && ![...fields.values()].includes(field)) fields.set(index, field)
  }
  return labels.map(({ text }, index) => ({ text, ...(fields.has(index) && { field: fields.get(index) as Field }) }))
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../kernel/text.ts'
import { type Field, names } from './vocabulary.ts'

/** A possible meaning of a label, and how sure it is, from 0 to 1. */
export type Meaning = { readonly field: Field; readonly likeness: number }

/** Articles, prepositions and the like mean nothing in a label. */
const silent = new Set(
  (
    'di del dello della dell dei degli delle d da dal dalla dall in il lo la l i gli le per con e ed o od a al alla all ' +
    'ai agli alle su nel nella nell un una si n nr che cui ci'
  ).split(' '),
)

/** Words that many labels contain count little. */
const commonWeight = 0.4
const common = new Set(
  (
    'ente comune amministrazione agid piano triennale nazionale previsto prevista programmate pianificate realizzate ' +
    'sintetica riferimento rif locale principali eventuali relativa pa'
  )
    .split(' ')
    .map(stemOf),
)
const weigh = (stems: readonly string[]): number =>
  stems.reduce((sum, stem) => sum + (common.has(stem) ? commonWeight : 1), 0)

const wordsOf = (label: string): readonly string[] =>
  fold(label)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !silent.has(word))

/** The stem of a word: double letters become single, endings of gender and number are cut. */
function stemOf(word: string): string {
  return word
    .replace(/([a-z])\1/g, '$1')
    .replace(/(?<=....)[aeiou]$/, '')
    .slice(0, 6)
}

const known = Object.entries(names).flatMap(([field, labels]) =>
  labels.split(';').map((label, rank) => ({
    field: field as Field,
    stems: [...new Set(wordsOf(label).map(stemOf))],
    rank,
  })),
)
const byStem = Map.groupBy(
  known.flatMap((name) => name.stems.map((stem) => ({ stem, name }))),
  ({ stem }) => stem,
)
const labelWords = new Set(Object.values(names).flatMap(wordsOf))

/**
 * The stems of a label's meaningful words, in order and each once. Typing mistakes in the words that labels use are
 * ignored.
 */
export const stemsOf = (label: string): readonly string[] => [
  ...new Set(wordsOf(label).map((word) => stemOf(spelled(word)))),
]

/** True for a stem that occurs in labels. */
export const isLabelStem = (stem: string): boolean => byStem.has(stem)
/** True for a word that occurs in labels. */
export const isLabelWord = (word: string): boolean => labelWords.has(fold(word))

/** The fields a label may name, most likely first: those whose names share about half of their words with it. */
export const labelMeanings = (label: string): readonly Meaning[] => meaningsOf(stemsOf(label))

/**
 * Subtracted for each place in the list of a field's names: of two fields with the same name, the one where it comes
 * earlier wins.
 */
const perRank = 0.002
const outOfOrder = 0.85
const leastLikeness = 0.45

/** The same for a label that is already divided into stems. */
export function meaningsOf(stems: readonly string[]): readonly Meaning[] {
  const words = [...new Set(stems)]
  const best = new Map<Field, number>()
  for (const name of new Set(words.flatMap((word) => byStem.get(word) ?? []).map(({ name }) => name))) {
    const shared = name.stems.filter((stem) => words.includes(stem))
    const inOrder = shared.every(
      (stem, index) => index === 0 || words.indexOf(shared[index - 1] ?? '') < words.indexOf(stem),
    )
    const dice = (2 * weigh(shared)) / (weigh(name.stems) + weigh(words))
    const likeness = dice * (inOrder ? 1 : outOfOrder) - name.rank * perRank
    if (likeness >= leastLikeness && likeness > (best.get(name.field) ?? 0)) best.set(name.field, likeness)
  }
  return [...best].map(([field, likeness]) => ({ field, likeness })).sort((a, b) => b.likeness - a.likeness)
}

const spellings = new Map<string, string>()
const mostSpellings = 50_000

/** The word itself when labels use it in some form, or the label word that differs from it by one mistake. */
function spelled(word: string): string {
  if (byStem.has(stemOf(word))) return word
  const found = spellings.get(word) ?? labelWords.values().find((other) => isSlip(other, word)) ?? word
  if (spellings.size < mostSpellings) spellings.set(word, found)
  return found
}

/** True when two words differ by one letter (more, less or different) and one has at least five letters. */
function isSlip(a: string, b: string): boolean {
  const [longer, shorter] = [Math.max(a.length, b.length), Math.min(a.length, b.length)]
  if (longer < 5 || longer - shorter > 1) return false
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return longer - start - end <= 1
}

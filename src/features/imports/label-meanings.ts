// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../kernel/text.ts'
import { type Field, names } from './vocabulary.ts'

/** What a label means, and how surely, from 0 to 1. */
export type Meaning = { readonly field: Field; readonly likeness: number }

/** Articles, prepositions and the like mean nothing in a label. */
const silent = new Set(
  (
    'di del dello della dell dei degli delle d da dal dalla dall in il lo la l i gli le per con e ed o od a al alla all ' +
    'ai agli alle su nel nella nell un una si n nr che cui ci'
  ).split(' '),
)

/** Words that many labels add to their own weigh little. */
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

/** The meaning part of a word: double letters single, gender and number cut. */
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

/** The meaning words of a label, in order, each once; a typing slip in one of those that labels use does not count. */
export const stemsOf = (label: string): readonly string[] => [
  ...new Set(wordsOf(label).map((word) => stemOf(spelled(word)))),
]

/** True when a stem is one that labels are made of. */
export const isLabelStem = (stem: string): boolean => byStem.has(stem)
/** True when labels have this very word. */
export const isLabelWord = (word: string): boolean => labelWords.has(fold(word))

/** The fields a label may name, likeliest first: those whose names share about half of their meaning with it. */
export const labelMeanings = (label: string): readonly Meaning[] => meaningsOf(stemsOf(label))

/** Less by each place in the list of a field's names: of two fields with the same name, the one that it names plainly. */
const perRank = 0.002
const outOfOrder = 0.85
const leastLikeness = 0.45

/** The same, for a label cut into stems already. */
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

/** The word itself when labels use it in some form, or the one of theirs that is a slip away. */
function spelled(word: string): string {
  if (byStem.has(stemOf(word))) return word
  const found = spellings.get(word) ?? labelWords.values().find((other) => isSlip(other, word)) ?? word
  if (spellings.size < mostSpellings) spellings.set(word, found)
  return found
}

/** One letter more, less or other, where one word has at least five. */
function isSlip(a: string, b: string): boolean {
  const [longer, shorter] = [Math.max(a.length, b.length), Math.min(a.length, b.length)]
  if (longer < 5 || longer - shorter > 1) return false
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return longer - start - end <= 1
}

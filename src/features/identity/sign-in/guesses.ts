// SPDX-License-Identifier: AGPL-3.0-or-later

/** What somebody tries first who guesses a password. Both are written as `plainForm` writes them. */
export type Guessing = {
  /** Common passwords, with their rank from 1. */
  readonly common: ReadonlyMap<string, number>
  /** Names of people, bodies and things around the person. */
  readonly names: ReadonlySet<string>
}

/** How many guesses a password takes at least, as a power of ten, and whether names are a part of it. */
export type Guesses = { readonly power: number; readonly named: boolean }

/** What stands for a letter. `1`, `!`, `|` and `l` are the same as `i`, so that nobody has to try them all. */
const letters = new Map(
  [
    ['a', '4@'],
    ['b', '8'],
    ['c', '('],
    ['e', '3€'],
    ['g', '69'],
    ['i', '1!|l'],
    ['o', '0'],
    ['s', '5$'],
    ['t', '7+'],
    ['z', '2'],
  ].flatMap(([letter = '', signs = '']) => Array.from(signs, (sign) => [sign, letter] as const)),
)

const unaccented = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** A text without capitals and accents, where signs and digits that stand for letters are those letters. */
export const plainForm = (text: string): string =>
  Array.from(unaccented(text), (sign) => letters.get(sign) ?? sign).join('')

/** Costs, as powers of ten. A letter that belongs to nothing known is one of some twenty. */
const costs = { name: 0.5, again: 0.3, letter: 1.3, looseSign: 0.5, number: 1 }
const longestWord = 24

/** Digits and the signs that every keyboard has. */
const isLoose = (sign: string): boolean => sign <= '~' && !/[a-z]/.test(sign)

/** A piece of the password, and the cheapest way to guess everything up to its end. */
type Step = { readonly power: number; readonly from: number; readonly word: string; readonly cost: number }

/**
 * The fewest guesses that lead to a password, when it is taken apart into common passwords, names, digits and signs, and
 * letters that belong to nothing. What is repeated is guessed once. The time grows with the length alone.
 */
export function guessesOf(password: string, { common, names }: Guessing): Guesses {
  const signs = Array.from(unaccented(password))
  const plain = signs.map((sign) => letters.get(sign) ?? sign)
  const costOf = (word: string, from: number, to: number): number | undefined => {
    if (names.has(word)) return costs.name
    if (word === plain.slice(Math.max(0, 2 * from - to), from).join('')) return costs.again
    if (to - from === 1) return isLoose(signs[from] ?? '') ? costs.looseSign : costs.letter
    const rank = common.get(word)
    if (rank === undefined) return undefined
    // Numbers are tried with every word, whichever they are.
    const isNumber = signs.slice(from, to).every((sign) => /\d/.test(sign))
    return isNumber ? Math.min(costs.number, Math.log10(rank + 9)) : Math.log10(rank + 9)
  }
  const best: Step[] = []
  for (let to = 1; to <= plain.length; to += 1) {
    for (let from = Math.max(0, to - longestWord); from < to; from += 1) {
      const word = plain.slice(from, to).join('')
      const cost = costOf(word, from, to)
      if (cost === undefined) continue
      const power = (best[from - 1]?.power ?? 0) + cost
      if (power < (best[to - 1]?.power ?? Number.POSITIVE_INFINITY)) best[to - 1] = { power, from, word, cost }
    }
  }
  const words = new Map<string, number>()
  let single = 0
  for (let end = plain.length; end > 0; ) {
    const step = best[end - 1]
    if (!step) break
    if (end - step.from === 1) single += step.cost
    else words.set(step.word, Math.max(step.cost, words.get(step.word) ?? 0))
    end = step.from
  }
  const power = [...words.values()].reduce((sum, cost) => sum + cost, single)
  return { power, named: [...words.keys()].some((word) => names.has(word)) }
}

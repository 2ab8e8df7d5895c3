// SPDX-License-Identifier: AGPL-3.0-or-later
import { nearest } from '../../../kernel/nearest.ts'
import { fold } from '../../../kernel/text.ts'
import type { Municipality } from '../model.ts'

/** What a search found. */
export type MunicipalitiesSearched = {
  /** The best first. */
  readonly matching: readonly Municipality[]
  /** No name has these words: the names that are written most alike. */
  readonly nearest: boolean
}

/**
 * The municipalities that a text may mean, however it is written: those with that code; else those in whose name, in
 * either language, each word of the text begins a word, in any order (`reggio emilia`, `s. angelo lodigiano`), where words
 * may also be of the province (`castro bg`); else those with the text inside their name; else those whose names are spelt
 * most alike. Case, accents, apostrophes, hyphens and the
 * words "Comune di" do not count.
 */
export function searchMunicipalities(all: readonly Municipality[], asked: string): MunicipalitiesSearched {
  const wanted = fold(asked).replace(/^comune di /, '')
  if (wanted === '') return { matching: [], nearest: false }
  const found = byCode(all, wanted) ?? byWords(all, wanted) ?? byPiece(all, wanted)
  if (found) return { matching: found, nearest: false }
  const names = nearest(wanted, new Set(all.map(({ name }) => name)), 5)
  return { matching: names.flatMap((like) => all.filter(({ name }) => name === like)), nearest: true }
}

function byCode(all: readonly Municipality[], wanted: string): readonly Municipality[] | undefined {
  const found = all.filter(({ cadastralCode, istatCode, ipaCode }) =>
    [cadastralCode, istatCode, ipaCode].some((code) => code !== undefined && fold(code) === wanted),
  )
  return found.length > 0 ? found : undefined
}

/** Whole names first, then names that begin with the text, then those of few words; where the province helped, last. */
function byWords(all: readonly Municipality[], wanted: string): readonly Municipality[] | undefined {
  const asked = wordsOf(wanted)
  const rank = (name: string, province: readonly string[]): number => {
    const words = wordsOf(name)
    const others = asked.filter((word) => !words.some((own) => begins(own, word)))
    if (others.length === asked.length || !others.every((word) => province.includes(word)))
      return Number.POSITIVE_INFINITY
    const first = name === wanted ? 0 : name.startsWith(wanted) ? 1 : 100
    return first + words.length + 1000 * others.length
  }
  return ranked(all, (municipality) => {
    const province = wordsOf(fold(`${municipality.province} ${municipality.provinceName}`))
    return Math.min(...namesOf(municipality).map((name) => rank(name, province)))
  })
}

const byPiece = (all: readonly Municipality[], wanted: string): readonly Municipality[] | undefined =>
  ranked(all, (municipality) =>
    namesOf(municipality).some((name) => name.includes(wanted)) ? 0 : Number.POSITIVE_INFINITY,
  )

/** Those that have a rank, the lowest first; undefined when there are none. */
function ranked(all: readonly Municipality[], rank: (municipality: Municipality) => number) {
  const found = all
    .map((municipality) => ({ municipality, rank: rank(municipality) }))
    .filter((one) => Number.isFinite(one.rank))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ municipality }) => municipality)
  return found.length > 0 ? found : undefined
}

const namesOf = ({ name, otherName }: Municipality): readonly string[] =>
  [name, otherName].filter((text) => text !== undefined).map(fold)

const wordsOf = (folded: string): readonly string[] => folded.split(/[\s'./,-]+/).filter((word) => word !== '')

/** A word of a name may be shortened; `S.` stands for San, Sant’, Santa, Santo. */
const begins = (own: string, asked: string): boolean =>
  asked === 's' ? /^san(t[aoie]?)?$/.test(own) : own.startsWith(asked)

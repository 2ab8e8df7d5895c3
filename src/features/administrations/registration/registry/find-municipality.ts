// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Problem, TimoneError } from '../../../../kernel/errors.ts'
import { formatNumber } from '../../../../kernel/money.ts'
import { fold } from '../../../../kernel/text.ts'
import type { Municipality } from '../../model.ts'
import { searchMunicipalities } from '../search-municipalities.ts'

/** Finds a municipality by one of its codes or by its name, in either language. */
export type Finder = (nameOrCode: string) => Municipality

/**
 * Prepares a search that ignores case, accents, the shape of apostrophes and the words "Comune di". Codes come before
 * names, the cadastral one first.
 * @returns a function that throws `unknown-administration`, with the nearest names, or `ambiguous-administration`,
 * with the candidates and the code of each.
 */
export function prepareFinder(municipalities: readonly Municipality[]): Finder {
  const keys: readonly ((municipality: Municipality) => readonly (string | undefined)[])[] = [
    ({ cadastralCode }) => [cadastralCode],
    ({ istatCode }) => [istatCode],
    ({ ipaCode }) => [ipaCode],
    ({ name, otherName }) => [name, otherName],
  ]
  const indexes = keys.map((keysOf) => indexBy(municipalities, keysOf))
  return (nameOrCode) => {
    const wanted = fold(nameOrCode).replace(/^comune di /, '')
    const found = indexes.map((index) => index.get(wanted)).find((matches) => matches !== undefined)
    const [only, ...others] = found ?? []
    if (!only) throw unknown(nameOrCode, wanted, municipalities)
    if (others.length > 0) throw ambiguous(nameOrCode, [only, ...others])
    return only
  }
}

function indexBy(
  municipalities: readonly Municipality[],
  keysOf: (municipality: Municipality) => readonly (string | undefined)[],
): ReadonlyMap<string, readonly Municipality[]> {
  const index = new Map<string, Municipality[]>()
  for (const municipality of municipalities) {
    const keys = new Set(
      keysOf(municipality)
        .filter((key) => key !== undefined)
        .map(fold),
    )
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), municipality])
  }
  return index
}

const ambiguous = (asked: string, candidates: readonly Municipality[]) =>
  new TimoneError(
    'ambiguous-administration',
    `«${asked}» indica più di un comune.`,
    candidates.map(
      ({ name, provinceName, region, cadastralCode }): Problem => ({
        place: name,
        message: `provincia di ${provinceName}, ${region}`,
        remedy: `per indicare questo scrivere ${cadastralCode}`,
      }),
    ),
  )

function unknown(asked: string, wanted: string, municipalities: readonly Municipality[]) {
  const like = searchMunicipalities(municipalities, wanted).matching.slice(0, 3)
  const remedy =
    like.length > 0
      ? `forse si intende: ${like.map(({ name, cadastralCode }) => `${name} (${cadastralCode})`).join(', ')}`
      : 'controllare il nome; un comune nuovo si aggiunge con: timone registry import FILE.csv'
  return new TimoneError('unknown-administration', `«${asked}» non è nel registro dei comuni.`, [
    {
      place: asked,
      message: `nessun comune su ${formatNumber(municipalities.length)} ha questo nome o questo codice`,
      remedy,
    },
  ])
}

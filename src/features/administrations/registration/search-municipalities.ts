// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../kernel/text.ts'
import type { Municipality } from '../model.ts'

/**
 * The municipalities that a text may mean: those with that code or, when there are none, those with the text in their
 * name. Names that begin with it come first. Case, accents and the words "Comune di" do not count.
 */
export function searchMunicipalities(all: readonly Municipality[], asked: string): readonly Municipality[] {
  const wanted = fold(asked).replace(/^comune di /, '')
  if (wanted === '') return []
  const byCode = all.filter(({ cadastralCode, istatCode, ipaCode }) =>
    [cadastralCode, istatCode, ipaCode].some((code) => code !== undefined && fold(code) === wanted),
  )
  if (byCode.length > 0) return byCode
  const namesOf = ({ name, otherName }: Municipality) => [name, otherName ?? ''].map(fold)
  const matching = all.filter((municipality) => namesOf(municipality).some((name) => name.includes(wanted)))
  const rank = (municipality: Municipality) => {
    const names = namesOf(municipality)
    return names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : 2
  }
  return matching.toSorted((one, other) => rank(one) - rank(other))
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../kernel/dates.ts'
import { unknownEdition } from '../../../kernel/errors.ts'
import { type Triennium, trienniumOf } from '../../../kernel/ids.ts'
import type { Edition } from '../model.ts'
import { fitsYears } from '../official-text/edition-years.ts'

/** What somebody already knows of a plan to begin. */
export type AskedPlan = { readonly triennium?: Triennium | undefined; readonly edition?: Edition | undefined }

/** The triennium and edition that a new plan has, unless somebody wants others. */
export type ProposedPlan = { readonly triennium: Triennium; readonly edition: Edition }

/**
 * What command line, pages and imports propose alike: the triennium that begins this year, on the newest edition for it.
 * Of an edition that does not go with this year, its own years.
 * @param editions of the catalogue, in any order
 * @throws {TimoneError} `unknown-edition` when there is none
 */
export function proposePlan(editions: readonly Edition[], today: IsoDate, asked: AskedPlan = {}): ProposedPlan {
  const year = Number(today.slice(0, 4))
  const current = trienniumOf(`${year}-${year + 2}`)
  const { edition } = asked
  if (!edition) {
    const triennium = asked.triennium ?? current
    return { triennium, edition: editionFor(editions, triennium) }
  }
  const own = trienniumOf(`${edition.triennium.from}-${edition.triennium.to}`)
  return { triennium: asked.triennium ?? (fitsYears(current, edition) ? current : own), edition }
}

/**
 * The newest edition for a triennium, of those known whole: one that has begun by its first year, if there is one that
 * goes with it.
 * @throws {TimoneError} `unknown-edition` when there is none
 */
export function editionFor(editions: readonly Edition[], triennium: Triennium): Edition {
  const newestFirst = editions.toSorted((one, other) => (one.id < other.id ? 1 : -1))
  const whole = newestFirst.filter(({ complete }) => complete)
  const fitting = whole.filter((edition) => fitsYears(triennium, edition))
  const begun = fitting.filter((edition) => edition.triennium.from <= Number(triennium.slice(0, 4)))
  const edition = begun[0] ?? fitting[0] ?? whole[0] ?? newestFirst[0]
  if (!edition) {
    throw unknownEdition('', [])
  }
  return edition
}

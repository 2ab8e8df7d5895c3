// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Triennium } from '../../../kernel/ids.ts'
import type { Edition } from '../model.ts'

/**
 * True when a triennium (`2025-2027`) has a year in common with an edition, or comes right after it: a body does not wait
 * for the next national plan. The one rule for beginning a plan, for importing one and for reading the data of one back.
 */
export function fitsYears(triennium: Triennium, { triennium: { from, to } }: Pick<Edition, 'triennium'>): boolean {
  const [first = Number.NaN, last = Number.NaN] = triennium.split('-').map(Number)
  return first <= to + 1 && last >= from
}

/** What to say of a triennium that does not fit an edition. */
export const strangeYears = (
  triennium: Triennium,
  { id, triennium: { from, to } }: Pick<Edition, 'id' | 'triennium'>,
) => ({
  message: `il triennio ${triennium} non ha anni in comune con l’edizione ${id}`,
  remedy: `scegliere un triennio che tocchi gli anni ${from}-${to} o li segua subito, o un’altra edizione`,
})

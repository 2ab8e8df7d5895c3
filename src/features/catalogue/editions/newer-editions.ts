// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Edition } from '../model.ts'
import type { Catalogue } from './catalogue.ts'

/** The editions that a plan on another may move to: newer ones of its cycle that are known whole, oldest first. */
export function newerEditions(edition: string, catalogue: Pick<Catalogue, 'ids' | 'edition'>): readonly string[] {
  const ids = catalogue.ids()
  const present = catalogue.edition(edition)
  const newer = ids.slice(ids.indexOf(edition) + 1).map((id) => catalogue.edition(id))
  return newer.filter((one) => one.complete && sameCycle(present, one)).map(({ id }) => id)
}

/** The newest edition of a catalogue. */
export const newestEdition = (catalogue: Catalogue): Edition => catalogue.edition(catalogue.ids().at(-1) ?? '')

/** True for editions of one cycle: inside it codes and chapters are stable. */
export function sameCycle(one: Edition, other: Edition): boolean {
  const codes = new Set(one.lines.map(({ code }) => code))
  return other.lines.some(({ code }) => codes.has(code))
}

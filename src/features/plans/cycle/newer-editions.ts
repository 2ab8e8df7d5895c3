// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Catalogue } from '../../catalogue/index.ts'
import { sameCycle } from './trace-lines.ts'

/** The editions that a plan on another may move to: newer ones of its cycle, oldest first. */
export function newerEditions(edition: string, catalogue: Catalogue): readonly string[] {
  const ids = catalogue.ids()
  const present = catalogue.edition(edition)
  return ids.slice(ids.indexOf(edition) + 1).filter((id) => sameCycle(present, catalogue.edition(id)))
}

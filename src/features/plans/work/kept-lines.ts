// SPDX-License-Identifier: AGPL-3.0-or-later

import { romanDay } from '../../../kernel/dates.ts'
import type { PlanId } from '../../../kernel/ids.ts'
import { withoutNulls } from '../../../kernel/records.ts'
import type { Administration } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { type Entry, type PlanRow, tailorFor } from '../plan/index.ts'
import type { KeptLine } from './rules.ts'
import { beginningKey, type EntryRow } from './work-store.ts'

type Known = {
  readonly entries: ReadonlyMap<PlanId, readonly EntryRow[]>
  readonly beginnings: ReadonlyMap<string, Date>
}

/** The lines of a body's plan, each with the owner of its entry and the day of its last change. */
export function keptLines(
  body: Administration,
  { id, triennium, edition, choices }: PlanRow,
  { entries, beginnings }: Known,
  catalogue: Catalogue,
): readonly KeptLine[] {
  const rows = entries.get(id) ?? []
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const begun = beginnings.get(beginningKey(body.id, triennium))
  const plan = { triennium, edition, entries: rows.map(entryOf), ...(choices && { choices }) }
  return tailorFor(body, plan, catalogue)
    .chapters.flatMap(({ lines }) => lines)
    .map((tailored) => {
      const row = byCode.get(tailored.line.code)
      const changed = row && (row.changedAt ?? begun)
      return {
        tailored,
        hands: row
          ? withoutNulls({ ownerOffice: row.ownerOffice, ownerPerson: row.ownerPerson, offices: row.offices })
          : {},
        updatedOn: changed && romanDay(changed),
        toReview: row?.toReview ?? false,
      }
    })
}

const entryOf = ({ code, status, planned }: EntryRow): Entry => ({ code, ...withoutNulls({ status, planned }) })

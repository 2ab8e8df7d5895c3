// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../kernel/access.ts'
import { notNow } from '../../../kernel/errors.ts'
import type { ActionLineCode } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/permission.ts'
import { record } from '../../audit/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import {
  editable,
  markAllReviewed,
  type PlanAddress,
  type PlanRow,
  planActions,
  planStateLabel,
  readEntries,
  updatePlan,
  writePlanAt,
} from '../plan/index.ts'
import { writingEvents } from '../writing/index.ts'
import type { CycleDependencies } from './begin-plan.ts'
import { traceLines } from './trace-lines.ts'

/** Which carried entries are fine as they are: one by its code, or all those of lines that did not change. */
export type Confirmation = { readonly code: ActionLineCode } | 'kept'

/**
 * Says of carried entries that they have been gone through and are fine as they are.
 * @returns how many were waiting for it.
 * @throws {TimoneError} `forbidden`, `not-found`, or `not-now` for a plan that is not being written.
 */
export async function confirmCarried(
  { tenants, catalogue }: Pick<CycleDependencies, 'tenants' | 'catalogue'>,
  { slug, triennium }: PlanAddress,
  confirmation: Confirmation,
  viewer: Viewer,
): Promise<number> {
  demand(viewer, planActions.write, { slug })
  return await writePlanAt(tenants, { slug, triennium }, async ({ db: writer, plan }) => {
    if (editable(plan.state) !== 'everything') {
      throw notNow(`Il piano ${triennium} è ${planStateLabel[plan.state].toLowerCase()}: il contenuto è fermo.`, {
        place: `piano ${triennium}`,
        message: 'le schede riprese si rivedono quando il piano è in bozza',
      })
    }
    const waiting = (await readEntries(writer, plan)).filter(({ toReview }) => toReview).map(({ entry }) => entry.code)
    const chosen = confirmation === 'kept' ? unchangedLines(plan, catalogue) : new Set([confirmation.code])
    const codes = waiting.filter((code) => chosen.has(code))
    if (codes.length === 0) return 0
    await markAllReviewed(writer, plan, codes)
    await updatePlan(writer, plan, {})
    await record(writer, viewer.actor, writingEvents.carriedConfirmed, { triennium, codes })
    return codes.length
  })
}

function unchangedLines({ from, edition }: PlanRow, catalogue: Catalogue): ReadonlySet<string> {
  if (!from) return new Set()
  const traced = traceLines(catalogue.edition(from.edition), catalogue.edition(edition), catalogue.lineage())
  return new Set(traced.flatMap(({ kind, code }) => (kind === 'kept' ? [code] : [])))
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { notNow, type TimoneError } from '../../../kernel/errors.ts'
import type { Editable, RecordKind } from '../../records/index.ts'
import { editable, planStateLabel } from './lifecycle.ts'
import type { PlanRow } from './store.ts'

/** What of a record may be changed now, and the plan that does not let the rest be changed. */
export type Changeable = { readonly what: Editable; readonly because?: PlanRow }

/**
 * What of a record may be changed now. A plan's records follow its state. A body's records are of no plan: what is
 * approved keeps its own copy of them. Those that decide what plans ask for wait while any plan of the body is being
 * reviewed, whichever plan they are looked at from.
 * @param plan the record’s; for a body’s record it does not matter.
 * @param plans all the plans of the body; for a plan's record they do not matter.
 */
export function changeableNow(
  kind: Pick<RecordKind<object>, 'scope' | 'decides'>,
  plan: PlanRow | undefined,
  plans: readonly PlanRow[],
): Changeable {
  if (plan && kind.scope === 'plan') return { what: editable(plan.state), because: plan }
  const reviewed = kind.decides && plans.find(({ state }) => state === 'inReview')
  return reviewed ? { what: 'nothing', because: reviewed } : { what: 'everything' }
}

/** What decides lines cannot be changed: it would change the plan under the eyes of who reviews it. */
export const heldByReview = ({ triennium, state }: PlanRow): TimoneError =>
  notNow(
    `Il piano ${triennium} è ${planStateLabel[state].toLowerCase()}: i fatti che decidono quali linee riguardano l’ente ora non si possono cambiare.`,
    {
      place: `piano ${triennium}`,
      message: 'cambierebbero le linee del piano mentre lo si rivede',
      remedy: 'ritirare il piano dalla revisione, o attendere che finisca',
    },
  )

/** The number of the last version of a plan that was approved; undefined where none was. */
export function approvedVersion({ state, version }: Pick<PlanRow, 'state' | 'version'>): number | undefined {
  const isWritten = editable(state) === 'everything' || state === 'inReview'
  const approved = isWritten ? version - 1 : version
  return approved > 0 ? approved : undefined
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Actor } from '../../../../kernel/access.ts'
import type { Triennium } from '../../../../kernel/ids.ts'
import type { Writer } from '../../../../platform/db/tenants.ts'
import { record } from '../../../audit/index.ts'
import { lockPlan, type PlanRow, readPlanRows, updatePlan } from '../../plan/index.ts'
import { markVersion, readVersions } from '../../versions/index.ts'
import { approvalEvents } from '../events.ts'

/**
 * The body's plans of earlier trienniums, that nobody else changes before the transaction ends. To be asked for before
 * anything is written, so that who saves in one of them meanwhile waits rather than stands in the way.
 */
export async function lockPlansToSupersede(writer: Writer, triennium: Triennium): Promise<readonly PlanRow[]> {
  const locked: PlanRow[] = []
  for (const earlier of (await readPlanRows(writer)).map((row) => row.triennium).filter((other) => other < triennium)) {
    const plan = await lockPlan(writer, earlier)
    if (plan) locked.push(plan)
  }
  return locked
}

/**
 * A body has one plan that is in course: publishing one supersedes the versions of the same plan that came before, and
 * what is published of earlier trienniums. What was published stays public, as history; nothing is deleted.
 * @param earlier the body's plans of earlier trienniums, locked.
 */
export async function supersedeFormer(
  writer: Writer,
  plan: PlanRow,
  earlier: readonly PlanRow[],
  at: Date,
  actor: Actor,
): Promise<void> {
  for (const version of await readVersions(writer, plan)) {
    if (version.number >= plan.version || version.state === 'superseded') continue
    await supersede(writer, plan, version, at, actor, `pubblicata la versione ${plan.version}`)
  }
  for (const former of earlier) {
    for (const version of await readVersions(writer, former)) {
      if (version.state !== 'published') continue
      await supersede(writer, former, version, at, actor, `pubblicato il piano ${plan.triennium}`)
    }
    if (former.state === 'published') await updatePlan(writer, former, { state: 'superseded' })
  }
}

async function supersede(
  writer: Writer,
  { triennium, ...plan }: PlanRow,
  { number, state }: { readonly number: number; readonly state: string },
  at: Date,
  actor: Actor,
  reason: string,
): Promise<void> {
  await markVersion(writer, { ...plan, triennium }, number, { state: 'superseded', at })
  await record(writer, actor, approvalEvents.planMoved, {
    triennium,
    transition: 'supersede',
    version: number,
    before: state,
    after: 'superseded',
    reason,
  })
}

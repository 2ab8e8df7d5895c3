// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import type { Clock } from '../../../../kernel/clock.ts'
import { notFound, stale } from '../../../../kernel/errors.ts'
import type { Tenant, Tenants, Writer } from '../../../../platform/db/tenants.ts'
import { lockAdministration } from '../../../administrations/index.ts'
import { record } from '../../../audit/index.ts'
import {
  type CompletenessCheck,
  lockPlan,
  type PlanAddress,
  type PlanRow,
  type TransitionName,
  updatePlan,
} from '../../plan/index.ts'
import { type Freezer, markVersion } from '../../versions/index.ts'
import { approvalEvents } from '../events.ts'
import type { StepInput, StepOutcome } from '../model.ts'
import { stepOf } from '../rules.ts'
import { examineStep, type ReadyStep } from './examine-step.ts'
import { lockPlansToSupersede, supersedeFormer } from './supersede-former.ts'

/** What taking a step works with. */
export type StepDependencies = {
  readonly tenants: Tenants
  readonly clock: Clock
  /** What a plan lacks to be sent on. */
  readonly check: CompletenessCheck
  readonly freezer: Freezer
}

/** Which step of which plan, and who takes it: allowed to. */
export type StepPlace = PlanAddress & {
  readonly tenant: Tenant
  readonly input: StepInput
  readonly viewer: Viewer
}

/** Takes a step that freezes nothing, in one transaction. @throws {TimoneError} as `movePlan` */
export const takeStep = (dependencies: StepDependencies, place: StepPlace): Promise<StepOutcome> =>
  place.tenant.write(async (writer) => {
    const { check, clock } = dependencies
    const { slug, triennium, input, viewer } = place
    const publishes = input.transition === 'publish'
    // Changes of what is of the body lock it first, then all its plans: so does what touches many of them here.
    if (publishes) await lockAdministration(writer)
    const former = publishes ? await lockPlansToSupersede(writer, triennium) : []
    const plan = await lockedPlan(writer, place)
    if (input.revision !== undefined && input.revision !== plan.revision) throw stale(`Piano ${triennium}`)
    const ready = await examineStep(writer, { slug, plan, input, today: clock.today(), check })
    const version = stepOf(input.transition).effect === 'openVersion' ? plan.version + 1 : plan.version
    const after = stepOf(input.transition).to
    await updatePlan(writer, plan, { state: after, version })
    await effects[input.transition]?.(writer, plan, ready, clock)
    await record(writer, viewer.actor, approvalEvents.planMoved, {
      triennium,
      transition: input.transition,
      version,
      before: plan.state,
      after,
      ...(ready.reason !== undefined && { reason: ready.reason }),
      ...(ready.date !== undefined && { date: ready.date }),
    })
    if (publishes) await supersedeFormer(writer, plan, former, clock.now(), viewer.actor)
    return { before: plan.state, after, version }
  })

/** The plan of an address, that nobody else changes before the transaction ends. @throws {TimoneError} `not-found` */
export async function lockedPlan(writer: Writer, { slug, triennium }: PlanAddress): Promise<PlanRow> {
  const plan = await lockPlan(writer, triennium)
  if (!plan) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
  return plan
}

type Effect = (writer: Writer, plan: PlanRow, ready: ReadyStep, clock: Clock) => Promise<void>

/** What steps do to the frozen version, besides moving the plan. */
const effects: { readonly [Name in TransitionName]?: Effect } = {
  enforce: async (writer, plan, { date = '' }) =>
    await markVersion(writer, plan, plan.version, { state: 'inForce', on: date }),
  publish: async (writer, plan, _, clock) =>
    await markVersion(writer, plan, plan.version, { state: 'published', at: clock.now() }),
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { nobody, type Viewer } from '../../../../kernel/access.ts'
import { notFound, TimoneError } from '../../../../kernel/errors.ts'
import { demand } from '../../../../kernel/permission.ts'
import type { Tenant } from '../../../../platform/db/tenants.ts'
import { administrationActions, findBody } from '../../../administrations/index.ts'
import { record } from '../../../audit/index.ts'
import { type PlanAddress, readPlanRows } from '../../plan/index.ts'
import { approvalEvents } from '../events.ts'
import type { StepInput, StepOutcome } from '../model.ts'
import { stepOf } from '../rules.ts'
import { approvePlan } from './approve-plan.ts'
import { type StepDependencies, type StepPlace, takeStep } from './take-step.ts'

/**
 * Takes a step of a plan on its way: the one way in for pages, API and command line. The step, what it freezes or
 * opens, and its journal line are one transaction; a refusal changes nothing and, when it concerns somebody who may
 * read the plan, is told by the journal.
 * @throws {TimoneError} `not-found`, `unauthenticated`, `forbidden`, `not-now` from the wrong state, `stale` when the
 * plan is not any more what the person had before them, `incomplete`, `invalid-input` with what is missing or wrong by
 * field, or what keeps the documents from being printed.
 */
export async function movePlan(
  dependencies: StepDependencies,
  address: PlanAddress,
  input: StepInput,
  viewer: Viewer,
): Promise<StepOutcome> {
  const { tenants } = dependencies
  const administration = await findBody(tenants, address.slug)
  if (!administration) throw notFound(`Ente «${address.slug}»`)
  const tenant = tenants.tenant(administration.id)
  const place: StepPlace = { ...address, tenant, input, viewer }
  const { action, effect } = stepOf(input.transition)
  try {
    demand(viewer, action, { slug: address.slug })
    return effect === 'freeze' ? await approvePlan(dependencies, place) : await takeStep(dependencies, place)
  } catch (error) {
    if (error instanceof TimoneError) await noteRefusal(tenant, place, error)
    throw error
  }
}

/** Tells the journal of a step that was refused to somebody who has to do with the plan. */
async function noteRefusal(tenant: Tenant, { slug, triennium, input, viewer }: StepPlace, { code }: TimoneError) {
  if (viewer.actor.id === nobody.actor.id || !viewer.may(administrationActions.read, { slug })) return
  await tenant.write(async (writer) => {
    const plan = (await readPlanRows(writer)).find((row) => row.triennium === triennium)
    if (!plan) return
    await record(writer, viewer.actor, approvalEvents.stepRefused, {
      triennium,
      transition: input.transition,
      state: plan.state,
      why: code,
    })
  })
}

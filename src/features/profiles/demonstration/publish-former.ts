// SPDX-License-Identifier: AGPL-3.0-or-later

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { program } from '../../../kernel/access.ts'
import type { Triennium } from '../../../kernel/ids.ts'
import { type Administration, readAdministrations } from '../../administrations/index.ts'
import {
  beginPlan,
  type CycleDependencies,
  movePlan,
  type PlanState,
  readPlanRows,
  type StepDependencies,
  type TransitionName,
} from '../../plans/index.ts'
import { readDemonstrationBodies } from './bodies.ts'

/** What plans are approved and continued with: what the use cases themselves need. */
export type PublishingDependencies = StepDependencies & CycleDependencies

const viewer = program('demonstration')
const actFile = 'atto-dimostrativo.pdf'

/**
 * Approves and publishes the former plans of the demonstration, step by step as people do, and begins the plans that go
 * on from them. It takes seconds a plan, because all its documents are printed and kept. A body that has the plan that
 * comes after is done: it is not touched again.
 * @param folder of the demonstration's data
 * @param signal between two steps, ends the work: it goes on from there when it is begun again
 * @throws {TimoneError} what the steps throw
 */
export async function publishFormerPlans(
  dependencies: PublishingDependencies,
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  const { published, triennium, edition } = readDemonstrationBodies(folder).association
  const bodies = await dependencies.tenants.readMany([], readAdministrations)
  const members = bodies.filter(
    ({ demonstration, cadastralCode = '' }) => demonstration && published.members.includes(cadastralCode),
  )
  const file = { name: actFile, bytes: readFileSync(join(folder, actFile)) }
  for (const body of members) {
    let going = true
    while (going) {
      going = !signal?.aborted && (await goOn(dependencies, body, { ...published, file }, { triennium, edition }))
    }
  }
}

/** The next step of a plan that nobody sends back. */
const onward: Readonly<Partial<Record<PlanState, TransitionName>>> = {
  draft: 'submit',
  returned: 'submit',
  inReview: 'approve',
  approved: 'enforce',
  inForce: 'publish',
}

type Published = ReturnType<typeof readDemonstrationBodies>['association']['published'] & {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}

/**
 * Takes the next step of a body: of its former plan or, when that is published, the beginning of the next one. Nothing is
 * approved before the day on which it is stored.
 * @returns false when there is nothing left to do.
 */
async function goOn(
  dependencies: PublishingDependencies,
  { id, slug }: Pick<Administration, 'id' | 'slug'>,
  { triennium, act, file }: Published,
  next: { readonly triennium: Triennium; readonly edition: string },
): Promise<boolean> {
  const plans = await dependencies.tenants.tenant(id).read(readPlanRows)
  const former = plans.find((plan) => plan.triennium === triennium)
  if (!former || plans.some((plan) => plan.triennium === next.triennium)) return false
  const transition = onward[former.state]
  if (!transition) {
    await beginPlan(dependencies, { slug }, { ...next, from: triennium }, viewer)
    return false
  }
  const date = dependencies.clock.today()
  const input = { transition, act: { ...act, date }, date, file, revision: former.revision }
  await movePlan(dependencies, { slug, triennium }, input, viewer)
  return true
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CarryOver } from '../plans/index.ts'
import { carryNumbers } from '../records/index.ts'
import { fundingProjectStore } from './funding-project-store.ts'
import { readSpending, replaceSpending } from './spending-store.ts'

/** Copies the money of an earlier plan into the plan that continues it, unchanged: forecasts stay forecasts. */
export const carryFunding: CarryOver = async (writer, former, plan) => {
  await replaceSpending(writer, plan.id, await readSpending(writer, writer.administration, former.id))
  const projects = await fundingProjectStore.list(writer, former)
  await fundingProjectStore.insert(writer, plan, carryNumbers(former.triennium, projects))
}

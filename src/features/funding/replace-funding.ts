// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../platform/db/tenants.ts'
import type { PlanRow } from '../plans/index.ts'
import type { FundingProject } from './funding-project-fields.ts'
import { fundingProjectStore } from './funding-project-store.ts'
import type { Spending } from './spending-fields.ts'
import { replaceSpending } from './spending-store.ts'

/** Replaces the money of a plan, in the given order. Projects that were there keep their numbers. */
export async function replaceFunding(
  writer: Writer,
  plan: PlanRow,
  spending: readonly Spending[],
  projects: readonly FundingProject[],
): Promise<void> {
  await replaceSpending(writer, plan.id, spending)
  await fundingProjectStore.replace(writer, plan, projects)
}

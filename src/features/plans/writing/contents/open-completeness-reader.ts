// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tenants } from '../../../../platform/db/tenants.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import {
  type AdministrationPlan,
  type CompletenessCheck,
  type Missing,
  type PlanAddress,
  readPlan,
  readPlanAt,
  tailorFor,
} from '../../plan/index.ts'

/** Reads what a plan lacks; undefined when there is no such body or plan. */
export type CompletenessReader = (
  address: PlanAddress,
) => Promise<{ readonly plan: AdministrationPlan; readonly missing: readonly Missing[] } | undefined>

/** Reads what plans lack, by all the checks of the features together. */
export const openCompletenessReader =
  (tenants: Tenants, catalogue: Catalogue, check: CompletenessCheck): CompletenessReader =>
  (address) =>
    readPlanAt(tenants, address, async ({ db, administration, plan }) => {
      const tailored = tailorFor(administration, await readPlan(db, plan), catalogue)
      return { plan: { administration, tailored }, missing: await check(db, administration, plan) }
    })

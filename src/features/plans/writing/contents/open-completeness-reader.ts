// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tenants } from '../../../../platform/db/tenants.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import type { CompletenessCheck, Missing } from '../../plan/completeness.ts'
import type { PlanAddress } from '../../plan/model.ts'
import { readPlanAt } from '../../plan/plan-handle.ts'
import { tailorFor } from '../../plan/read-tailored-plan.ts'
import type { AdministrationPlan } from '../../plan/readers.ts'
import { readPlan } from '../../plan/store.ts'

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

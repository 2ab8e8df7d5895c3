// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tenants } from '../../../platform/db/tenants.ts'
import { findAdministration } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { CompletenessCheck, Missing } from '../plan/completeness.ts'
import type { PlanAddress } from '../plan/model.ts'
import { tailorFor } from '../plan/read-tailored-plan.ts'
import type { AdministrationPlan } from '../plan/readers.ts'
import { readPlan, readPlanRows } from '../plan/store.ts'

/** Reads what a plan lacks; undefined when there is no such body or plan. */
export type CompletenessReader = (
  address: PlanAddress,
) => Promise<{ readonly plan: AdministrationPlan; readonly missing: readonly Missing[] } | undefined>

/** Reads what plans lack, by all the checks of the features together. */
export const openCompletenessReader =
  (tenants: Tenants, catalogue: Catalogue, check: CompletenessCheck): CompletenessReader =>
  async ({ slug, triennium }) => {
    const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
    if (!administration) return undefined
    return await tenants.tenant(administration.id).read(async (reader) => {
      const row = (await readPlanRows(reader)).find((plan) => plan.triennium === triennium)
      if (!row) return undefined
      const tailored = tailorFor(administration, await readPlan(reader, row), catalogue)
      return { plan: { administration, tailored }, missing: await check(reader, administration, row) }
    })
  }

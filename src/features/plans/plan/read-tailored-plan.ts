// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tenants } from '../../../platform/db/tenants.ts'
import { type Administration, findAdministration } from '../../administrations/index.ts'
import { assessEdition, type Catalogue } from '../../catalogue/index.ts'
import type { Plan, TailoredPlan } from './model.ts'
import type { PlanReader } from './readers.ts'
import { readPlan, readPlanRows } from './store.ts'
import { tailorPlan } from './tailor-plan.ts'

/** Cuts a body's plan from the catalogue by what is known of the body. */
export function tailorFor(
  { facts, ...details }: Pick<Administration, 'name' | 'kind' | 'population' | 'facts'>,
  plan: Plan,
  catalogue: Catalogue,
): TailoredPlan {
  const edition = catalogue.edition(plan.edition)
  const verdicts = assessEdition(details, facts, plan.choices, edition)
  return tailorPlan(plan, edition, ({ code }) => verdicts.get(code) ?? unruled)
}

const unruled = { verdict: 'to-verify', reason: 'La regola di questa linea non è ancora scritta.' } as const

/** Reads plans from the store for pages. */
export const openPlanReader = (tenants: Tenants, catalogue: Catalogue): PlanReader => ({
  async tailored(slug, triennium) {
    const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
    if (!administration) return undefined
    return await tenants.tenant(administration.id).read(async (reader) => {
      const row = (await readPlanRows(reader)).find((plan) => plan.triennium === triennium)
      if (!row) return undefined
      return { administration, tailored: tailorFor(administration, await readPlan(reader, row), catalogue) }
    })
  },
})

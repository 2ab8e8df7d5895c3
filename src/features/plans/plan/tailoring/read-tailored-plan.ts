// SPDX-License-Identifier: AGPL-3.0-or-later
import { keepsake } from '../../../../platform/db/memory.ts'
import type { Tenants } from '../../../../platform/db/tenants.ts'
import { type Administration, findBody } from '../../../administrations/index.ts'
import { type Assessment, assessBody, type Catalogue, type Edition } from '../../../catalogue/index.ts'
import type { Plan, TailoredPlan } from '../model.ts'
import type { PlanReader } from '../readers.ts'
import { readPlan, readPlanRows } from '../store.ts'
import { tailorPlan } from './tailor-plan.ts'

/** Cuts a body's plan from the catalogue by what is known of the body. */
export function tailorFor(
  { facts, ...details }: Pick<Administration, 'name' | 'kind' | 'cadastralCode' | 'population' | 'facts'>,
  plan: Plan,
  catalogue: Catalogue,
): TailoredPlan {
  const edition = catalogue.edition(plan.edition)
  const { verdicts, duties } = assessmentFor(details, facts, plan.choices, edition)
  return tailorPlan(plan, edition, ({ code }) => verdicts.get(code) ?? noVerdict(code), duties)
}

/** Verdicts by what they were reached from, for each edition. */
const reached = new WeakMap<Edition, Map<string, Assessment>>()

/** Bodies, with what is known of them, whose verdicts are kept for an edition. */
const bodiesKept = 500

/** What of an edition binds a body. It is kept: a body's facts change seldom, and every page asks. */
function assessmentFor(
  { name, kind, cadastralCode, population }: Parameters<typeof assessBody>[0],
  facts: Administration['facts'],
  choices: Plan['choices'],
  edition: Edition,
): Assessment {
  const kept = reached.get(edition) ?? new Map<string, Assessment>()
  reached.set(edition, kept)
  const key = JSON.stringify([kind, cadastralCode ?? name, population, facts, choices])
  const known = kept.get(key)
  if (known) return known
  const assessment = assessBody(
    { name, kind, ...(cadastralCode && { cadastralCode }), ...(population !== undefined && { population }) },
    facts,
    choices,
    edition,
  )
  if (kept.size >= bodiesKept) kept.clear()
  kept.set(key, assessment)
  return assessment
}

function noVerdict(code: string): never {
  throw new Error(`no verdict was reached on ${code}`)
}

/** Plans cut to their bodies, a few hundred kilobytes each. */
const tailoredPlans = keepsake<TailoredPlan | undefined>(200)

/** Reads plans from the store for pages. */
export const openPlanReader = (tenants: Tenants, catalogue: Catalogue): PlanReader => ({
  async tailored(slug, triennium) {
    const administration = await findBody(tenants, slug)
    if (!administration) return undefined
    const tailored = await tenants.tenant(administration.id).recall(tailoredPlans, triennium, async (reader) => {
      const row = (await readPlanRows(reader)).find((plan) => plan.triennium === triennium)
      return row && tailorFor(administration, await readPlan(reader, row), catalogue)
    })
    return tailored && { administration, tailored }
  },
})

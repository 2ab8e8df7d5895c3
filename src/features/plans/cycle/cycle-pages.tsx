// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../../kernel/errors.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { administrationActions, Slug } from '../../administrations/index.ts'
import { ActionLineCode } from '../../catalogue/index.ts'
import { planPaths } from '../addresses.ts'
import { type PlanAddress, type PlanSite, planActions, Triennium } from '../plan/index.ts'
import { PlanParams } from '../writing/index.ts'
import { beginPlan, type CycleDependencies } from './begin-plan.ts'
import { changeEdition } from './change-edition.ts'
import { confirmCarried } from './confirm-carried.ts'
import type { CycleReader } from './readers.ts'
import { CarriedPage } from './views/carried-page.tsx'
import { CarriedQuery } from './views/carried-words.ts'
import { EditionPage } from './views/edition-page.tsx'
import { NewPlanPage } from './views/new-plan-page.tsx'

/** What the pages of a plan's cycle are made with. */
export type CyclePageDependencies = {
  readonly cycle: CycleReader
  readonly useCases: CycleDependencies
  readonly site: PlanSite
}

const EditionId = z.string('scegliere un’edizione').max(60)
const Begin = z.object({
  triennio: z.string('scegliere un triennio').pipe(Triennium),
  edizione: EditionId,
  da: Triennium.optional(),
})

/** The pages that begin a plan, move it to another edition, and go through what was carried into it. */
export const cyclePages = ({ cycle, useCases, site }: CyclePageDependencies): readonly Route[] => {
  const findOptions = async (slug: Slug) => found(await cycle.options(slug), `Ente «${slug}»`)
  const findCarried = async (address: PlanAddress) => found(await cycle.carried(address), planName(address))
  const findEditions = async (address: PlanAddress) => found(await cycle.editions(address), planName(address))
  return [
    route({
      method: 'GET',
      path: planPaths.newPlan,
      permission: planActions.create,
      params: z.object({ slug: Slug }),
      async handle({ params, today }) {
        return page(<NewPlanPage site={site} options={await findOptions(params.slug)} today={today} />)
      },
    }),
    formRoute({
      method: 'POST',
      path: planPaths.newPlan,
      permission: planActions.create,
      params: z.object({ slug: Slug }),
      body: Begin,
      async handle({ params: { slug }, body: { triennio: triennium, edizione: edition, da: from }, viewer }) {
        await beginPlan(useCases, { slug }, { triennium, edition, from }, viewer)
        const where = { slug, triennium }
        return seeOther(`${from ? planPaths.carried(where, { esito: 'creato' }) : planPaths.contents(where)}#esito`)
      },
      again: async ({ params, today }, refusal) => (
        <NewPlanPage site={site} options={await findOptions(params.slug)} today={today} refusal={refusal} />
      ),
    }),
    route({
      method: 'GET',
      path: planPaths.newEdition,
      permission: planActions.create,
      params: PlanParams,
      async handle({ params }) {
        return page(<EditionPage site={site} {...(await findEditions(params))} />)
      },
    }),
    formRoute({
      method: 'POST',
      path: planPaths.newEdition,
      permission: planActions.create,
      params: PlanParams,
      body: z.object({ edizione: EditionId }),
      async handle({ params, body, viewer }) {
        await changeEdition(useCases, params, body.edizione, viewer)
        return seeOther(`${planPaths.carried(params, { esito: 'edizione' })}#esito`)
      },
      again: async ({ params }, refusal) => (
        <EditionPage site={site} {...(await findEditions(params))} refusal={refusal} />
      ),
    }),
    route({
      method: 'GET',
      path: planPaths.carried,
      permission: administrationActions.read,
      params: PlanParams,
      query: CarriedQuery,
      async handle({ params, query }) {
        return page(<CarriedPage site={site} carried={await findCarried(params)} query={query} />)
      },
    }),
    formRoute({
      method: 'POST',
      path: planPaths.carried,
      permission: planActions.write,
      params: PlanParams,
      body: CarriedQuery.extend({ scheda: ActionLineCode.optional() }),
      async handle({ params, body: { scheda, esito: _, quante: __, ...filters }, viewer }) {
        const confirmed = await confirmCarried(useCases, params, scheda ? { code: scheda } : 'kept', viewer)
        const outcome = { esito: 'confermate', quante: String(confirmed) }
        return seeOther(`${planPaths.carried(params, { ...filters, ...outcome })}#esito`)
      },
    }),
  ]
}

const planName = ({ slug, triennium }: PlanAddress): string => `Piano ${triennium} dell’ente «${slug}»`

/** @throws {TimoneError} `not-found` */
function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw notFound(name)
  return value
}

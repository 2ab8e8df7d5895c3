// SPDX-License-Identifier: AGPL-3.0-or-later
import { notFound } from '../../../kernel/errors.ts'
import type { Reader, Tenants, Writer } from '../../../platform/db/tenants.ts'
import { type Administration, findAdministration, lockAdministration } from '../../administrations/index.ts'
import type { PlanAddress } from './model.ts'
import { findPlan, lockPlan, type PlanRow, readPlanRows } from './store.ts'

/** A body in a transaction that reads or writes it. */
export type OpenBody<Db extends Reader = Reader> = { readonly db: Db; readonly administration: Administration }

/** A body's plan in such a transaction. */
export type OpenPlan<Db extends Reader = Reader> = OpenBody<Db> & { readonly plan: PlanRow }

/** A body's plan that is read, with all the plans of the body, newest triennium first. */
export type ReadPlan = OpenPlan & { readonly plans: readonly PlanRow[] }

/**
 * The way to a body's plan: body and plan are looked for once, and the work is done in the same transaction. Undefined
 * where there is no such body or plan.
 */
export const readPlanAt = async <T>(
  tenants: Tenants,
  { slug, triennium }: PlanAddress,
  work: (open: ReadPlan) => Promise<T>,
): Promise<T | undefined> =>
  await readBodyAt(tenants, slug, async (open) => {
    const plans = await readPlanRows(open.db)
    const plan = plans.find((row) => row.triennium === triennium)
    return plan && (await work({ ...open, plan, plans }))
  })

/** The way to a body, with or without plans; undefined where there is none. */
export const readBodyAt = async <T>(
  tenants: Tenants,
  slug: string,
  work: (open: OpenBody) => Promise<T>,
): Promise<T | undefined> =>
  await tenants.readOne(
    (reader) => findAdministration(reader, slug),
    (db, administration) => work({ db, administration }),
  )

/** What of a body is to be worked on alone. */
export type PlanLock = {
  /** `body`: what belongs to the body is not changed through another plan of it either. */
  readonly scope?: 'body' | 'plan'
}

/** Works on a plan that nobody else changes meanwhile. @throws {TimoneError} `not-found` */
export const writePlanAt = async <T>(
  tenants: Tenants,
  { slug, triennium }: PlanAddress,
  work: (open: OpenPlan<Writer>) => Promise<T>,
  { scope = 'plan' }: PlanLock = {},
): Promise<T> =>
  await writeBodyAt(tenants, slug, async ({ db, administration }) => {
    if (scope === 'body') await lockAdministration(db)
    const plan = await lockPlan(db, triennium)
    if (!plan) throw noPlan({ slug, triennium })
    return await work({ db, administration, plan })
  })

/** Works on a body. @throws {TimoneError} `not-found` */
export async function writeBodyAt<T>(
  tenants: Tenants,
  slug: string,
  work: (open: OpenBody<Writer>) => Promise<T>,
): Promise<T> {
  const done = await tenants.writeOne(
    (reader) => findAdministration(reader, slug),
    async (db, administration) => ({ result: await work({ db, administration }) }),
  )
  if (!done) throw notFound(`Ente «${slug}»`)
  return done.result
}

/** Works on what no page that is kept in memory shows, such as drafts. @throws {TimoneError} `not-found` */
export async function writeAsideAt<T>(
  tenants: Tenants,
  { slug, triennium }: PlanAddress,
  work: (open: OpenPlan<Writer>) => Promise<T>,
): Promise<T> {
  const done = await tenants.writeOne(
    (reader) => findAdministration(reader, slug),
    async (db, administration) => {
      const plan = await findPlan(db, triennium)
      if (!plan) throw noPlan({ slug, triennium })
      return { result: await work({ db, administration, plan }) }
    },
    'nobody',
  )
  if (!done) throw notFound(`Ente «${slug}»`)
  return done.result
}

/** What an address of a plan that is not there answers. */
export const noPlan = ({ slug, triennium }: PlanAddress) => notFound(`Piano ${triennium} dell’ente «${slug}»`)

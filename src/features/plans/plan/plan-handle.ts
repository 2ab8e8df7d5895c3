// SPDX-License-Identifier: AGPL-3.0-or-later

import { notFound } from '../../../kernel/errors.ts'
import type { Slug, Triennium } from '../../../kernel/ids.ts'
import type { Reader, Tenant, Tenants, Writer } from '../../../platform/db/tenants.ts'
import {
  type Administration,
  findAdministrationById,
  findBodyId,
  lockAdministration,
} from '../../administrations/index.ts'
import type { PlanAddress } from './model.ts'
import { lockPlanOfBody, type PlanOfBody, type PlanRow, readPlansOfBody } from './store.ts'

/** A body in a transaction that reads or writes it. */
export type OpenBody<Db extends Reader = Reader> = { readonly db: Db; readonly administration: Administration }

/** A body's plan in such a transaction. */
export type OpenPlan<Db extends Reader = Reader> = OpenBody<Db> & { readonly plan: PlanRow }

/** A body's plan that is read, with all the plans of the body, newest triennium first. */
export type ReadPlan = OpenPlan & { readonly plans: readonly PlanRow[] }

/**
 * The way to a body's plan: body and plan are read by one query, in the transaction in which the work is done. Undefined
 * where there is no such body or plan.
 */
export async function readPlanAt<T>(
  tenants: Tenants,
  { slug, triennium }: PlanAddress,
  work: (open: ReadPlan) => Promise<T>,
): Promise<T | undefined> {
  const id = await findBodyId(tenants, slug)
  if (id === undefined) return undefined
  return await tenants.tenant(id).read(async (db) => {
    const found = await readPlansOfBody(db, id)
    const open = findPlanIn(found, triennium)
    return open && (await work({ db, ...open, plans: found.map(({ plan }) => plan) }))
  })
}

const findPlanIn = (plans: readonly PlanOfBody[], triennium: Triennium): PlanOfBody | undefined =>
  plans.find(({ plan }) => plan.triennium === triennium)

/** The way to a body, with or without plans; undefined where there is none. */
export async function readBodyAt<T>(
  tenants: Tenants,
  slug: Slug,
  work: (open: OpenBody) => Promise<T>,
): Promise<T | undefined> {
  const id = await findBodyId(tenants, slug)
  if (id === undefined) return undefined
  return await tenants.tenant(id).read(async (db) => {
    const administration = await findAdministrationById(db, id)
    return administration && (await work({ db, administration }))
  })
}

/** Works on a plan that nobody else changes meanwhile. @throws {TimoneError} `not-found` */
export async function writePlanAt<T>(
  tenants: Tenants,
  address: PlanAddress,
  work: (open: OpenPlan<Writer>) => Promise<T>,
): Promise<T> {
  const tenant = await bodyAt(tenants, address.slug)
  return await tenant.write(async (db) => {
    const open = await lockPlanOfBody(db, address.triennium)
    if (!open) throw noPlan(address)
    return await work({ db, ...open })
  })
}

/** Works on a body that nobody else changes meanwhile. @throws {TimoneError} `not-found` */
export async function writeBodyAt<T>(
  tenants: Tenants,
  slug: Slug,
  work: (open: OpenBody<Writer>) => Promise<T>,
): Promise<T> {
  const tenant = await bodyAt(tenants, slug)
  return await tenant.write(async (db) => {
    await lockAdministration(db)
    const administration = await findAdministrationById(db, tenant.id)
    if (!administration) throw noBody(slug)
    return await work({ db, administration })
  })
}

/** Works on what no page that is kept in memory shows, such as drafts. @throws {TimoneError} `not-found` */
export async function writeAsideAt<T>(
  tenants: Tenants,
  address: PlanAddress,
  work: (open: OpenPlan<Writer>) => Promise<T>,
): Promise<T> {
  const tenant = await bodyAt(tenants, address.slug)
  return await tenant.writeAside(async (db) => {
    const open = findPlanIn(await readPlansOfBody(db, tenant.id), address.triennium)
    if (!open) throw noPlan(address)
    return await work({ db, ...open })
  })
}

/** The same for what is of the body, with or without plans. @throws {TimoneError} `not-found` */
export async function writeBodyAsideAt<T>(
  tenants: Tenants,
  slug: Slug,
  work: (open: OpenBody<Writer>) => Promise<T>,
): Promise<T> {
  const tenant = await bodyAt(tenants, slug)
  return await tenant.writeAside(async (db) => {
    const administration = await findAdministrationById(db, tenant.id)
    if (!administration) throw noBody(slug)
    return await work({ db, administration })
  })
}

async function bodyAt(tenants: Tenants, slug: Slug): Promise<Tenant> {
  const id = await findBodyId(tenants, slug)
  if (id === undefined) throw noBody(slug)
  return tenants.tenant(id)
}

/** What an address of a body that is not there answers. */
export const noBody = (slug: Slug) => notFound(`Ente «${slug}»`)

/** What an address of a plan that is not there answers. */
export const noPlan = ({ slug, triennium }: PlanAddress) => notFound(`Piano ${triennium} dell’ente «${slug}»`)

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId, Slug } from '../../kernel/ids.ts'
import { keepsake } from '../../platform/db/memory.ts'
import type { Tenants } from '../../platform/db/tenants.ts'
import type { Administration } from './model.ts'
import { findAdministration, findAdministrationById } from './store.ts'

/** What is known of a body. */
const bodies = keepsake<Administration | undefined>(5000)

/** The keys of bodies by their addresses. A body that was removed may leave its address to another. */
const keys = new WeakMap<Tenants, Map<string, AdministrationId>>()

/**
 * The body with a slug, for pages; undefined when there is none. It is read again only when the body has changed. Who
 * decides what to write reads the body in the transaction that writes.
 */
export async function findBody(tenants: Tenants, slug: Slug): Promise<Administration | undefined> {
  const id = keysOf(tenants).get(slug)
  const known = id && (await tenants.tenant(id).recall(bodies, '', (reader) => findAdministrationById(reader, id)))
  return known || (await lookFor(tenants, slug))
}

/** The key of the body with a slug; undefined when there is none. It is looked for once. */
export const findBodyId = async (tenants: Tenants, slug: Slug): Promise<AdministrationId | undefined> =>
  keysOf(tenants).get(slug) ?? (await lookFor(tenants, slug))?.id

/** Looks for the key of a slug anew the next time: the body that had it is not there any more. */
export const forgetBody = (tenants: Tenants, slug: Slug): void => void keysOf(tenants).delete(slug)

async function lookFor(tenants: Tenants, slug: Slug): Promise<Administration | undefined> {
  const found = await tenants.readMany([], (reader) => findAdministration(reader, slug))
  if (found) keysOf(tenants).set(slug, found.id)
  return found
}

function keysOf(tenants: Tenants): Map<string, AdministrationId> {
  const known = keys.get(tenants) ?? new Map<string, AdministrationId>()
  keys.set(tenants, known)
  return known
}

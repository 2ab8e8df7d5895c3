// SPDX-License-Identifier: AGPL-3.0-or-later
import { readAdministrations } from '../features/administrations/index.ts'
import type { AdministrationId } from '../kernel/ids.ts'
import type { Database } from '../platform/db/database.ts'
import type { Tenants } from '../platform/db/tenants.ts'
import type { Generations } from '../platform/http/page-cache.ts'

/**
 * Counts the changes of each body's data, as commits announce them. A rendered page is kept until the count changes.
 */
export async function countGenerations(database: Database, tenants: Tenants): Promise<Generations> {
  const slugs = new Map<AdministrationId, string>()
  const changes = new Map<string, number>()
  // A body registered later gets its own count from then on; until then its changes count for all scopes.
  let unattributed = 0
  const learn = async () => {
    for (const { id, slug } of await tenants.readMany([], readAdministrations)) slugs.set(id, slug)
  }
  const missed = () => {
    unattributed += 1
  }
  await learn()
  await database.onChange((id) => {
    const slug = slugs.get(id)
    if (slug === undefined) {
      unattributed += 1
      void learn()
    } else changes.set(slug, (changes.get(slug) ?? 0) + 1)
    changes.set('everything', (changes.get('everything') ?? 0) + 1)
  }, missed)
  return { of: (scope) => unattributed + (changes.get(scope) ?? 0) }
}

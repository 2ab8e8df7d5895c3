// SPDX-License-Identifier: AGPL-3.0-or-later
import { readAdministrations } from '../features/administrations/index.ts'
import type { AdministrationId } from '../kernel/ids.ts'
import type { Database } from '../platform/db/database.ts'
import type { Tenants } from '../platform/db/tenants.ts'
import type { Generations } from '../platform/http/page-cache.ts'

/**
 * Tells the number of each body's data by its slug. A rendered page is kept until the number changes.
 */
export async function countGenerations({ changes }: Pick<Database, 'changes'>, tenants: Tenants): Promise<Generations> {
  const bodies = new Map<string, AdministrationId>()
  let learnt: string | undefined
  // A body that was removed may have left its slug to a newer one, whose key is higher.
  let newest = 0
  const learn = async () => {
    learnt = changes.ofAll()
    newest = changes.newest()
    for (const { id, slug } of await tenants.readMany([], readAdministrations)) {
      bodies.set(slug, id)
      newest = Math.max(newest, id)
    }
  }
  await learn()
  return {
    of(scope) {
      const body = bodies.get(scope)
      if (body !== undefined && newest >= changes.newest()) return changes.of(body)
      // A body that was registered meanwhile: until its key is known, every change counts for it.
      const all = changes.ofAll()
      if (scope !== 'everything' && learnt !== all) void learn().catch(() => undefined)
      return all
    },
  }
}

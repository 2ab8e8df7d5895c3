// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Catalogue } from '../features/catalogue/index.ts'
import type { Database } from '../platform/db/database.ts'

/**
 * The same database, whose numbers of bodies' data change with the editions too: what is made from a body's data is made
 * from them as well, and must not be kept when somebody imports or completes one.
 */
export const followCatalogue = (database: Database, { state }: Pick<Catalogue, 'state'>): Database => ({
  ...database,
  changes: {
    ...database.changes,
    of: (body) => `${database.changes.of(body)} ${state()}`,
    ofAll: () => `${database.changes.ofAll()} ${state()}`,
  },
})

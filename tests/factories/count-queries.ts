// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Database } from '../../src/platform/db/database.ts'

/** A database that counts its queries. */
export type CountedDatabase = {
  readonly database: Database
  /** Queries so far. */
  queries(): number
}

/** The same database, counting: pages must take as many queries for much data as for little. */
export function countQueries(database: Database): CountedDatabase {
  let queries = 0
  const kysely = database.kysely.withPlugin({
    transformQuery({ node }) {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { database: { ...database, kysely }, queries: () => queries }
}

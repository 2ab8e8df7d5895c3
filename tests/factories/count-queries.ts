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
    // Queries inside of queries are transformed too: what was executed has one result.
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      queries += 1
      return result
    },
  })
  return { database: { ...database, kysely }, queries: () => queries }
}

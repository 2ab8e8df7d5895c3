// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** What reads people, sessions and links. */
export type AccountReader = { readonly db: Pick<Kysely<Tables>, 'selectFrom'> }

/** What changes them, in one transaction with its line of the access journal. */
export type AccountWriter = {
  readonly db: Pick<Transaction<Tables>, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>
}

/** The way to the tables of sign-in, which no tenant role may read. */
export type Accounts = {
  read<T>(work: (reader: AccountReader) => Promise<T>): Promise<T>
  /** Commits when `work` resolves; otherwise nothing is stored. */
  write<T>(work: (writer: AccountWriter) => Promise<T>): Promise<T>
}

/** The handle of a database's accounts. */
export const accountsOf = ({ kysely, accessChanges }: Pick<Database, 'kysely' | 'accessChanges'>): Accounts => ({
  read: (work) => work({ db: kysely }),
  write: async (work) => {
    try {
      return await kysely.transaction().execute((db) => work({ db }))
    } finally {
      accessChanges.count()
    }
  },
})

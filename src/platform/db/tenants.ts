// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql, type Transaction } from 'kysely'
import { type AdministrationId, administrationId } from '../../kernel/ids.ts'
import { changeChannel, type Database } from './database.ts'
import { type Keepsake, openMemory, recall, recallMany } from './memory.ts'
import type { Tables } from './tables.ts'

/** What reading functions take. It sees the rows of the bodies it was opened for; the database hides all others. */
export type Reader = {
  readonly administrations: readonly AdministrationId[]
  readonly db: Pick<Transaction<Tables>, 'selectFrom'>
}

/** What writing functions take. It writes one body's rows and their journal lines in one transaction. */
export type Writer = Reader & {
  readonly administration: AdministrationId
  readonly db: Pick<Transaction<Tables>, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>
}

/** What removes a body: it deletes the rows of that body alone, its journal too, and tells the access journal. */
export type Remover = Reader & {
  readonly administration: AdministrationId
  readonly db: Pick<Transaction<Tables>, 'selectFrom' | 'insertInto' | 'deleteFrom'>
}

/** The key to one body's data. */
export type Tenant = {
  readonly id: AdministrationId
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /**
   * What `work` reads or makes of the body's data, kept until the body changes (`memory.ts`); nothing of `writeAside`.
   * @param key what else it depends on, and nothing more: the plan, who asks, the day.
   */
  recall<T>(kind: Keepsake<T>, key: string, work: (reader: Reader) => Promise<T>): Promise<T>
  /** Commits when `work` resolves, then tells every process that the body changed; otherwise nothing is stored. */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>
  /** Like `write`, but tells nobody. For data that no cached page shows, such as drafts. */
  writeAside<T>(work: (writer: Writer) => Promise<T>): Promise<T>
  /** Like `write`, for what removes the whole body. The database keeps a body that has a frozen version. */
  remove<T>(work: (remover: Remover) => Promise<T>): Promise<T>
}

/** The writer that registers bodies, associations and editions. It sees no plans. */
export type NationalWriter = { readonly db: Pick<Transaction<Tables>, 'selectFrom' | 'insertInto' | 'updateTable'> }

/** What reads who may do what. It sees no plans. */
export type AccessReader = { readonly db: Pick<Transaction<Tables>, 'selectFrom'> }

/** What public pages read: published versions, and the names of bodies and associations. */
export type PublicReader = { readonly db: Pick<Transaction<Tables>, 'selectFrom'> }

/** The only ways into the database. */
export type Tenants = {
  tenant(id: AdministrationId): Tenant
  /** Reads many bodies at once, e.g. the members of an association. An empty list reads national data alone. */
  readMany<T>(ids: readonly AdministrationId[], work: (reader: Reader) => Promise<T>): Promise<T>
  /** What `work` makes of each body's data, kept until the body changes. `work` is given the bodies that have changed. */
  recallMany<T>(
    kind: Keepsake<T>,
    ids: readonly AdministrationId[],
    key: string,
    work: (reader: Reader) => Promise<ReadonlyMap<AdministrationId, T>>,
  ): Promise<ReadonlyMap<AdministrationId, T>>
  /** Reads what bodies have published, and nothing else of theirs. */
  readPublished<T>(work: (reader: PublicReader) => Promise<T>): Promise<T>
  writeNational<T>(work: (writer: NationalWriter) => Promise<T>): Promise<T>
  /** Reads who may do what, and where: people's roles, bodies, associations. */
  readAccess<T>(work: (reader: AccessReader) => Promise<T>): Promise<T>
  /**
   * What is made of it, kept until somebody's roles or account change, in any process. What another process changed
   * counts as soon as its announcement is heard; where none can be heard, and after ten seconds, it is made again.
   */
  recallAccess<T>(kind: Keepsake<T>, key: string, make: () => Promise<T>): Promise<T>
}

/**
 * Opens the tenant handles of a database. Each piece of work is one transaction under a role without privileges of its
 * own, with the bodies it may touch as local settings that row-level security reads. The settings are made by
 * statements, not by `set_config`, so that a distributed PostgreSQL passes them on to its nodes. Only validated
 * integers get there.
 */
export function openTenants({ kysely, embedded, changes, accessChanges }: Database): Tenants {
  const memory = openMemory()
  const placeOf = (id: AdministrationId, key: string) => ({ key: `${id} ${key}`, number: changes.of(id) })
  const assume = (db: Transaction<Tables>, role: Role, places: Places = {}) => assumeRole(db, embedded, role, places)
  const readMany: Tenants['readMany'] = (ids, work) => {
    const administrations = ids.map(administrationId)
    return kysely.transaction().execute(async (db) => {
      await assume(db, 'timone_app', { readable: administrations })
      return await work({ administrations, db })
    })
  }
  const change = <T>(
    id: AdministrationId,
    { as = 'timone_app', announced }: { readonly as?: Role; readonly announced: boolean },
    work: (writer: Writer) => Promise<T>,
  ): Promise<T> =>
    kysely.transaction().execute(async (db) => {
      const administration = administrationId(id)
      const here = [administration]
      const announces = announced ? changes.announcement(administration) : undefined
      await assume(db, as, { readable: here, writable: here, announces })
      return await work({ administrations: here, administration, db })
    })
  const ofPlatform = <T>(work: (writer: NationalWriter) => Promise<T>): Promise<T> =>
    kysely.transaction().execute(async (db) => {
      await assume(db, 'timone_platform')
      return await work({ db })
    })
  return {
    readMany,
    recallMany: (kind, ids, key, work) => {
      const places = new Map(ids.map((id) => [id, placeOf(administrationId(id), key)]))
      return recallMany(memory, kind, places, (missing) => readMany(missing, work))
    },
    tenant: (id) => ({
      id,
      read: (work) => readMany([id], work),
      recall: (kind, key, work) => recall(memory, kind, placeOf(id, key), () => readMany([id], work)),
      write: async (work) => {
        try {
          return await change(id, { announced: true }, work)
        } finally {
          // Also when it failed: a commit whose acknowledgement was lost has happened all the same.
          changes.count(id)
        }
      },
      writeAside: (work) => change(id, { announced: false }, work),
      remove: async (work) => {
        try {
          return await change(id, { as: 'timone_remover', announced: true }, work)
        } finally {
          changes.count(id)
          accessChanges.count()
        }
      },
    }),
    readPublished: (work) =>
      kysely.transaction().execute(async (db) => {
        await assume(db, 'timone_public')
        return await work({ db })
      }),
    writeNational: async (work) => {
      try {
        return await ofPlatform(work)
      } finally {
        accessChanges.count()
      }
    },
    readAccess: ofPlatform,
    recallAccess: (kind, key, make) => {
      // The embedded database tells of a change before it is acknowledged; a server does it over a connection.
      const spell = embedded ? 0 : Math.floor(performance.now() / longestAccess)
      return recall(memory, kind, { key, number: `${accessChanges.of()} ${spell}` }, make)
    },
  }
}

/** Milliseconds for which it is believed who may do what, when a server is not heard to say otherwise. */
const longestAccess = 10_000

type Role = 'timone_app' | 'timone_platform' | 'timone_public' | 'timone_remover'
type Places = {
  readonly readable?: readonly AdministrationId[]
  readonly writable?: readonly AdministrationId[]
  /** What is told when the transaction commits. */
  readonly announces?: string | undefined
}

/**
 * Takes a role for the rest of the transaction, says which bodies it may read and write, and what its commit announces:
 * one message to the server. The embedded database takes one statement a message, and has no nodes to pass settings on to.
 */
async function assumeRole(
  db: Transaction<Tables>,
  embedded: boolean,
  role: Role,
  { announces, ...places }: Places,
): Promise<void> {
  const settings = [
    ['role', role] as const,
    ...Object.entries(places).map(([name, ids]) => [`app.${name}`, ids.map(administrationId).join(',')] as const),
  ]
  const tell = announces === undefined ? [] : [`pg_notify('${changeChannel}', '${announces}')`]
  const text = embedded
    ? `select ${[...settings.map(([name, value]) => `set_config('${name}', '${value}', true)`), ...tell].join(', ')}`
    : [
        ...settings.map(([name, value]) => `set local ${name} = '${value}'`),
        ...tell.map((call) => `select ${call}`),
      ].join('; ')
  await sql.raw(text).execute(db)
}

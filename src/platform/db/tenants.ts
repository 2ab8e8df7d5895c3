// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql, type Transaction } from 'kysely'
import { type AdministrationId, administrationId } from '../../kernel/ids.ts'
import { changeChannel, type Database } from './database.ts'
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

/** The key to one body's data. */
export type Tenant = {
  readonly id: AdministrationId
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /** Commits when `work` resolves, then tells every process that the body changed; otherwise nothing is stored. */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>
  /** Like `write`, but tells nobody. For data that no cached page shows, such as drafts. */
  writeAside<T>(work: (writer: Writer) => Promise<T>): Promise<T>
}

/** The writer that registers bodies, associations and editions. It sees no plans. */
export type NationalWriter = { readonly db: Pick<Transaction<Tables>, 'selectFrom' | 'insertInto' | 'updateTable'> }

/** What public pages read: published versions, and the names of bodies and associations. */
export type PublicReader = { readonly db: Pick<Transaction<Tables>, 'selectFrom'> }

/** The only ways into the database. */
export type Tenants = {
  tenant(id: AdministrationId): Tenant
  /** Reads many bodies at once, e.g. the members of an association. An empty list reads national data alone. */
  readMany<T>(ids: readonly AdministrationId[], work: (reader: Reader) => Promise<T>): Promise<T>
  /** Reads what bodies have published, and nothing else of theirs. */
  /**
   * Looks for a body in national data, then reads it, in one transaction; undefined where it is not found.
   * @param find what `work` gets too: the body, with its key.
   */
  readOne<Body extends { readonly id: AdministrationId }, T>(
    find: (reader: Reader) => Promise<Body | undefined>,
    work: (reader: Reader, body: Body) => Promise<T>,
  ): Promise<T | undefined>
  /** As `readOne`, and changes it: commits as `Tenant.write` does, or as `Tenant.writeAside` where nobody is told. */
  writeOne<Body extends { readonly id: AdministrationId }, T>(
    find: (reader: Reader) => Promise<Body | undefined>,
    work: (writer: Writer, body: Body) => Promise<T>,
    told?: 'everybody' | 'nobody',
  ): Promise<T | undefined>
  readPublished<T>(work: (reader: PublicReader) => Promise<T>): Promise<T>
  writeNational<T>(work: (writer: NationalWriter) => Promise<T>): Promise<T>
}

/**
 * Opens the tenant handles of a database. Each piece of work is one transaction under a role without privileges of its
 * own, with the bodies it may touch as local settings that row-level security reads. The settings are made by
 * statements, not by `set_config`, so that a distributed PostgreSQL passes them on to its nodes. Only validated
 * integers get there.
 */
export function openTenants({ kysely }: Database): Tenants {
  const readMany: Tenants['readMany'] = (ids, work) => {
    const administrations = ids.map(administrationId)
    return kysely.transaction().execute(async (db) => {
      await assume(db, 'timone_app')
      await sql.raw(`set local app.readable = '${administrations.join(',')}'`).execute(db)
      return await work({ administrations, db })
    })
  }
  const open = (db: Transaction<Tables>, id: AdministrationId, mode: 'read' | 'write') =>
    sql
      .raw(
        `do $$ begin set local app.readable = '${id}'; ${mode === 'write' ? `set local app.writable = '${id}'; ` : ''}end $$`,
      )
      .execute(db)
  const tell = (db: Transaction<Tables>, id: AdministrationId) =>
    sql`select pg_notify(${changeChannel}, ${String(id)})`.execute(db)
  const change = <T>(id: AdministrationId, announced: boolean, work: (writer: Writer) => Promise<T>): Promise<T> =>
    kysely.transaction().execute(async (db) => {
      const administration = administrationId(id)
      await assume(db, 'timone_app')
      await open(db, administration, 'write')
      const result = await work({ administrations: [administration], administration, db })
      if (announced) await tell(db, administration)
      return result
    })
  return {
    readMany,
    tenant: (id) => ({
      id,
      read: (work) => readMany([id], work),
      write: (work) => change(id, true, work),
      writeAside: (work) => change(id, false, work),
    }),
    readOne: (find, work) =>
      kysely.transaction().execute(async (db) => {
        await assume(db, 'timone_app')
        const body = await find({ administrations: [], db })
        if (!body) return undefined
        await open(db, administrationId(body.id), 'read')
        return await work({ administrations: [body.id], db }, body)
      }),
    writeOne: (find, work, told = 'everybody') =>
      kysely.transaction().execute(async (db) => {
        await assume(db, 'timone_app')
        const body = await find({ administrations: [], db })
        if (!body) return undefined
        await open(db, administrationId(body.id), 'write')
        const result = await work({ administrations: [body.id], administration: body.id, db }, body)
        if (told === 'everybody') await tell(db, body.id)
        return result
      }),
    readPublished: (work) =>
      kysely.transaction().execute(async (db) => {
        await assume(db, 'timone_public')
        return await work({ db })
      }),
    writeNational: (work) =>
      kysely.transaction().execute(async (db) => {
        await assume(db, 'timone_platform')
        return await work({ db })
      }),
  }
}

const assume = (db: Transaction<Tables>, role: 'timone_app' | 'timone_platform' | 'timone_public') =>
  sql.raw(`set local role ${role}`).execute(db)

// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { types } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { TimoneError } from '../../kernel/errors.ts'
import type { AdministrationId } from '../../kernel/ids.ts'
import { type AccessChanges, bodyOf, type ChangeCounter, countAccessChanges, countChanges } from './changes.ts'
import { lockDirectory } from './directory-lock.ts'
import { openEmbedded } from './embedded.ts'
import { type Ear, type Listener, listenOnServer } from './listen.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

/** Where the data lives: a folder of this machine, or a PostgreSQL server (15 or later). */
export type DatabaseLocation = { readonly directory: string } | { readonly url: string }

/** An open, migrated database. Only `tenants.ts` and `national-data.ts` take rows out of it. */
export type Database = {
  readonly kysely: Kysely<Tables>
  /** In this process. It hears of a change before the commit is acknowledged. */
  readonly embedded: boolean
  /** How often each body's data have changed, in any process. */
  readonly changes: ChangeCounter
  /** How often it has changed who may do what, in any process. */
  readonly accessChanges: AccessChanges
  /**
   * Calls back after each commit that changed a body's data, in any process. `missed` says that the connection was lost
   * and some changes may not have been heard.
   */
  onChange(listener: (administration: AdministrationId) => void, missed?: () => void): Promise<void>
  /** Calls back after each commit that changed who may do what: sessions, people, roles (`announce_access`). */
  onAccessChange(listener: () => void): Promise<void>
  close(): Promise<void>
}

/** The channel on which commits announce the body they changed. */
export const changeChannel = 'timone_change'

/** The channel on which triggers announce that who may do what has changed. */
const accessChannel = 'timone_access'

const DATE = 1082
const asText = (value: string) => value

/**
 * Opens the database and brings its schema up to date.
 * @throws {TimoneError} `data-in-use` when another process has the folder, `unavailable` when the server does not answer.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const database = 'url' in location ? await openServer(location.url) : await openFolder(location.directory)
  try {
    await migrate(database.kysely)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openFolder(directory: string): Promise<Database> {
  const lock = await lockDirectory(directory)
  try {
    const pglite = await openEmbedded(join(directory, 'database'))
    pglite.parsers[types.DATE] = asText
    if (!(await lock.stillHeld())) throw new Error('the data folder was taken over while it was being opened')
    const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
    const changes = countChanges()
    const accessChanges = countAccessChanges()
    await pglite.listen(changeChannel, changes.heard)
    await pglite.listen(accessChannel, accessChanges.heard)
    return {
      kysely,
      embedded: true,
      changes,
      accessChanges,
      ...announcements(async (channel, { heard }) => {
        await pglite.listen(channel, heard)
      }),
      close: async () => {
        await kysely.destroy()
        if (!pglite.closed) await pglite.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

const announcements = (
  listen: (channel: string, listener: Listener) => Promise<void>,
): Pick<Database, 'onChange' | 'onAccessChange'> => ({
  onChange: (listener, missed = () => undefined) =>
    listen(changeChannel, { heard: (payload) => listener(bodyOf(payload)), missed }),
  onAccessChange: (listener) => listen(accessChannel, { heard: () => listener(), missed: listener }),
})

async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: { getTypeParser: (oid, format) => (oid === DATE ? asText : pg.types.getTypeParser(oid, format)) },
  })
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    const problem = {
      place: 'DATABASE_URL',
      message: error instanceof Error ? error.message : String(error),
      remedy: 'controllare che il server sia acceso e che l’indirizzo, l’utente e la password siano giusti',
    }
    throw new TimoneError('unavailable', 'Il server PostgreSQL non risponde.', [problem], { cause: error })
  }
  const ears: Ear[] = []
  const changes = countChanges()
  const accessChanges = countAccessChanges()
  ears.push(await listenOnServer(url, changeChannel, changes))
  ears.push(await listenOnServer(url, accessChannel, accessChanges))
  return {
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    embedded: false,
    changes,
    accessChanges,
    ...announcements(async (channel, listener) => {
      ears.push(await listenOnServer(url, channel, listener))
    }),
    close: async () => {
      await Promise.all(ears.map((ear) => ear.close()))
      await pool.end()
    },
  }
}

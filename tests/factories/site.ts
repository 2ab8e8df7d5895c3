// SPDX-License-Identifier: AGPL-3.0-or-later

import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { DocumentTools } from '../../src/features/documents/index.ts'
import { adoptProfile, type Profile } from '../../src/features/profiles/index.ts'
import { program, type Viewer } from '../../src/kernel/access.ts'
import { fixedClock, systemClock } from '../../src/kernel/clock.ts'
import { notNow } from '../../src/kernel/errors.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { type Foundations, openApplication } from '../../src/main/application.ts'
import { followCatalogue } from '../../src/main/follow-catalogue.ts'
import { prepareStore } from '../../src/main/prepare-store.ts'
import { openTenants } from '../../src/platform/db/tenants.ts'
import { assetsAddress } from '../../src/platform/http/assets.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { startBackground } from '../../src/platform/jobs/background.ts'
import { openLog } from '../../src/platform/log/log.ts'
import { openServerForTest, type TestDatabase } from '../databases.ts'
import { countQueries } from './count-queries.ts'
import { registry, catalogue as shipped } from './profile.ts'
import { peopleOf } from './site-people.ts'
import { storedIn } from './site-store.ts'
import { openBrowser } from './test-browser.ts'

/** Where the test run's assets are: they are built with the programs. */
const assetsDirectory = fileURLToPath(new URL('../../dist/assets', import.meta.url))

/** Tools for tests that print nothing. */
const withoutTools: DocumentTools = {
  pdf: { render: () => Promise.reject(new Error('no PDF here')), close: () => Promise.resolve() },
  rasterise: () => new Uint8Array(),
  canPrint: () => true,
  webFonts: { regular: new Uint8Array(), bold: new Uint8Array(), italic: new Uint8Array() },
  program: 'of the tests',
}

const noMail: Foundations['mail'] = { configured: false, send: async () => false, close: () => undefined }

/** What a test may want otherwise than usual. */
export type SiteOptions = Partial<Pick<Foundations, 'catalogue' | 'tools' | 'read' | 'mail' | 'clock'>> & {
  /** Its database, which it closes; absent: a new one on the PostgreSQL server. */
  readonly opened?: TestDatabase
  /** From whom every request comes, without signing in; absent: from whoever has signed in. */
  readonly viewer?: Viewer | (() => Viewer)
  /** Viewers who have an account. */
  readonly accounts?: readonly Viewer[]
  readonly signIn?: Partial<Foundations['signIn']>
  /** Bodies with a plan. The first is the one that `profile`, `plan`, `entries` and `journal` speak of. */
  readonly bodies?: readonly Profile[]
}

/** What a test can do with the site. */
export type TestSite = Awaited<ReturnType<typeof openSite>>

/**
 * The site as `src/main` makes it, on a database of its own: every route, sign-in, roles. It is always 10 March 2026
 * there, unless people sign in: the sign-in engine reads the machine's clock.
 */
export async function openSite({
  opened,
  viewer,
  accounts = [],
  catalogue = shipped,
  tools = withoutTools,
  read = async () => {
    throw notNow('Qui non si leggono file.', { place: 'file', message: 'la prova non ha lettori' })
  },
  mail = noMail,
  clock = viewer ? fixedClock('2026-03-10T10:00:00Z') : systemClock,
  signIn,
  bodies = [],
}: SiteOptions = {}) {
  const data = opened ?? (await openServerForTest())
  const { database: counted, queries } = countQueries(data.database)
  const database = followCatalogue(counted, catalogue)
  const tenants = openTenants(database)
  await prepareStore(tenants, catalogue)
  const logged: string[] = []
  const log = openLog('debug', { write: (line: string) => void logged.push(line) })
  const background = startBackground(2, log)
  let address = 'http://localhost'
  let asking = viewer
  const { identity, server: application } = await openApplication({
    database,
    tenants,
    catalogue,
    registry,
    tools,
    read,
    background,
    mail,
    clock,
    log,
    site: { assets: assetsAddress(assetsDirectory) },
    signIn: {
      secret: 'un segreto di prova lungo abbastanza, solo per i test',
      listening: () => address,
      ...signIn,
    },
  })
  const server = await buildServer({
    ...application,
    identify: async (client) =>
      (typeof asking === 'function' ? asking() : asking) ?? (await application.identify(client)),
    assetsDirectory,
  })
  const adopt = (profile: Profile) => adoptProfile(tenants, profile, program('test').actor)
  const ids = []
  for (const profile of bodies) ids.push(await adopt(profile))
  const people = peopleOf({ database, tenants, identity, clock, server })
  for (const account of accounts) await people.addAccount(account)
  const { get, post, send, sendJson, sendText } = openBrowser(server)
  return {
    server,
    identity,
    database,
    tenants,
    catalogue,
    registry,
    background,
    logged,
    clock,
    get,
    post,
    send,
    sendJson,
    sendText,
    ...people,
    ...storedIn(tenants, ids[0], bodies[0]?.plan.triennium ?? trienniumOf('2025-2027')),
    /** The bodies, in the order of `bodies`. */
    ids,
    adopt,
    /** A person's browser, without cookies. @param from the network address that it comes from */
    browser: (from?: string) => openBrowser(server, from),
    /** From now on every request comes from this viewer. */
    become(next: Viewer) {
      asking = next
    },
    /** Runs plain SQL with full access. No commit announces it, so everything counts as changed. */
    async run(statement: string) {
      await sql.raw(statement).execute(database.kysely)
      database.changes.missed()
    },
    /** Forgets all that was kept of what has been read. */
    forget: () => database.changes.missed(),
    /** The number of queries that some work takes. */
    async count(work: () => Promise<unknown>): Promise<number> {
      const before = queries()
      await work()
      return queries() - before
    },
    /** Listens, for a real browser, and returns the address. */
    async listen(): Promise<string> {
      address = await server.listen({ host: '127.0.0.1', port: 0 })
      return address
    },
    async close() {
      await server.close()
      await background.settled()
      await data.close()
    },
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administrationPaths } from '../../src/features/administrations/index.ts'
import {
  type Identity,
  type IdentitySettings,
  identityPages,
  identityPaths,
  openIdentity,
} from '../../src/features/identity/index.ts'
import { nobody, type Viewer } from '../../src/kernel/access.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { notNow } from '../../src/kernel/errors.ts'
import { siteOf } from '../../src/main/site.ts'
import { page } from '../../src/platform/http/answer.ts'
import { assetsAddress } from '../../src/platform/http/assets.ts'
import { route } from '../../src/platform/http/route.ts'
import { buildServer, type Server } from '../../src/platform/http/server.ts'
import { openLog } from '../../src/platform/log/log.ts'
import type { Mail } from '../../src/platform/mail/mail.ts'
import { home } from '../../src/ui/home.ts'
import { errorPage } from '../../src/ui/page/error-page.tsx'
import { dress } from '../../src/ui/page/viewer.tsx'
import type { TestDatabase } from '../databases.ts'
import { openBrowser, type TestBrowser } from './test-browser.ts'

/** A clock that tests move. It begins at the present time, because the sign-in engine reads the machine's clock. */
export type MovingClock = Clock & { advance(milliseconds: number): void }

/** A site with sign-in only, on a real database. */
export type IdentitySite = {
  readonly identity: Identity
  readonly server: Server
  readonly clock: MovingClock
  /** What the log was given. */
  readonly logged: string[]
  /** The lines of the access journal, oldest first. */
  journal(): Promise<readonly JournalLine[]>
  /** A browser without cookies. */
  browser(address?: string): TestBrowser
  close(): Promise<void>
}

type JournalLine = { readonly actor: string; readonly event: { readonly type: string } & Record<string, unknown> }

/** A platform administrator who is not a person of this site: to call use cases with. */
export const administrator: Viewer = {
  actor: { id: 'program:test', name: 'Prova' },
  key: 'test',
  may: () => true,
  officesOf: () => [],
}

const testSecret = 'un segreto di prova lungo abbastanza, solo per i test'

const movingClock = (): MovingClock => {
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const advance = (milliseconds: number) => {
    ahead += milliseconds
  }
  return { now, today: () => now().toISOString().slice(0, 10), advance }
}

type IdentitySiteOptions = {
  readonly settings?: Partial<IdentitySettings>
  readonly mail?: Mail
  readonly clock?: MovingClock
  /** Built assets, for tests that look at the pages. */
  readonly assetsDirectory?: string
}

/** Opens the site. Signed-in people have no permissions. Closing it does not close the database. */
export async function openIdentitySite(
  { database }: TestDatabase,
  {
    settings,
    mail = { configured: false, send: async () => false, close: () => undefined },
    clock = movingClock(),
    assetsDirectory: given,
  }: IdentitySiteOptions = {},
): Promise<IdentitySite> {
  const logged: string[] = []
  const log = openLog('debug', { write: (line: string) => void logged.push(line) })
  const administrators: string[] = []
  const identity = await openIdentity({
    database,
    mail,
    clock,
    log,
    settings: {
      secret: testSecret,
      listening: () => 'http://localhost',
      onFirstAdministrator: async (_, person) => {
        if (administrators.length > 0)
          throw notNow('C’è già.', { place: 'ruolo', message: 'un amministratore c’è già' })
        administrators.push(person)
      },
      ...settings,
    },
  })
  const site = siteOf({ assets: given === undefined ? '/assets' : assetsAddress(given) })
  const assetsDirectory = given ?? mkdtempSync(join(tmpdir(), 'timone-assets-'))
  const server = await buildServer({
    routes: [
      ...identityPages({ identity, site }),
      route({
        method: 'GET',
        path: home,
        permission: 'everyone',
        handle: ({ viewer }) => page(<Who {...viewer} />),
      }),
      route({
        method: 'GET',
        path: administrationPaths.associations,
        permission: 'signed-in',
        handle: ({ viewer }) => page(<Who {...viewer} />),
      }),
    ],
    assetsDirectory,
    generations: { of: () => 1 },
    identify: async ({ headers }) => viewerOf(await identity.session(headers)),
    signInAddress: (from) => identityPaths.signIn({}, { poi: from }),
    dress,
    clock,
    log,
    errorPage: errorPage(site),
  })
  return {
    identity,
    server,
    clock,
    logged,
    journal: async () => {
      const rows = await database.kysely.selectFrom('access_journal').selectAll().orderBy('sequence').execute()
      return rows.map(({ actor_name, event }) => ({ actor: actor_name, event }))
    },
    browser: (address) => openBrowser(server, address),
    close: async () => {
      await server.close()
      rmSync(assetsDirectory, { recursive: true })
    },
  }
}

const Who = ({ person }: Viewer) => (
  <html lang="it">
    <body>{person ? `Entrato: ${person.name}` : 'Nessuno'}</body>
  </html>
)

const viewerOf = (signedIn: Awaited<ReturnType<Identity['session']>>): Viewer =>
  signedIn
    ? {
        person: signedIn.person,
        actor: { id: `person:${signedIn.person.id}`, name: signedIn.person.name },
        key: `person:${signedIn.person.id}`,
        ...(signedIn.detour !== undefined && { detour: signedIn.detour }),
        may: () => false,
        officesOf: () => [],
      }
    : nobody

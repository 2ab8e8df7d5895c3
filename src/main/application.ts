// SPDX-License-Identifier: AGPL-3.0-or-later

import {
  appointFirstAdministrator,
  openViewers,
  type Registry,
  readAdministrations,
  readAssociations,
} from '../features/administrations/index.ts'
import type { Catalogue } from '../features/catalogue/index.ts'
import type { DocumentTools } from '../features/documents/index.ts'
import { type IdentitySettings, identityPaths, openIdentity } from '../features/identity/index.ts'
import type { ReadPlanFile } from '../features/imports/index.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { Tenants } from '../platform/db/tenants.ts'
import type { ServerDependencies } from '../platform/http/server.ts'
import type { Background } from '../platform/jobs/background.ts'
import type { Log } from '../platform/log/log.ts'
import type { Mail } from '../platform/mail/mail.ts'
import { errorPage } from '../ui/page/error-page.tsx'
import type { Installation } from '../ui/page/site.ts'
import { dress } from '../ui/page/viewer.tsx'
import { policy } from './actions.ts'
import { countGenerations } from './generations.ts'
import { identifyWith } from './identify.ts'
import { openRoutes } from './routes.ts'
import { siteOf } from './site.ts'

/** What the site is built on. The web server, or a test, opens these and hands them over. */
export type Foundations = {
  readonly database: Database
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly registry: Registry
  readonly tools: DocumentTools
  readonly read: ReadPlanFile
  readonly background: Background
  readonly mail: Mail
  readonly clock: Clock
  readonly log: Log
  readonly site: Installation
  readonly signIn: Omit<IdentitySettings, 'onFirstAdministrator' | 'namesAround'>
}

/** What every page is made with: the foundations, and the site with its menus. */
export type PageFoundations = Omit<Foundations, 'site'> & { readonly site: ReturnType<typeof siteOf> }

/** The names of all bodies and associations. */
const readNamesAround = (tenants: Tenants, clock: Clock): Promise<readonly string[]> =>
  tenants.readMany([], async (reader) => {
    const bodies = await readAdministrations(reader)
    const associations = await readAssociations(reader, clock.today())
    return [...bodies, ...associations].map(({ name }) => name)
  })

/** The whole site: every route, and what the server needs from it. */
export async function openApplication(foundations: Foundations) {
  const { database, tenants, clock, log, mail, signIn } = foundations
  const site = siteOf(foundations.site)
  const identity = await openIdentity({
    database,
    mail,
    clock,
    log,
    settings: {
      ...signIn,
      namesAround: () => readNamesAround(tenants, clock),
      onFirstAdministrator: appointFirstAdministrator(clock),
    },
  })
  const viewers = openViewers({ tenants, clock, policy })
  return {
    identity,
    server: {
      routes: openRoutes({ ...foundations, site }, identity),
      identify: identifyWith({ session: identity.session, viewers }),
      signInAddress: (from) => identityPaths.signIn({}, { poi: from }),
      dress,
      generations: await countGenerations(database, tenants),
      clock,
      log,
      errorPage: errorPage(site),
    } satisfies Omit<ServerDependencies, 'assetsDirectory' | 'hosts'>,
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { registerEditions } from '../../src/features/catalogue/index.ts'
import { journalPages, openHistoryReader } from '../../src/features/journal/index.ts'
import { adoptProfile, type Profile } from '../../src/features/profiles/index.ts'
import { openWorklistReader, worklistPages } from '../../src/features/worklist/index.ts'
import { nobody, type PersonId, program, type Viewer } from '../../src/kernel/access.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { declaredEvents } from '../../src/main/events.ts'
import { siteOf } from '../../src/main/site.ts'
import { toldKinds } from '../../src/main/told-kinds.ts'
import { openTenants } from '../../src/platform/db/tenants.ts'
import { assetsAddress } from '../../src/platform/http/assets.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { openLog } from '../../src/platform/log/log.ts'
import { errorPage } from '../../src/ui/page/error-page.tsx'
import { openServerForTest } from '../databases.ts'
import { accessFor } from './access.ts'
import { countQueries } from './count-queries.ts'
import { inventedEdition } from './edition.ts'
import { catalogueOf } from './import-site.ts'

/** The fixed day of the site; the journal and the revisions have the machine's time. */
const today = '2026-03-10'

const entries: Profile['plan']['entries'] = [
  { code: 'CAP1.PA.01', activity: 'Una sola rubrica.', status: 'inProgress', offices: ['Ufficio tributi'] },
  { code: 'CAP4.PA.01', activity: 'Gli incassi passano dalla piattaforma.', status: 'ongoing' },
  { code: 'CAP4.PA.03', status: 'planned', planned: '2026-04-30' },
]

/** An invented municipality with a plan of three entries. */
export const inventedBody = (name: string, cadastralCode: string): Profile => ({
  administration: { name, kind: 'municipality', cadastralCode, population: 7200 },
  facts: { pagoPA: true },
  plan: { triennium: '2025-2027', edition: inventedEdition.id, entries },
})

/** What a test can do with the site besides asking for its pages. */
export type WorklistSite = Awaited<ReturnType<typeof openWorklistSite>>

/** The start page and the journals over a real database with two invented bodies. Who asks is set by `become`. */
export async function openWorklistSite({
  assetsDirectory = emptyAssets(),
}: {
  readonly assetsDirectory?: string
} = {}) {
  const opened = await openServerForTest()
  const { kysely } = opened.database
  const counted = countQueries(opened.database)
  const tenants = openTenants(counted.database)
  const catalogue = catalogueOf(inventedEdition)
  await registerEditions(tenants, catalogue)
  const adopt = (profile: Profile) => adoptProfile(tenants, profile, program('test').actor)
  const vallechiara = await adopt(inventedBody('Comune di Vallechiara', 'Z901'))
  const roccaperta = await adopt(inventedBody('Comune di Roccaperta', 'Z902'))
  let viewer: Viewer = nobody
  const site = siteOf({ assets: assetsAddress(assetsDirectory) })
  const server = await buildServer({
    routes: [
      ...worklistPages({ worklist: openWorklistReader(tenants, catalogue, toldKinds), site }),
      ...journalPages({ history: openHistoryReader(tenants), events: declaredEvents, kinds: toldKinds, site }),
    ],
    ...accessFor(() => viewer),
    assetsDirectory,
    generations: { of: () => Math.random() },
    clock: fixedClock(`${today}T10:00:00Z`),
    log: openLog('silent', { write: () => undefined }),
    errorPage: errorPage(site),
  })
  return {
    server,
    tenants,
    adopt,
    vallechiara,
    roccaperta,
    /** Makes this viewer send the next requests. */
    become: (next: Viewer) => {
      viewer = next
    },
    /** Plain SQL with full access, only for tests. No commit announces it, so everything counts as changed. */
    run: async (statement: string) => {
      await sql.raw(statement).execute(kysely)
      opened.database.changes.missed()
    },
    /** Makes a person, for rows that refer to one. */
    person: async (id: string) =>
      void (await kysely
        .insertInto('person')
        .values({ id: id as PersonId, name: `Persona ${id}`, email: `${id}@timone.example` })
        .execute()),
    countQueries: async (work: () => Promise<unknown>) => {
      const before = counted.queries()
      await work()
      return counted.queries() - before
    },
    get: async (url: string) => {
      const { statusCode: status, headers, body } = await server.inject(url)
      const text = body
        .replace(/<svg[\s\S]*?<\/svg>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replaceAll('&amp;', '&')
        .replaceAll('&quot;', '"')
        .replace(/\s+/g, ' ')
      return { status, body, text, location: String(headers.location), type: String(headers['content-type']) }
    },
    async close() {
      await server.close()
      await opened.close()
      rmSync(assetsDirectory, { recursive: true, force: true })
    },
  }
}

function emptyAssets(): string {
  const directory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
  mkdtempSync(join(directory, 'v'))
  return directory
}

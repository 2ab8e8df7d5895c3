// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findAdministration } from '../../src/features/administrations/index.ts'
import { readJournal } from '../../src/features/audit/index.ts'
import { type Catalogue, registerEditions } from '../../src/features/catalogue/index.ts'
import { richText } from '../../src/features/documents/index.ts'
import { carryFunding, checkFunding, fundingContents, fundingPages } from '../../src/features/funding/index.ts'
import {
  allChecks,
  checkPlan,
  completenessPages,
  contentsPages,
  cyclePages,
  openCompletenessReader,
  openContentsReader,
  openCycleReader,
  openEntryReader,
  openPlanReader,
  type PlanRow,
  readEntries,
  readPlanRows,
  writingPages,
} from '../../src/features/plans/index.ts'
import { adoptProfile, assembleProfile, type Profile } from '../../src/features/profiles/index.ts'
import { program, type Viewer } from '../../src/kernel/access.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { siteOf } from '../../src/main/site.ts'
import { openTenants, type Reader } from '../../src/platform/db/tenants.ts'
import { assetsAddress } from '../../src/platform/http/assets.ts'
import { buildServer, type Server } from '../../src/platform/http/server.ts'
import { openLog } from '../../src/platform/log/log.ts'
import { errorPage } from '../../src/ui/page/error-page.tsx'
import { openServerForTest } from '../databases.ts'
import { accessFor, viewerWho } from './access.ts'
import { countQueries } from './count-queries.ts'
import { catalogue as shipped } from './profile.ts'

/** What a test can do with the site besides asking for its pages. */
export type ContentsSite = Awaited<ReturnType<typeof openContentsSite>>

/**
 * The pages of a plan's parts, of what it lacks and of its cycle, over a real database with one body, `vallechiara`.
 * Drafts are kept of «Persona di prova», «Ada Rossini» and «Bruno Bianchi», who have accounts.
 * @param viewer the viewer of every request, or a function that returns the present one
 */
export async function openContentsSite(
  profile: Profile,
  {
    viewer = viewerWho(),
    catalogue = shipped,
    assetsDirectory = emptyAssets(),
  }: {
    readonly viewer?: Viewer | (() => Viewer)
    readonly catalogue?: Catalogue
    readonly assetsDirectory?: string
  } = {},
) {
  const opened = await openServerForTest()
  const counted = countQueries(opened.database)
  const tenants = openTenants(counted.database)
  const clock = fixedClock('2026-03-10T10:00:00Z')
  await registerEditions(tenants, catalogue)
  const people = ['Persona di prova', 'Ada Rossini', 'Bruno Bianchi'].map((name) => viewerWho(undefined, name).person)
  await opened.database.kysely
    .insertInto('person')
    .values(people.flatMap((person) => (person ? [{ id: person.id, name: person.name, email: person.email }] : [])))
    .execute()
  const actor = program('test').actor
  const id = await adoptProfile(tenants, profile, actor)
  const site = siteOf({ assets: assetsAddress(assetsDirectory) })
  const contents = openContentsReader(tenants, catalogue, [fundingContents])
  const check = allChecks(checkPlan({ catalogue, clock }), checkFunding)
  const writing = { tenants, catalogue, keepersOf: nobodyElse, clock, richText, site }
  const server = await buildServer({
    routes: [
      ...contentsPages({ ...writing, contents }),
      ...fundingPages(writing),
      ...writingPages({
        ...writing,
        entries: openEntryReader(tenants, catalogue, nobodyElse),
        plans: openPlanReader(tenants, catalogue),
      }),
      ...completenessPages({ completeness: openCompletenessReader(tenants, catalogue, check), site }),
      ...cyclePages({
        cycle: openCycleReader(tenants, catalogue),
        useCases: { tenants, catalogue, carryOver: [carryFunding] },
        site,
      }),
    ],
    ...accessFor(viewer),
    assetsDirectory,
    generations: { of: () => Math.random() },
    clock,
    log: openLog('silent', { write: () => undefined }),
    errorPage: errorPage(site),
  })
  const ofPlan = <T>(triennium: string, read: (reader: Reader, row: PlanRow) => Promise<T>) =>
    tenants.tenant(id).read(async (reader) => {
      const row = (await readPlanRows(reader)).find((plan) => plan.triennium === triennium)
      if (!row) throw new Error(`no plan ${triennium}`)
      return await read(reader, row)
    })
  return {
    ...server,
    tenants,
    /** Asks for a page. */
    get: async (url: string) => readable(await server.inject(url)),
    /** Sends a form, as a browser does. */
    post: async (url: string, fields: Readonly<Record<string, string>> = {}) =>
      readable(
        await server.inject({
          method: 'POST',
          url,
          payload: new URLSearchParams(fields).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      ),
    adopt: (other: Profile) => adoptProfile(tenants, other, actor),
    /** The stored plan of a triennium, whole. */
    profile: (triennium = profile.plan.triennium) =>
      ofPlan(triennium, async (reader, row) => {
        const administration = await findAdministration(reader, 'vallechiara')
        if (!administration) throw new Error('vallechiara is missing')
        return await assembleProfile(reader, administration, row)
      }),
    /** Its entries as they are stored. */
    entries: (triennium = profile.plan.triennium) => ofPlan(triennium, readEntries),
    row: (triennium = profile.plan.triennium) => ofPlan(triennium, async (_, row) => row),
    journal: () => tenants.tenant(id).read((reader) => readJournal(reader, 100)),
    /** The number of queries that some work takes. */
    async count(work: () => Promise<unknown>): Promise<number> {
      const before = counted.queries()
      await work()
      return counted.queries() - before
    },
    async close() {
      await server.close()
      await opened.close()
      rmSync(assetsDirectory, { recursive: true, force: true })
    },
  }
}

/** The people who may own entries. */
const nobodyElse = async () => []

/** An answer, with what a person reads in it, and its form's hidden fields. */
const readable = ({ statusCode, headers, body }: Awaited<ReturnType<Server['inject']>>) => ({
  statusCode,
  location: String(headers.location),
  body,
  text: body
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' '),
  hidden: Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Readonly<Record<string, string>>,
})

function emptyAssets(): string {
  const directory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
  mkdtempSync(join(directory, 'v'))
  return directory
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administrationPages, readAdministrations } from '../../src/features/administrations/index.ts'
import { readJournal } from '../../src/features/audit/index.ts'
import { type Catalogue, type Edition, registerEditions } from '../../src/features/catalogue/index.ts'
import {
  type DocumentTools,
  documentPages,
  openDocumentService,
  openFreezer,
  planCharts,
  richText,
} from '../../src/features/documents/index.ts'
import { importPages, openImportReader, type ReadPlanFile } from '../../src/features/imports/index.ts'
import type { ImportedEntry, ImportedPlan } from '../../src/features/imports/model.ts'
import {
  openAdministrationReader,
  openPlanReader,
  openVersionReader,
  planPages,
  readPlanRows,
} from '../../src/features/plans/index.ts'
import { adoptProfile, assembleProfile, type Profile } from '../../src/features/profiles/index.ts'
import { program, type Viewer } from '../../src/kernel/access.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { invalidInput, unknownEdition } from '../../src/kernel/errors.ts'
import { comparedKinds } from '../../src/main/compared-kinds.ts'
import { siteOf } from '../../src/main/site.ts'
import { openTenants } from '../../src/platform/db/tenants.ts'
import { assetsAddress } from '../../src/platform/http/assets.ts'
import { buildServer, type Server } from '../../src/platform/http/server.ts'
import { startBackground } from '../../src/platform/jobs/background.ts'
import { openLog } from '../../src/platform/log/log.ts'
import { errorPage } from '../../src/ui/page/error-page.tsx'
import { openServerForTest } from '../databases.ts'
import { accessFor, viewerWho } from './access.ts'
import { inventedEdition } from './edition.ts'

/** A catalogue of these editions. */
export const catalogueOf = (...editions: readonly Edition[]): Catalogue => ({
  ids: () => editions.map(({ id }) => id),
  edition(id) {
    const edition = editions.find((known) => known.id === id)
    if (edition) return edition
    throw unknownEdition(
      id,
      editions.map((known) => known.id),
    )
  },
  lineage: () => [],
  saveImported: () => undefined,
})

/** An invented municipality without a plan, and with one of two entries. */
const vallechiara = { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' } as const
const withoutPlan: Profile = {
  administration: { name: 'Comune di Montescuro', kind: 'municipality', cadastralCode: 'Z902' },
  plan: { triennium: '2023-2025', edition: inventedEdition.id },
}
const withPlan: Profile = {
  administration: { ...vallechiara, population: 7200 },
  facts: { pagoPA: true },
  offices: [{ name: 'Ufficio tributi' }],
  plan: {
    triennium: '2025-2027',
    edition: inventedEdition.id,
    entries: [
      {
        code: 'CAP1.PA.01',
        activity: 'Gli uffici usano una sola rubrica.',
        status: 'inProgress',
        notes: 'Da rivedere.',
      },
      { code: 'CAP4.PA.01', activity: 'Gli incassi passano dalla piattaforma.', status: 'completed' },
    ],
  },
  spending: [{ year: 2024, kind: 'actual', amount: '1200.50' }],
}

/** A plan as read from a file; fields that are not given are empty. */
export const importedPlan = (parts: Partial<ImportedPlan> = {}): ImportedPlan => ({
  document: { administration: vallechiara.name, triennium: '2025-2027', edition: inventedEdition.id },
  entries: [],
  initiatives: [],
  ownObjectives: [],
  funding: [],
  spending: [],
  indicators: [],
  glossary: [],
  narrative: [],
  warnings: [],
  ...parts,
})

/** An entry as read from a file, surely. */
export const importedEntry = (entry: Pick<ImportedEntry, 'code'> & Partial<ImportedEntry>): ImportedEntry => ({
  codeAsPrinted: entry.code,
  objective: null,
  expectedResult: null,
  timing: null,
  officialText: null,
  activity: null,
  status: null,
  responsible: [],
  funding: [],
  plannedDate: null,
  completedDate: null,
  notes: null,
  source: { page: 12, text: `${entry.code}\n${entry.activity ?? ''}` },
  confidence: 0.95,
  warnings: [],
  ...entry,
})

/** Reads a file that holds the plan as JSON; `guasto` and `difetto` in the name fail, as files and as Timone do. */
const readJsonPlan: ReadPlanFile = async (bytes, name, onProgress) => {
  onProgress('pagina 1 di 2')
  if (name.includes('difetto')) throw new TypeError('cannot read')
  if (name.includes('guasto')) {
    throw invalidInput(`Il file ${name} non si può leggere.`, [
      { place: name, message: 'è protetto da una password', remedy: 'salvarlo senza password' },
    ])
  }
  return JSON.parse(new TextDecoder().decode(bytes)) as ImportedPlan
}

const withoutTools: DocumentTools = {
  pdf: { render: () => Promise.reject(new Error('no PDF here')), close: () => Promise.resolve() },
  rasterise: () => new Uint8Array(),
  canPrint: () => true,
  webFonts: { regular: new Uint8Array(), bold: new Uint8Array(), italic: new Uint8Array() },
}

/** What a test can do with the site besides asking for its pages. */
export type ImportSite = Awaited<ReturnType<typeof openImportSite>>

/** Import and plan pages over a real database, with two invented bodies: one has a plan. */
export async function openImportSite({
  read = readJsonPlan,
  catalogue = catalogueOf(inventedEdition),
  assetsDirectory = emptyAssets(),
  tools = withoutTools,
  viewer = viewerWho(),
}: {
  readonly viewer?: Viewer
  readonly read?: ReadPlanFile
  readonly catalogue?: Catalogue
  readonly assetsDirectory?: string
  /** Needed only for paged documents. */
  readonly tools?: DocumentTools
} = {}) {
  const opened = await openServerForTest()
  const tenants = openTenants(opened.database)
  const clock = fixedClock('2026-03-10T10:00:00Z')
  const log = openLog('silent', { write: () => undefined })
  await registerEditions(tenants, catalogue)
  const id = await adoptProfile(tenants, withPlan, program('test').actor)
  await adoptProfile(tenants, withoutPlan, program('test').actor)
  const site = siteOf({ assets: assetsAddress(assetsDirectory) })
  const background = startBackground(2, log)
  const plans = openPlanReader(tenants, catalogue)
  const freezer = openFreezer(catalogue, tools, clock)
  const versions = openVersionReader({ tenants, catalogue, freezer, kinds: comparedKinds })
  const server = await buildServer({
    routes: [
      ...administrationPages(openAdministrationReader(tenants, catalogue, clock), site),
      ...planPages({ plans, charts: planCharts, richText, site }),
      ...documentPages({ versions, documents: openDocumentService(tenants, catalogue, tools, clock), site }),
      ...importPages({
        imports: openImportReader(tenants, catalogue, clock),
        useCases: { tenants, catalogue, clock, read, background },
        site,
      }),
    ],
    ...accessFor(viewer),
    assetsDirectory,
    generations: { of: () => Math.random() },
    clock,
    log,
    errorPage: errorPage(site),
  })
  const send = async (url: string, name: string, content: string | Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    form.set('file', new Blob([content]), name)
    return readable(await server.inject({ method: 'POST', url, payload: form }))
  }
  return {
    ...server,
    background,
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
    /** Sends a form with a file. */
    send,
    /** Imports a file with this plan and returns the address of its review. */
    bringIn: async (plan: Partial<ImportedPlan>, slug = 'vallechiara') =>
      (await send(`/enti/${slug}/importazioni`, 'piano.json', JSON.stringify(importedPlan(plan)))).location,
    /** Stores a plan of the body, as `timone profile` does. */
    adopt: (plan: Profile['plan']) => adoptProfile(tenants, { ...withPlan, plan }, program('test').actor),
    /** The stored profile of the body that has a plan. */
    profile: (triennium = '2025-2027') =>
      tenants.tenant(id).read(async (reader) => {
        const row = (await readPlanRows(reader)).find((plan) => plan.triennium === triennium)
        const body = (await readAdministrations(reader)).find((known) => known.id === id)
        return row && body && (await assembleProfile(reader, body, row))
      }),
    journal: () => tenants.tenant(id).read((reader) => readJournal(reader, 100)),
    async close() {
      await server.close()
      await background.settled()
      await opened.close()
      rmSync(assetsDirectory, { recursive: true, force: true })
    },
  }
}

/** An answer, with what a person reads in it. */
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
})

function emptyAssets(): string {
  const directory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
  mkdtempSync(join(directory, 'v'))
  return directory
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readJournal } from '../../src/features/audit/index.ts'
import { registerEditions } from '../../src/features/catalogue/index.ts'
import {
  comparisonPages,
  type DocumentTools,
  documentPages,
  documentPaths,
  openDocumentService,
  openFreezer,
  richText,
} from '../../src/features/documents/index.ts'
import type { StepInput } from '../../src/features/plans/approval/model.ts'
import { approvalPages } from '../../src/features/plans/approval/pages.tsx'
import { openApprovalReader } from '../../src/features/plans/approval/read-approval.ts'
import { movePlan } from '../../src/features/plans/approval/steps/move-plan.ts'
import type { StepDependencies } from '../../src/features/plans/approval/steps/take-step.ts'
import { planPaths } from '../../src/features/plans/index.ts'
import type { Missing } from '../../src/features/plans/plan/completeness/completeness.ts'
import { readPlanRows } from '../../src/features/plans/plan/store.ts'
import { openPlanReader } from '../../src/features/plans/plan/tailoring/read-tailored-plan.ts'
import { versionPages } from '../../src/features/plans/versions/pages.tsx'
import { openVersionReader } from '../../src/features/plans/versions/read-versions.ts'
import { readVersions } from '../../src/features/plans/versions/version-store.ts'
import { adoptProfile, type Profile } from '../../src/features/profiles/index.ts'
import { program, type Viewer } from '../../src/kernel/access.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import type { ActionName } from '../../src/main/actions.ts'
import { comparedKinds } from '../../src/main/compared-kinds.ts'
import { siteOf } from '../../src/main/site.ts'
import { openTenants } from '../../src/platform/db/tenants.ts'
import { assetsAddress } from '../../src/platform/http/assets.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { openLog } from '../../src/platform/log/log.ts'
import { errorPage } from '../../src/ui/page/error-page.tsx'
import type { TestDatabase } from '../databases.ts'
import { accessFor, viewerWho } from './access.ts'
import { inventedCatalogue, inventedEdition } from './edition.ts'

export const triennium = '2025-2027'

const vallechiara: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', population: 7200 },
  facts: { pagoPA: true },
  offices: [{ name: 'Ufficio tributi' }],
  plan: {
    triennium,
    edition: inventedEdition.id,
    narrative: { introduction: 'Il Comune digitalizza i suoi sportelli.' },
    entries: [
      { code: 'CAP1.PA.01', activity: 'Gli uffici usano una sola rubrica.', status: 'inProgress' },
      { code: 'CAP4.PA.01', activity: 'Gli incassi passano dalla piattaforma.', status: 'completed' },
    ],
  },
  spending: [{ year: 2025, kind: 'actual', amount: '1200.50' }],
}

/** The smallest file that passes for the PDF of an act, and one that does for its signed copy. */
export const actPdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n')
export const signedAct = Buffer.concat([
  Buffer.from('3080', 'hex'),
  Buffer.from('06092a864886f70d010702', 'hex'),
  actPdf,
])

/** A day long after any on which the tests run: the database dates its journal by its own clock. */
export const today = '2090-03-10'

export const act = { body: 'Giunta comunale', number: '12', date: today }

/** A person of the body who may do these things and no others, whatever the body. */
export const whoMay = (...actions: readonly ActionName[]): Viewer =>
  viewerWho((action) => action === 'plan.read' || actions.includes(action), `Chi può ${actions.join(' ')}`)

const printed = new TextEncoder().encode('%PDF stampato una volta %%EOF')

const printless: DocumentTools = {
  pdf: { render: async () => ({ format: 'pdf', bytes: printed, pages: 3 }), close: async () => undefined },
  rasterise: () => new Uint8Array(),
  canPrint: () => true,
  webFonts: { regular: new Uint8Array(), bold: new Uint8Array(), italic: new Uint8Array() },
}

let bodies = 0

/** A new body with a plan in a database, and the steps of it. PDFs are not printed: that has tests of its own. */
export async function openWorkshop({ database }: TestDatabase, missing: readonly Missing[] = []) {
  bodies += 1
  const cadastralCode = `Z${String(bodies).padStart(3, '0')}`
  const name = `Comune di Vallechiara ${bodies}`
  const profile: Profile = { ...vallechiara, administration: { ...vallechiara.administration, name, cadastralCode } }
  const where = { slug: `vallechiara-${bodies}`, triennium }
  const tenants = openTenants(database)
  const catalogue = inventedCatalogue
  await registerEditions(tenants, catalogue)
  const id = await adoptProfile(tenants, profile, program('test').actor)
  const tenant = tenants.tenant(id)
  const clock = fixedClock(`${today}T10:00:00Z`)
  const lacks = [...missing]
  const dependencies: StepDependencies = {
    tenants,
    clock,
    check: async () => lacks,
    freezer: openFreezer(catalogue, printless, clock),
  }
  const plan = async (of = triennium) => {
    const row = (await tenant.read(readPlanRows)).find((known) => known.triennium === of)
    if (!row) throw new Error(`no plan ${of}`)
    return row
  }
  const move = (input: StepInput, viewer: Viewer = viewerWho(), of = triennium) =>
    movePlan(dependencies, { ...where, triennium: of }, input, viewer)
  return {
    profile,
    where,
    tenants,
    tenant,
    catalogue,
    clock,
    dependencies,
    plan,
    move,
    lacks,
    /** Takes a plan as far as a step, in the shortest way. */
    async advance(to: 'inReview' | 'approved' | 'inForce' | 'published', of = triennium) {
      await move({ transition: 'submit' }, undefined, of)
      if (to === 'inReview') return
      await move({ ...(await approvalNow(of)) }, undefined, of)
      if (to === 'approved') return
      await move({ transition: 'enforce', date: today }, undefined, of)
      if (to === 'published') await move({ transition: 'publish' }, undefined, of)
    },
    approvalNow,
    adopt: (changed: Profile) => adoptProfile(tenants, changed, program('test').actor),
    versions: async (of = triennium) => {
      const row = await plan(of)
      return tenant.read((reader) => readVersions(reader, row))
    },
    journal: () => tenant.read((reader) => readJournal(reader, 200)),
  }

  /** What approves the plan as it is now. */
  async function approvalNow(of = triennium): Promise<StepInput> {
    const { revision } = await plan(of)
    return { transition: 'approve', revision, act, file: { name: 'delibera-12.pdf', bytes: actPdf } }
  }
}
export type Workshop = Awaited<ReturnType<typeof openWorkshop>>

/** The pages and the API of a workshop's plan, as the viewer of the moment sees them. */
export async function openApprovalSite(opened: TestDatabase, builtAssets?: string) {
  const assetsDirectory = builtAssets ?? emptyAssets()
  const shop = await openWorkshop(opened)
  const { tenants, catalogue, clock, dependencies, where } = shop
  const { check, freezer } = dependencies
  const asking = { viewer: viewerWho() }
  const site = siteOf({ assets: assetsAddress(assetsDirectory) })
  const plans = openPlanReader(tenants, catalogue)
  const versions = openVersionReader({ tenants, catalogue, freezer, kinds: comparedKinds })
  const approval = openApprovalReader({ tenants, catalogue, check, freezer })
  const server = await buildServer({
    routes: [
      ...approvalPages({ approval, useCases: { ...dependencies, catalogue }, richText, site }),
      ...versionPages({ versions, plans, documents: documentPaths, site }),
      ...comparisonPages({ versions, tools: printless, clock }),
      ...documentPages({ versions, documents: openDocumentService(tenants, catalogue, printless, clock), site }),
    ],
    ...accessFor(() => asking.viewer),
    assetsDirectory,
    generations: { of: () => Math.random() },
    clock,
    log: openLog('silent', { write: () => undefined }),
    errorPage: errorPage(site),
  })
  const readable = ({ statusCode, headers, body }: Awaited<ReturnType<typeof server.inject>>) => ({
    statusCode,
    headers,
    body,
    location: String(headers.location),
    text: body
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replace(/\s+/g, ' '),
  })
  return {
    ...shop,
    approval,
    versionReader: versions,
    listen: server.listen,
    routes: server.routes,
    page: planPaths.approval(where),
    /** From now on another person asks. */
    as: (viewer: Viewer) => {
      asking.viewer = viewer
    },
    get: async (url: string, accept = 'text/html') => readable(await server.inject({ url, headers: { accept } })),
    bytes: async (url: string) => (await server.inject(url)).rawPayload,
    /** Sends a form that carries files or not, as a browser does. */
    async post(url: string, fields: Readonly<Record<string, string>>, file?: { name: string; bytes: Uint8Array }) {
      if (!url.includes('/passi/')) {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' }
        const payload = new URLSearchParams(fields).toString()
        return readable(await server.inject({ method: 'POST', url, payload, headers }))
      }
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', new Blob(file ? [new Uint8Array(file.bytes)] : []), file?.name ?? '')
      return readable(await server.inject({ method: 'POST', url, payload: form }))
    },
    async send(url: string, body: unknown, accept = '*/*') {
      const payload = typeof body === 'string' ? body : JSON.stringify(body)
      const headers = { 'content-type': 'application/json', accept }
      return readable(await server.inject({ method: 'POST', url, payload, headers }))
    },
    async close() {
      await server.close()
      if (!builtAssets) rmSync(assetsDirectory, { recursive: true, force: true })
    },
  }
}
export type ApprovalSite = Awaited<ReturnType<typeof openApprovalSite>>

function emptyAssets(): string {
  const directory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
  mkdtempSync(join(directory, 'v'))
  return directory
}

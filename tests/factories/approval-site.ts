// SPDX-License-Identifier: AGPL-3.0-or-later

import { type DocumentTools, openFreezer } from '../../src/features/documents/index.ts'
import type { StepInput } from '../../src/features/plans/approval/model.ts'
import { openApprovalReader } from '../../src/features/plans/approval/read-approval.ts'
import { movePlan } from '../../src/features/plans/approval/steps/move-plan.ts'
import type { StepDependencies } from '../../src/features/plans/approval/steps/take-step.ts'
import { planPaths } from '../../src/features/plans/index.ts'
import type { Missing } from '../../src/features/plans/plan/completeness/completeness.ts'
import { openVersionReader } from '../../src/features/plans/versions/read-versions.ts'
import { readVersions } from '../../src/features/plans/versions/version-store.ts'
import type { Profile } from '../../src/features/profiles/index.ts'
import type { Viewer } from '../../src/kernel/access.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { slugOf, trienniumOf } from '../../src/kernel/ids.ts'
import type { ActionName } from '../../src/main/actions.ts'
import { recordKinds } from '../../src/main/record-kinds.ts'
import type { TestDatabase } from '../databases.ts'
import { viewerWho } from './access.ts'
import { inventedCatalogue, inventedEdition } from './edition.ts'
import { openSite, type TestSite } from './site.ts'
import { storedIn } from './site-store.ts'
import type { SentFile } from './test-browser.ts'

export const triennium = trienniumOf('2025-2027')

/** A municipality whose plan lacks nothing that is necessary. */
const vallechiara: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', population: 7200 },
  facts: { pagoPA: true },
  offices: [{ name: 'Ufficio tributi' }],
  roles: [
    {
      role: 'Responsabile per la transizione digitale',
      holder: 'Segretario',
      act: { body: 'Giunta comunale', number: '12', date: '2025-01-31' },
    },
  ],
  plan: {
    triennium,
    edition: inventedEdition.id,
    choices: { 'CAP1.PA.02': false },
    narrative: { introduction: 'Il Comune digitalizza i suoi sportelli.', organisation: 'Il RTD coordina.' },
    entries: [
      { code: 'CAP1.PA.01', activity: 'Gli uffici usano una sola rubrica.', status: 'inProgress' },
      { code: 'CAP4.PA.01', activity: 'Gli incassi passano dalla piattaforma.', status: 'completed' },
      { code: 'CAP4.PA.03', status: 'notApplicable' },
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
  program: 'of the tests',
}

let bodies = 0

/** The site of the workshops. PDFs are not printed: that has tests of its own. */
export const openApprovalSite = (opened?: TestDatabase): Promise<TestSite> =>
  openSite({
    ...(opened && { opened }),
    catalogue: inventedCatalogue,
    tools: printless,
    clock: fixedClock(`${today}T10:00:00Z`),
    viewer: viewerWho(),
  })

/** A new body with a plan on a site, as everybody sees it, and the steps of the plan. */
export async function openWorkshop(site: TestSite) {
  bodies += 1
  const cadastralCode = `Z${String(bodies).padStart(3, '0')}`
  const name = `Comune di Vallechiara ${bodies}`
  const profile: Profile = { ...vallechiara, administration: { ...vallechiara.administration, name, cadastralCode } }
  const where = { slug: slugOf(`vallechiara-${bodies}`), triennium }
  const { tenants, catalogue, clock } = site
  site.become(viewerWho())
  const id = await site.adopt(profile)
  const stored = storedIn(tenants, id, triennium)
  const lacks: Missing[] = []
  const check = async () => lacks
  const freezer = openFreezer(catalogue, printless, clock)
  const dependencies: StepDependencies = { tenants, clock, check, freezer }
  const move = (input: StepInput, viewer: Viewer = viewerWho(), of = triennium) =>
    movePlan(dependencies, { ...where, triennium: of }, input, viewer)
  return {
    ...site,
    profile,
    where,
    tenant: tenants.tenant(id),
    dependencies,
    plan: stored.row,
    journal: stored.journal,
    move,
    /** What the plan lacks, for steps that are taken without the pages. */
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
    async versions(of = triennium) {
      const row = await stored.row(of)
      return await stored.read((reader) => readVersions(reader, row))
    },
    approval: openApprovalReader({ tenants, catalogue, check, freezer, kinds: recordKinds }),
    versionReader: openVersionReader({ tenants, catalogue, freezer, kinds: recordKinds }),
    /** The page of the plan's way. */
    page: planPaths.approval(where),
    /** Sends a form, as a browser does: those of steps may carry a file. */
    post: (url: string, fields: Readonly<Record<string, string>>, file?: SentFile) =>
      url.includes('/passi/') ? site.send(url, fields, file) : site.post(url, fields),
  }

  /** What approves the plan as it is now. */
  async function approvalNow(of = triennium): Promise<StepInput> {
    const { revision } = await stored.row(of)
    return { transition: 'approve', revision, act, file: { name: 'delibera-12.pdf', bytes: actPdf } }
  }
}

/** What a test of the way of a plan can do. */
export type Workshop = Awaited<ReturnType<typeof openWorkshop>>

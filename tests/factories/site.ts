// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Administration,
  type AdministrationReader,
  type AdministrationSummary,
  type Association,
  administrationPages,
} from '../../src/features/administrations/index.ts'
import { assessEdition } from '../../src/features/catalogue/index.ts'
import { documentPages } from '../../src/features/documents/pages.tsx'
import type { DocumentService } from '../../src/features/documents/serving/service.ts'
import { planCharts } from '../../src/features/documents/views/plan-charts.tsx'
import { richText } from '../../src/features/documents/views/rich-text.tsx'
import {
  type Entry,
  measureProgress,
  type PlanReader,
  planPages,
  planPaths,
  tailorPlan,
  type VersionReader,
} from '../../src/features/plans/index.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { administrationId } from '../../src/kernel/ids.ts'
import { siteOf } from '../../src/main/site.ts'
import { assetsAddress } from '../../src/platform/http/assets.ts'
import { buildServer, type Server } from '../../src/platform/http/server.ts'
import { statusRoute } from '../../src/platform/http/status.ts'
import { openLog } from '../../src/platform/log/log.ts'
import { errorPage } from '../../src/ui/page/error-page.tsx'
import { accessFor, viewerWho } from './access.ts'
import { inventedEdition } from './edition.ts'

/** The fixed day of the invented site. */
const today = '2026-03-10'

/** The triennium of the invented plans. */
const triennium = '2025-2027'

/** A body as a test describes it: its entries, or nothing when it has no plan. */
type InventedBody = Partial<Administration> & { readonly slug: string; readonly entries?: readonly Entry[] }

/** Three invented bodies: one with a plan, one hostile, one without a plan. */
const inventedBodies: readonly InventedBody[] = [
  {
    slug: 'comune-di-pieve-d-arsa',
    name: "Comune di Pieve d'Àrsa",
    province: 'Valmonte',
    population: 7200,
    facts: { pagoPA: true, dataCentreGroup: 'none' },
    demonstration: true,
    entries: [
      {
        code: 'CAP1.PA.01',
        activity:
          'Gli uffici usano **una sola** rubrica.\n\n- anagrafe\n- tributi, vedi [la delibera](https://example.org/d)',
        status: 'inProgress',
        statusLabel: 'In corso per il secondo anno',
        offices: ['Ufficio tributi'],
        planned: '2026-04-30',
        evidence: [{ label: 'Delibera di Giunta', url: 'https://example.org/delibera' }],
      },
      { code: 'CAP4.PA.01', activity: 'Tutti gli incassi passano dalla piattaforma.', status: 'completed' },
    ],
  },
  {
    slug: 'comune-di-roccaperta',
    name: 'Comune di <img src=x onerror=alert(1)>',
    province: '"><script>alert(2)</script>',
    population: 900,
    facts: {},
    entries: [
      {
        code: 'CAP1.PA.01',
        activity: '<script>alert(3)</script> [qui](javascript:alert(4)) {{constructor}}',
        status: 'notStarted',
        statusLabel: '"><svg onload=alert(5)>',
        notes: "<style>*{display:none}</style> <a href='javascript:alert(6)'>x</a>",
      },
    ],
  },
  { slug: 'unione-delle-tre-valli', name: 'Unione delle Tre Valli', kind: 'union', province: 'Valmonte' },
]

const associations: readonly Association[] = [
  { slug: 'ufficio-delle-valli', name: 'Ufficio associato delle Valli', members: ['comune-di-pieve-d-arsa'] },
]

const complete = ({ entries, ...known }: InventedBody, index: number) => {
  const administration: Administration = {
    id: administrationId(index + 1),
    name: known.slug,
    kind: 'municipality',
    facts: {},
    demonstration: false,
    ...known,
  }
  if (!entries) return { administration }
  const verdicts = assessEdition(administration, administration.facts, undefined, inventedEdition)
  const plan = { triennium, edition: inventedEdition.id, entries: [...entries] }
  const unknown = { verdict: 'to-verify', reason: 'regola assente' } as const
  return {
    administration,
    tailored: tailorPlan(plan, inventedEdition, ({ code }) => verdicts.get(code) ?? unknown),
  }
}

/** The pages of invented bodies, read from memory. Closing it removes its assets. */
export async function openInventedSite(
  bodies: readonly InventedBody[] = inventedBodies,
  assetsDirectory = emptyAssets(),
  viewer = viewerWho(),
): Promise<Server> {
  const known = bodies.map(complete)
  const summaries = known.map(({ administration, tailored }): AdministrationSummary => {
    if (!tailored) return { administration }
    const lines = tailored.chapters.flatMap((chapter) => chapter.lines)
    const { standings, statuses, late, toTell } = measureProgress(lines, today)
    const { completed } = statuses
    const counts = { applicable: standings.applies, completed, late, toTell, toVerify: standings['to-verify'] }
    return {
      administration,
      plan: {
        triennium,
        address: planPaths.plan({ slug: administration.slug, triennium }),
        edition: inventedEdition.id,
        state: 'In bozza',
        ...counts,
      },
    }
  })
  const administrations: AdministrationReader = {
    list: async () => summaries,
    associations: async () => associations,
    bySlug: async (slug) => {
      const found = summaries.find(({ administration }) => administration.slug === slug)
      return (
        found && {
          administration: found.administration,
          offices: [{ name: 'Ufficio tributi', description: 'Riscuote.' }],
          roles: [{ role: 'Responsabile per la transizione digitale', holder: 'Segretario comunale' }],
          associations: associations.filter(({ members }) => members.includes(slug)),
          plans: found.plan ? [found.plan] : [],
        }
      )
    },
  }
  const plans: PlanReader = {
    tailored: async (slug, asked) => {
      const found = known.find(({ administration }) => administration.slug === slug)
      return found?.tailored && asked === triennium ? { ...found, tailored: found.tailored } : undefined
    },
  }
  const versions: Pick<VersionReader, 'sheet'> = {
    sheet: async (slug, asked) => {
      const plan = await plans.tailored(slug, asked)
      if (!plan) return undefined
      const { administration, tailored } = plan
      return { administration, tailored, standing: { state: 'draft', version: 1 }, versions: [], comparable: [] }
    },
  }
  const documents: DocumentService = {
    write: async ({ slug, triennium: asked, format, layout }) =>
      (await plans.tailored(slug, asked)) && {
        format,
        bytes: new TextEncoder().encode(`${slug} ${format} ${layout}`),
        filename: `piano-${slug}-${asked}-bozza.${format}`,
      },
  }
  const site = siteOf({ assets: assetsAddress(assetsDirectory) })
  const server = await buildServer({
    routes: [
      statusRoute,
      ...administrationPages(administrations, site),
      ...planPages({ plans, charts: planCharts, richText, site }),
      ...documentPages({ versions, documents, site }),
    ],
    ...accessFor(viewer),
    assetsDirectory,
    generations: { of: () => 1 },
    clock: fixedClock(`${today}T10:00:00Z`),
    log: openLog('silent', { write: () => undefined }),
    errorPage: errorPage(site),
  })
  return { ...server, close: () => server.close().finally(() => rmSync(assetsDirectory, { recursive: true })) }
}

function emptyAssets(): string {
  const directory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
  mkdtempSync(join(directory, 'v'))
  return directory
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attachmentPages, openAttachmentReader } from '../../src/features/attachments/index.ts'
import { planCharts } from '../../src/features/documents/views/plan-charts.tsx'
import { richText } from '../../src/features/documents/views/rich-text.tsx'
import {
  type Keeper,
  lineWriting,
  openEntryReader,
  openPlanReader,
  planPages,
  writingPages,
} from '../../src/features/plans/index.ts'
import type { PersonId, Viewer } from '../../src/kernel/access.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { siteOf } from '../../src/main/site.ts'
import { assetsAddress } from '../../src/platform/http/assets.ts'
import { buildServer, type Server } from '../../src/platform/http/server.ts'
import { openLog } from '../../src/platform/log/log.ts'
import { errorPage } from '../../src/ui/page/error-page.tsx'
import { openServerForTest } from '../databases.ts'
import { accessFor, viewerWho } from './access.ts'
import { type InventedPlan, openInventedPlan } from './invented-plan.ts'

/** A viewer whose account exists in the database. */
const personWho = (...[may, name, offices]: Parameters<typeof viewerWho>): Viewer => {
  const viewer = viewerWho(may, name, offices)
  const id = viewer.key.replaceAll('-', '') as PersonId
  return {
    ...viewer,
    ...(viewer.person && { person: { ...viewer.person, id } }),
    actor: { ...viewer.actor, id: `person:${id}` },
  }
}

/** The viewers: one writes everything, one writes for one office, one only reads. */
export const lucia = personWho(() => true, 'Lucia Prova')
export const marco = personWho(() => true, 'Marco Prova')
export const collaborator = personWho(
  (action, place) =>
    action === 'plan.read' ||
    (action === 'entry.write' && (place?.offices === undefined || place.offices.includes('Ufficio tributi'))),
  'Collaboratore Prova',
  ['Ufficio tributi'],
)
export const reader = personWho((action) => action === 'plan.read', 'Lettrice Prova')
const people = [lucia, marco, collaborator, reader]

/** The pages of one body's plan and those that write its entries, on a database of their own. */
export type WritingSite = InventedPlan & {
  readonly server: Server
  /** Sets the viewer of the next requests. */
  become(viewer: Viewer): void
}

/** Opens the site on 10 March 2026, as Lucia. Closing it closes its database. */
export async function openWritingSite(assetsDirectory = emptyAssets()): Promise<WritingSite> {
  const invented = await openInventedPlan(await openServerForTest())
  const { tenants, catalogue, database } = invented
  await database.kysely
    .insertInto('person')
    .values(people.flatMap(({ person }) => (person ? [{ id: person.id, name: person.name, email: person.email }] : [])))
    .execute()
  let viewer = lucia
  const keepersOf = async (): Promise<readonly Keeper[]> =>
    people.map(({ person }) => ({ id: person?.id ?? ('' as PersonId), name: person?.name ?? '' }))
  const clock = fixedClock('2026-03-10T09:32:00Z')
  const site = siteOf({ assets: assetsAddress(assetsDirectory) })
  const entries = openEntryReader(tenants, catalogue, keepersOf)
  const plans = openPlanReader(tenants, catalogue)
  const server = await buildServer({
    routes: [
      ...planPages({ plans, writing: lineWriting(entries), charts: planCharts, richText, site }),
      ...writingPages({ tenants, catalogue, keepersOf, clock, entries, plans, richText, site }),
      ...attachmentPages({ attachments: openAttachmentReader(tenants) }),
    ],
    ...accessFor(() => viewer),
    assetsDirectory,
    generations: { of: () => Math.random() },
    clock,
    log: openLog('silent', { write: () => undefined }),
    errorPage: errorPage(site),
  })
  return {
    ...invented,
    server,
    become: (next) => {
      viewer = next
    },
    async close() {
      await server.close()
      await invented.close()
      rmSync(assetsDirectory, { recursive: true, force: true })
    },
  }
}

function emptyAssets(): string {
  const directory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
  mkdtempSync(join(directory, 'v'))
  return directory
}

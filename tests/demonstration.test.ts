// SPDX-License-Identifier: AGPL-3.0-or-later

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { movePlan, openApprovalReader } from '../src/features/plans/index.ts'
import { loadDemonstration, publishFormerPlans } from '../src/features/profiles/index.ts'
import { program } from '../src/kernel/access.ts'
import { slugOf, trienniumOf } from '../src/kernel/ids.ts'
import { openDocumentTools, root } from '../src/main/compose.ts'
import { planUseCases } from '../src/main/plan-routes.ts'
import { recordKinds } from '../src/main/record-kinds.ts'
import { openSite, type TestSite } from './factories/site.ts'

const documents = openDocumentTools()
const folder = mkdtempSync(join(tmpdir(), 'timone-demo-'))
let site: TestSite
let useCases: ReturnType<typeof planUseCases>

type Bodies = { association: { members: string[]; published: { members: string[] } }; bodies: unknown[] }

beforeAll(async () => {
  cpSync(join(root, 'demo'), folder, { recursive: true })
  const { association } = JSON.parse(readFileSync(join(folder, 'bodies.json'), 'utf8')) as Bodies
  const [published = ''] = association.published.members
  const members = [published, ...association.members.filter((code) => code !== published).slice(0, 1)]
  const fewer = { association: { ...association, members }, bodies: [] } satisfies Bodies
  writeFileSync(join(folder, 'bodies.json'), JSON.stringify(fewer))
  site = await openSite({ viewer: program('test'), tools: documents.tools })
  useCases = planUseCases({ ...site, tools: documents.tools })
  const sources = {
    tenants: site.tenants,
    catalogue: site.catalogue,
    municipality: site.registry.find,
    folder,
    clock: site.clock,
  }
  await loadDemonstration(sources, () => undefined)
  await publishFormerPlans(useCases, folder, AbortSignal.abort())
})
afterAll(async () => {
  await site.close()
  await documents.close()
  rmSync(folder, { recursive: true })
})

const statusOf = async (path: string) => (await site.get(path)).status

test('until its documents are printed, a former plan is a draft', async () => {
  expect(await statusOf('/trasparenza/crema/2025-2027')).toBe(404)
  expect(await statusOf('/enti/crema/piano/2025-2027')).toBe(200)
  expect(await statusOf('/enti/crema/piano/2026-2028')).toBe(404)
})

test('then it is published, with its documents, and the plan of now goes on from it', async () => {
  await publishFormerPlans(useCases, folder)
  const { text } = await site.get('/trasparenza/crema/2025-2027')
  expect(text).toContain('aggiornamento 2025')
  expect(await statusOf('/trasparenza/crema/2025-2027/versioni/1/pdf')).toBe(200)
  expect((await site.get('/enti/crema/piano/2026-2028')).text).toContain('aggiornamento 2026')
  expect((await site.get('/enti/crema/piano/2026-2028/ripresa?tipo=nuove')).text).toContain('CAP5.PA.26')
})

test('what is done is not done again: a plan that somebody opens anew stays open', async () => {
  const address = { slug: slugOf('crema'), triennium: trienniumOf('2025-2027') }
  await movePlan(useCases, address, { transition: 'revise', reason: 'Prova.' }, program('test'))
  await publishFormerPlans(useCases, folder)
  const sheet = await openApprovalReader({ ...useCases, kinds: recordKinds }).sheet(address.slug, address.triennium)
  expect(sheet?.standing).toMatchObject({ state: 'draft', version: 2 })
})

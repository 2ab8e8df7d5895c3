// SPDX-License-Identifier: AGPL-3.0-or-later

import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Catalogue, registerEditions } from '../src/features/catalogue/index.ts'
import { comparisonPages, openFreezer } from '../src/features/documents/index.ts'
import { movePlan, openVersionReader, type VersionReader } from '../src/features/plans/index.ts'
import { adoptProfile, type Profile, readEmbeddedPlan } from '../src/features/profiles/index.ts'
import { program } from '../src/kernel/access.ts'
import { fixedClock } from '../src/kernel/clock.ts'
import { slugOf, trienniumOf } from '../src/kernel/ids.ts'
import { openDocumentTools } from '../src/main/compose.ts'
import { recordKinds } from '../src/main/record-kinds.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { openTenants } from '../src/platform/db/tenants.ts'
import type { PageRoute } from '../src/platform/http/route.ts'
import { copyMigratedFolder } from './databases.ts'
import { catalogue } from './factories/profile.ts'

const edition = '2024-2026-update-2025'
const triennium = trienniumOf('2025-2027')
const slug = slugOf('vallechiara')
const clock = fixedClock('2090-03-10T10:00:00Z')
const viewer = program('test')

/** A plan with an entry for every line of the national plan. */
const profile: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 },
  plan: {
    triennium,
    edition,
    narrative: { introduction: 'Il Comune digitalizza i suoi sportelli. '.repeat(40) },
    entries: catalogue.edition(edition).lines.map(({ code }, index) => ({
      code,
      activity: `Attività ${index}: ${'gli uffici lavorano insieme e ne danno conto. '.repeat(12)}`,
      status: 'inProgress',
      planned: '2026-12-31',
    })),
  },
}

/** Another program's idea of the national plan: every title is another. */
const changed: Catalogue = {
  ...catalogue,
  edition(id) {
    const known = catalogue.edition(id)
    return { ...known, title: 'Altro piano', lines: known.lines.map((line) => ({ ...line, title: 'Altro titolo' })) }
  },
}

describe('a version with all its documents', () => {
  const { tools, close } = openDocumentTools()
  let directory: string
  let database: Database
  let frozen: ReadonlyMap<string, string>
  let hash: string | undefined

  const readerOf = (of: Catalogue): VersionReader =>
    openVersionReader({
      tenants: openTenants(database),
      catalogue: of,
      freezer: openFreezer(of, tools, clock),
      kinds: recordKinds,
    })
  const hashes = async (versions: VersionReader) => {
    const documents = (await versions.sheet(slug, triennium))?.versions[0]?.documents ?? []
    const pairs = documents.map(async ({ format, layout }) => {
      const stored = await versions.document(slug, triennium, { version: 1, format, layout })
      const bytes = stored?.bytes ?? new Uint8Array()
      return [`${format} ${layout}`, createHash('sha256').update(bytes).digest('hex')] as const
    })
    return new Map(await Promise.all(pairs))
  }

  beforeAll(async () => {
    directory = await copyMigratedFolder()
    database = await openDatabase({ directory })
    const tenants = openTenants(database)
    await registerEditions(tenants, catalogue)
    await adoptProfile(tenants, profile, viewer.actor)
    const freezer = openFreezer(catalogue, tools, clock)
    const dependencies = { tenants, clock, check: async () => [], freezer }
    const address = { slug, triennium }
    await movePlan(dependencies, address, { transition: 'submit' }, viewer)
    const act = { body: 'Giunta comunale', number: '12', date: '2090-03-10' }
    const file = { name: 'delibera.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') }
    const outcome = await movePlan(dependencies, address, { transition: 'approve', act, file, revision: 2 }, viewer)
    hash = outcome.sha256
    frozen = await hashes(readerOf(catalogue))
  })
  afterAll(async () => {
    await close()
    await database.close()
    rmSync(directory, { recursive: true, force: true })
  })

  test('carries in its PDFs the very content that was approved', async () => {
    const versions = readerOf(catalogue)
    for (const layout of ['fiches', 'tables']) {
      const pdf = await versions.document(slug, triennium, { version: 1, format: 'pdf', layout })
      const embedded = await readEmbeddedPlan(pdf?.bytes ?? new Uint8Array())
      expect(createHash('sha256').update(embedded, 'utf8').digest('hex')).toBe(hash)
    }
    const json = await versions.document(slug, triennium, { version: 1, format: 'json', layout: 'fiches' })
    expect(
      createHash('sha256')
        .update(json?.bytes ?? '')
        .digest('hex'),
    ).toBe(hash)
  })

  test('is the same after a restart, whatever the program would print today', async () => {
    expect(frozen.size).toBe(9)
    await database.close()
    database = await openDatabase({ directory })
    expect(await hashes(readerOf(changed))).toEqual(frozen)
  })

  test('is compared with another in a PDF that carries no plan', async () => {
    const tenants = openTenants(database)
    const freezer = openFreezer(catalogue, tools, clock)
    const dependencies = { tenants, clock, check: async () => [], freezer }
    await movePlan(dependencies, { slug, triennium }, { transition: 'revise', reason: 'Cambia.' }, viewer)
    const [first, ...others] = profile.plan.entries ?? []
    const entries = [{ ...first, code: 'CAP1.PA.01', activity: 'Gli uffici lavorano da soli.' }, ...others.slice(1)]
    await adoptProfile(tenants, { ...profile, plan: { ...profile.plan, entries } }, viewer.actor)
    const [route] = comparisonPages({ versions: readerOf(catalogue), tools, clock })
    const asker = { viewer, today: clock.today(), client: { headers: new Headers(), address: '' } }
    const written = new Map<string, Uint8Array>()
    for (const format of ['pdf', 'docx', 'odt']) {
      const call = (route as PageRoute).call({ slug, triennium, format }, { da: '1', a: 'bozza' }, asker)
      const answer = await call.answer()
      if (answer.kind !== 'file') throw new Error('not a file')
      written.set(format, answer.bytes)
      expect(answer.bytes.length).toBeGreaterThan(5000)
    }
    const pdf = written.get('pdf') ?? new Uint8Array()
    await expect(readEmbeddedPlan(pdf)).rejects.toMatchObject({ code: 'not-a-plan' })
  })
})

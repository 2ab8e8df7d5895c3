// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyJournal } from '../src/features/audit/verify-journal.ts'
import { registerEditions } from '../src/features/catalogue/index.ts'
import { entryKind, readPlanRows, writePlanAt } from '../src/features/plans/index.ts'
import { changeRecord } from '../src/features/plans/writing/editor/change-record.ts'
import { adoptProfile } from '../src/features/profiles/index.ts'
import { program } from '../src/kernel/access.ts'
import type { AdministrationId } from '../src/kernel/ids.ts'
import { openTenants, type Tenants } from '../src/platform/db/tenants.ts'
import { engines, type TestDatabase } from './databases.ts'
import { viewerWho } from './factories/access.ts'
import { catalogue } from './factories/profile.ts'

const people = Array.from({ length: 10 }, (_, number) => viewerWho(undefined, `Persona ${number}`))
const address = { slug: 'vallechiara', triennium: '2025-2027' }
/** Few lines for many people, so that they are always in each other's way. */
const keys = ['CAP1.PA.01', 'CAP1.PA.02', 'CAP2.PA.01']

describe.each(engines)('a hundred edits of one plan by ten people at once, on $name', ({ open }) => {
  let opened: TestDatabase
  let tenants: Tenants
  let body: AdministrationId
  let conflicts = 0

  beforeAll(async () => {
    opened = await open()
    tenants = openTenants(opened.database)
    await registerEditions(tenants, catalogue)
    body = await adoptProfile(
      tenants,
      {
        administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' },
        plan: { ...address, edition: '2024-2026', entries: [{ code: 'CAP1.PA.01', activity: 'Inizio' }] },
      },
      program('test').actor,
    )
  })
  afterAll(() => opened.close())

  /** What a person does: opens the entry, adds a word, saves; shown a conflict, adds the word to what others wrote. */
  async function addWord(word: string, key: string, person: (typeof people)[number]): Promise<void> {
    let base = 0
    let activity: string | undefined
    for (;;) {
      const content = { activity: activity === undefined ? word : `${activity} ${word}` }
      const edit = { base, content }
      const outcome = await writePlanAt(tenants, address, ({ db, plan }) =>
        changeRecord(db, entryKind, { slug: address.slug, plan, key }, edit, person),
      )
      if (outcome.kind === 'saved') return
      if (outcome.kind === 'unchanged') throw new Error(`«${word}» was not new`)
      conflicts += 1
      base = outcome.conflict.revision
      activity = outcome.conflict.theirs?.activity
    }
  }

  test('lose nothing: every word is there, every revision and every journal line, in one unbroken chain', async () => {
    const words = people.flatMap((person, n) =>
      Array.from({ length: 10 }, (_, m) => ({ person, word: `p${n}m${m}`, key: keys[(n + m) % keys.length] ?? '' })),
    )
    await Promise.all(words.map(({ word, key, person }) => addWord(word, key, person)))

    const stored = await tenants.tenant(body).read(async (reader) => {
      const [plan] = await readPlanRows(reader)
      if (!plan) throw new Error('no plan')
      const contents = await Promise.all(keys.map((key) => entryKind.find(reader, plan, key)))
      const revisions = await reader.db
        .selectFrom('part_revision')
        .select(['subject', 'revision'])
        .where('administration_id', '=', body)
        .orderBy('subject')
        .orderBy('revision')
        .execute()
      const journal = await reader.db
        .selectFrom('journal')
        .select(['sequence', 'event'])
        .where('administration_id', '=', body)
        .orderBy('sequence')
        .execute()
      return { plan, contents, revisions, journal }
    })

    const written = stored.contents.flatMap((content) => content?.activity?.split(' ') ?? [])
    expect(words.map(({ word }) => word).filter((word) => !written.includes(word))).toEqual([])
    // There must have been conflicts, or the test would show nothing.
    expect(conflicts).toBeGreaterThan(50)

    // One revision for each edit, numbered without gaps.
    const numbers = [...Map.groupBy(stored.revisions, ({ subject }) => subject).values()].map((rows) =>
      rows.map(({ revision }) => revision),
    )
    expect(numbers).toHaveLength(keys.length)
    for (const found of numbers) expect(found).toEqual(found.map((_, index) => index))
    expect(stored.revisions).toHaveLength(100 + keys.length)
    expect(stored.plan.revision).toBe(101)

    const edits = stored.journal.filter(({ event }) => event.type === 'partChanged')
    expect(edits).toHaveLength(100)
    expect(stored.journal.map(({ sequence }) => sequence)).toEqual(stored.journal.map((_, index) => index + 1))
    const { chains } = await verifyJournal(tenants, { heads: [] }, () => undefined)
    expect(chains.map(({ fault }) => fault)).toEqual(chains.map(() => undefined))
    expect(chains.find(({ body: slug }) => slug === 'vallechiara')?.head.sequence).toBe(stored.journal.length)
  }, 120_000)
})

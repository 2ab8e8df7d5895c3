// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServerForTest, type TestDatabase } from '../../../../tests/databases.ts'
import { viewerWho } from '../../../../tests/factories/access.ts'
import { type CountedDatabase, countQueries } from '../../../../tests/factories/count-queries.ts'
import { catalogue } from '../../../../tests/factories/profile.ts'
import { program } from '../../../kernel/access.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { openTenants, type Tenants } from '../../../platform/db/tenants.ts'
import { registerEditions } from '../../catalogue/index.ts'
import { adoptProfile, type Profile } from '../../profiles/index.ts'
import { assessChanges } from './bulk/assess-changes.ts'
import { loadSheet } from './editor/load-sheet.ts'
import type { EditedPlan } from './editor/record-form.ts'
import { saveRecord } from './editor/save-record.ts'
import { entryForm } from './entries/entry-editor.tsx'
import { type EntryReader, openEntryReader } from './entries/read-entries.ts'
import { addPhrase } from './phrases/keep-phrases.ts'

let opened: TestDatabase
let tenants: Tenants
let entries: EntryReader
let counted: CountedDatabase
const viewer = viewerWho()
const { lines } = catalogue.edition('2024-2026')
const code = lines[0]?.code ?? ''
const address = (number: number) => ({ slug: `prova-${number}`, triennium: '2025-2027' })
const formOf = (edited: EditedPlan) => entryForm(edited, code, catalogue)
const writing = () => ({ tenants, catalogue, keepersOf: async () => [], clock: fixedClock('2026-03-10T09:00:00Z') })
const form = (number: number) => loadSheet(writing(), address(number), formOf, viewer)
const save = (number: number, base: number, activity: string) =>
  saveRecord(
    writing(),
    { ...address(number), scope: 'plan' },
    formOf,
    { base, fields: { activity, shown: 'activity' } },
    viewer,
    '2026-03-10',
  )

const adopt = async (number: number, count: number) => {
  const profile: Profile = {
    administration: { name: `Comune di Prova ${number}`, kind: 'municipality', cadastralCode: `X90${number}` },
    plan: {
      triennium: '2025-2027',
      edition: '2024-2026',
      entries: lines.slice(0, count).map((line) => ({
        code: line.code,
        activity: 'Attività di prova.',
        evidence: [{ label: 'Atto', url: 'https://www.vallechiara.example/' }],
      })),
    },
  }
  await adoptProfile(tenants, profile, program('test').actor)
  for (let revision = 0; revision < count; revision += 1) {
    expect((await save(number, revision, `Attività, versione ${revision}.`)).kind).toBe('saved')
    await addPhrase({ tenants }, address(number).slug, { title: `Frase ${revision}`, markdown: 'Testo.' }, viewer)
  }
}
const count = async (work: () => Promise<unknown>) => {
  const before = counted.queries()
  await work()
  return counted.queries() - before
}

beforeAll(async () => {
  opened = await openServerForTest()
  counted = countQueries(opened.database)
  tenants = openTenants(counted.database)
  await registerEditions(tenants, catalogue)
  entries = openEntryReader(tenants, catalogue, async () => [])
  await adopt(1, 2)
  await adopt(2, 60)
})
afterAll(() => opened.close())

test('the form of an entry asks as much of a long plan with a long history as of a short one', async () => {
  const few = await count(() => form(1))
  expect(await count(() => form(2))).toBe(few)
  expect(few).toBeLessThanOrEqual(8)
})

test('saving one field of an entry takes at most twelve statements, in one transaction', async () => {
  expect(await count(() => save(1, 2, 'Attività, versione nuova.'))).toBeLessThanOrEqual(12)
})

test('so does the page of a line, which shows ten of sixty changes', async () => {
  const few = await count(() => entries.sheet({ ...address(1), code }))
  expect(await count(() => entries.sheet({ ...address(2), code }))).toBe(few)
  const sheet = await entries.sheet({ ...address(2), code })
  expect([sheet?.revision, sheet?.steps.length]).toEqual([60, 10])
})

test('so does the list that is open for updates, and the preview of an update of many', async () => {
  const few = await count(() => entries.standings(address(1)))
  expect(await count(() => entries.standings(address(2)))).toBe(few)
  const preview = (number: number, codes: readonly string[]) => () =>
    assessChanges(
      { tenants, catalogue },
      address(number),
      { codes, change: { status: 'planned' }, keepers: [] },
      viewer,
      '2026-03-10',
    )
  const one = await count(preview(1, [code]))
  expect(
    await count(
      preview(
        2,
        lines.map((line) => line.code),
      ),
    ),
  ).toBe(one)
})

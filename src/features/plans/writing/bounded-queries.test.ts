// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewerWho } from '../../../../tests/factories/access.ts'
import { catalogue } from '../../../../tests/factories/profile.ts'
import { openSite, type TestSite } from '../../../../tests/factories/site.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { slugOf, trienniumOf } from '../../../kernel/ids.ts'
import type { Profile } from '../../profiles/index.ts'
import { assessChanges } from './bulk/assess-changes.ts'
import { loadSheet } from './editor/load-sheet.ts'
import { ofPlan } from './editor/open-record.ts'
import type { EditedPlan } from './editor/record-form.ts'
import { saveRecord } from './editor/save-record.ts'
import { entryForm } from './entries/entry-editor.tsx'
import { type EntryReader, openEntryReader } from './entries/read-entries.ts'
import { addPhrase } from './phrases/keep-phrases.ts'

let site: TestSite
let entries: EntryReader
const viewer = viewerWho()
const { lines } = catalogue.edition('2024-2026')
const code = lines[0]?.code ?? ''
const address = (number: number) => ({ slug: slugOf(`prova-${number}`), triennium: trienniumOf('2025-2027') })
const formOf = (edited: EditedPlan) => entryForm(edited, code, catalogue)
const writing = () => ({
  tenants: site.tenants,
  catalogue,
  keepersOf: async () => [],
  clock: fixedClock('2026-03-10T09:00:00Z'),
})
const form = (number: number) => loadSheet(writing(), { of: ofPlan, formOf }, address(number), viewer)
const save = (number: number, base: number, activity: string) =>
  saveRecord(
    writing(),
    { of: ofPlan, formOf },
    address(number),
    { base, fields: { activity, shown: 'activity' } },
    viewer,
    '2026-03-10',
  )

const adopt = async (number: number, count: number) => {
  const profile: Profile = {
    administration: { name: `Comune di Prova ${number}`, kind: 'municipality', cadastralCode: `X90${number}` },
    plan: {
      triennium: trienniumOf('2025-2027'),
      edition: '2024-2026',
      entries: lines.slice(0, count).map((line) => ({
        code: line.code,
        activity: 'Attività di prova.',
        evidence: [{ label: 'Atto', url: 'https://www.vallechiara.example/' }],
      })),
    },
  }
  await site.adopt(profile)
  for (let revision = 0; revision < count; revision += 1) {
    expect((await save(number, revision, `Attività, versione ${revision}.`)).kind).toBe('saved')
    await addPhrase(site, address(number).slug, { title: `Frase ${revision}`, markdown: 'Testo.' }, viewer)
  }
}
beforeAll(async () => {
  site = await openSite()
  entries = openEntryReader(site.tenants, catalogue, async () => [])
  await adopt(1, 2)
  await adopt(2, 60)
})
afterAll(() => site.close())

test('the form of an entry asks as much of a long plan with a long history as of a short one', async () => {
  const few = await site.count(() => form(1))
  expect(await site.count(() => form(2))).toBe(few)
  expect(few).toBeLessThanOrEqual(8)
})

test('saving one field of an entry takes at most twelve statements, in one transaction', async () => {
  expect(await site.count(() => save(1, 2, 'Attività, versione nuova.'))).toBeLessThanOrEqual(12)
})

test('so does the page of a line, which shows ten of sixty changes', async () => {
  const few = await site.count(() => entries.sheet({ ...address(1), code }))
  expect(await site.count(() => entries.sheet({ ...address(2), code }))).toBe(few)
  const sheet = await entries.sheet({ ...address(2), code })
  expect([sheet?.revision, sheet?.steps.length]).toEqual([60, 10])
})

test('so does the list that is open for updates, and the preview of an update of many', async () => {
  const few = await site.count(() => entries.standings(address(1)))
  expect(await site.count(() => entries.standings(address(2)))).toBe(few)
  const preview = (number: number, codes: readonly string[]) => () =>
    assessChanges(
      { tenants: site.tenants, catalogue },
      address(number),
      { codes, change: { status: 'planned' }, keepers: [] },
      viewer,
      '2026-03-10',
    )
  const one = await site.count(preview(1, [code]))
  expect(
    await site.count(
      preview(
        2,
        lines.map((line) => line.code),
      ),
    ),
  ).toBe(one)
})

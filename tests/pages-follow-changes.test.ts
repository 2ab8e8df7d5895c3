// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Profile } from '../src/features/profiles/index.ts'
import { slugOf, trienniumOf } from '../src/kernel/ids.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { engines, openForTest } from './databases.ts'
import { readForms } from './factories/read-form.ts'
import { openSite } from './factories/site.ts'
import type { TestBrowser } from './factories/test-browser.ts'
import { createMigratedDatabase } from './postgres-databases.ts'

const plan = '/enti/vallechiara/piano/2025-2027'
const entry = `${plan}/linee/CAP1.PA.01`
const body = { kind: 'administration', slug: slugOf('vallechiara') } as const
const profile: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' },
  plan: {
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    entries: [{ code: 'CAP1.PA.01', activity: 'Inizio' }],
  },
}

/** Saves the notes of an entry as a person does: opens the form, types, sends. */
async function note(browser: TestBrowser, words: string): Promise<void> {
  const form = readForms((await browser.get(`${entry}/modifica`)).body).find(({ fields }) => 'base' in fields)
  const { status } = await browser.post(
    `${entry}/modifica`,
    Object.assign({}, form?.fields, { notes: words, azione: 'salva' }),
  )
  expect(status).toBe(303)
}

describe.each(engines)('what is kept of pages, on $name', ({ open }) => {
  let site: Awaited<ReturnType<typeof openSite>>

  beforeAll(async () => {
    site = await openSite({ opened: await open() })
    await site.adopt(profile)
  })
  afterAll(() => site.close())

  test('whoever has no role in a body sees nothing of what others were shown, and a role that ends ends at once', async () => {
    const one = await site.enter('rtd', body, { name: 'Prima Persona', email: 'prima@timone.example' })
    expect((await one.get(plan)).status).toBe(200)
    const { id } = await site.person({ name: 'Persona Estranea', email: 'estranea@timone.example' })
    const stranger = await site.signIn('estranea@timone.example')
    expect((await stranger.get(plan)).status).toBe(403)
    expect((await stranger.get('/')).body).not.toContain('Vallechiara')
    await site.database.kysely
      .updateTable('role_grant')
      .set({ revoked_at: new Date() })
      .where('person_id', '!=', id)
      .execute()
    await expect.poll(async () => (await one.get(plan)).status).toBe(403)
  })

  test('one saves, and the very next pages of the other show it', async () => {
    const one = await site.enter('rtd', body, { name: 'Seconda Persona', email: 'seconda@timone.example' })
    const other = await site.enter('rtd', body, { name: 'Terza Persona', email: 'terza@timone.example' })
    for (const words of ['Parole nuove', 'Parole ancora più nuove']) {
      expect((await other.get(entry)).body).not.toContain(`>${words}<`)
      await note(one, words)
      expect((await other.get(entry)).body).toContain(words)
    }
  })
})

test('two processes on one PostgreSQL: what one saves the other shows, also what it could not hear of', async () => {
  const url = await createMigratedDatabase(inject('postgresUrl'))
  const opened = await openForTest({ url })
  const there = await openDatabase({ url })
  const first = await openSite({ opened })
  const second = await openSite({ opened: { database: there, close: () => there.close() } })
  try {
    await first.adopt(profile)
    const writer = await first.enter('rtd', body, { name: 'Chi Scrive', email: 'scrive@timone.example' })
    await second.person({ name: 'Chi Scrive', email: 'scrive@timone.example' })
    const reader = await second.signIn('scrive@timone.example')
    expect((await reader.get(entry)).status).toBe(200)
    await note(writer, 'Da un altro processo')
    await expect.poll(async () => (await reader.get(entry)).body).toContain('Da un altro processo')

    // While it cannot hear, nothing that was kept is shown.
    there.changes.lost()
    await note(writer, 'Senza che si senta')
    expect((await reader.get(entry)).body).toContain('Senza che si senta')
    there.changes.missed()
    expect((await reader.get(entry)).body).toContain('Senza che si senta')
  } finally {
    await second.close()
    await first.close()
  }
})

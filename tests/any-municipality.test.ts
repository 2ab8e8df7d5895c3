// SPDX-License-Identifier: AGPL-3.0-or-later
// The first evening of a municipality chosen at random: it is found, registered, has a plan, and its PDF is printed.
import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { slugOf } from '../src/kernel/ids.ts'
import { openDocumentTools } from '../src/main/compose.ts'
import { readForms } from './factories/read-form.ts'
import { openSite, type TestSite } from './factories/site.ts'
import type { TestBrowser } from './factories/test-browser.ts'

const documents = openDocumentTools()
let site: TestSite
let administrator: TestBrowser

beforeAll(async () => {
  site = await openSite({ tools: documents.tools })
  const who = { name: 'Pia', email: 'pia@timone.example' }
  administrator = await site.enter('platformAdministrator', { kind: 'platform' }, who)
}, 60_000)
afterAll(async () => {
  await site.close()
  await documents.close()
})

test('any municipality of Italy is found, registered, and its first PDF printed', async () => {
  const all = site.registry.all()
  const chosen = Number(process.env.TIMONE_TEST_MUNICIPALITY ?? randomInt(all.length))
  const municipality = all[chosen]
  if (!municipality) throw new Error(`no municipality ${chosen}`)
  const { name, cadastralCode } = municipality
  const repeat = `TIMONE_TEST_MUNICIPALITY=${chosen} (${name}, ${cadastralCode})`

  const found = (await administrator.get(`/enti/nuovo?comune=${encodeURIComponent(name.toUpperCase())}`)).body
  const form = readForms(found).find(({ fields }) => fields.codice === cadastralCode)
  expect(form?.action, repeat).toBe('/enti/nuovo/comune')
  const body = (await administrator.post('/enti/nuovo/comune', { codice: cadastralCode })).location
  expect(body, repeat).toMatch(/^\/enti\/[a-z0-9-]+$/)

  const here = { kind: 'administration', slug: slugOf(body.replace('/enti/', '')) } as const
  const rtd = await site.enter('rtd', here, { name: 'Rita', email: 'rita@timone.example' })
  const begin = readForms((await rtd.get(`${body}/nuovo-piano`)).body).find(({ fields }) => 'triennio' in fields)
  const plan = (await rtd.sendText(`${body}/nuovo-piano`, String(begin?.body))).location
  expect(plan, repeat).toContain(`${body}/piano/`)

  const address = plan.replace(/\?.*$/, '').replace(/(\/piano\/20\d\d-20\d\d).*$/, '$1')
  const pdf = await rtd.get(`${address}/documenti/pdf?layout=fiches`)
  expect([pdf.status, pdf.type, Buffer.from(pdf.bytes.slice(0, 5)).toString()], repeat).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ])
}, 120_000)

// SPDX-License-Identifier: AGPL-3.0-or-later
// Sends characters that no person types to every form that pages show, to every search and to every address.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { identityPaths } from '../../src/features/identity/index.ts'
import { slugOf, trienniumOf } from '../../src/kernel/ids.ts'
import { readForms } from '../factories/read-form.ts'
import { openSite, type TestSite } from '../factories/site.ts'
import type { TestBrowser } from '../factories/test-browser.ts'

/** A NUL, an escape and a turn of direction, as a form sends them. */
const hostile = 'a%00b%1Bc%E2%80%AEde'

let site: TestSite
const people: TestBrowser[] = []

beforeAll(async () => {
  site = await openSite({
    bodies: [
      {
        administration: {
          name: 'Comune di Vallechiara',
          kind: 'municipality',
          cadastralCode: 'Z901',
          population: 4000,
        },
        offices: [{ name: 'Ufficio tributi' }],
        plan: {
          triennium: trienniumOf('2025-2027'),
          edition: '2024-2026',
          entries: [{ code: 'CAP1.PA.01', activity: 'Si comincia.', status: 'inProgress' }],
          initiatives: [{ title: 'Sito nuovo' }],
        },
      },
    ],
  })
  await site.associate('valli', site.ids)
  const here = { kind: 'administration', slug: slugOf('vallechiara') } as const
  const who = { name: 'Carla', email: 'carla@vallechiara.example' }
  people.push(site.browser(), await site.enter('rtd', here, who))
  people.push(
    await site.enter('platformAdministrator', { kind: 'platform' }, { name: 'Pia', email: 'pia@timone.example' }),
  )
}, 60_000)
afterAll(() => site.close())

const values: Readonly<Record<string, string>> = {
  slug: 'vallechiara',
  association: 'valli',
  triennium: '2025-2027',
  code: 'CAP1.PA.01',
  text: 'introduzione',
  number: '1',
  edition: '2024-2026',
}

/** The addresses of pages; those of one import, one link and the like, which are not there, are left out. */
const pageAddresses = (): readonly string[] =>
  site.server.routes
    .filter(
      ({ method, path }) => method === 'GET' && [...path.matchAll(/:(\w+)/g)].every(([, name = '']) => name in values),
    )
    .map(({ path }) => path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? ''))

test('no form of any page fails on characters that nobody types, and none of them is stored', async () => {
  const failed: string[] = []
  const tried = new Set<string>()
  for (const browser of people) {
    for (const address of pageAddresses()) {
      const { body } = await browser.get(address)
      for (const { action, fields } of readForms(body)) {
        const to = action === '' ? address : action.replaceAll('&amp;', '&')
        if (tried.has(to) || to === identityPaths.signOut({})) continue
        tried.add(to)
        // A hidden field says which form it is; what a person types is in the others.
        const typed = Object.entries(fields).map(([name, value]) =>
          /^(base|azione|passo|revisione|poi)$/.test(name)
            ? `${name}=${encodeURIComponent(value)}`
            : `${name}=${hostile}`,
        )
        const { status } = await browser.sendText(to, [...typed, `nuovo=${hostile}`, `%00=${hostile}`].join('&'))
        if (status >= 500) failed.push(`${to}: ${status}`)
      }
    }
  }
  expect(failed).toEqual([])
  expect(tried.size).toBeGreaterThan(25)
}, 240_000)

test('nor does any search or filter, nor any address', async () => {
  const failed: string[] = []
  for (const browser of people) {
    for (const address of pageAddresses()) {
      const query = [
        'q',
        'nome',
        'ente',
        'capitolo',
        'stato',
        'parole',
        'chi',
        'tipo',
        'pagina',
        'poi',
        'da',
        'a',
        'cerca',
      ]
      for (const url of [
        `${address}?${query.map((name) => `${name}=${hostile}`).join('&')}`,
        ...query.map((name) => `${address}?${name}=${hostile}`),
      ]) {
        const { status } = await browser.get(url)
        if (status >= 500) failed.push(`${url}: ${status}`)
      }
    }
    for (const { path, method } of site.server.routes.filter((route) => route.path.includes(':'))) {
      const url = path.replace(/:(\w+)/g, 'x%00y%E2%80%AE')
      const { status } = await (method === 'GET' ? browser.get(url) : browser.post(url))
      if (status >= 500) failed.push(`${url}: ${status}`)
    }
  }
  expect(failed).toEqual([])
}, 240_000)

test('nor does what programs send, with halves of characters', async () => {
  const failed: string[] = []
  for (const { path } of site.server.routes.filter((route) => route.method === 'POST' && route.encoding === 'json')) {
    const url = path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '1')
    const text = 'a\u0000b\ud800c'
    const body = { [text]: text, activity: text, title: text, base: '0', text, fields: { [text]: [text, { text }] } }
    for (const browser of people) {
      const { status } = await browser.sendJson(url, body)
      if (status >= 500) failed.push(`${url}: ${status}`)
    }
  }
  expect(failed).toEqual([])
})

test('what is stored has none of them, and the rest of what was typed', async () => {
  const [, rtd] = people
  const address = '/enti/vallechiara/piano/2025-2027/linee/CAP1.PA.02/modifica'
  const form = readForms((await rtd?.get(address))?.body ?? '').find(({ fields }) => 'base' in fields)
  const sent = new URLSearchParams({ ...form?.fields, azione: 'salva' }).toString()
  expect((await rtd?.sendText(address, `${sent.replace(/activity=[^&]*/, '')}&activity=${hostile}`))?.status).toBe(303)
  const stored = await site.tenants
    .tenant(site.ids[0] as NonNullable<(typeof site.ids)[0]>)
    .read(({ db }) => db.selectFrom('entry').select('activity').where('code', '=', 'CAP1.PA.02').executeTakeFirst())
  expect(stored?.activity).toBe('abcde')
})

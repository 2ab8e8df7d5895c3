// SPDX-License-Identifier: AGPL-3.0-or-later
// Every page that the server lists, as it is sent: the policy forbids inline code, and the page has none.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { slugOf, trienniumOf } from '../../src/kernel/ids.ts'
import { openSite, type TestSite } from '../factories/site.ts'
import type { TestBrowser } from '../factories/test-browser.ts'

let application: TestSite
const seats: TestBrowser[] = []

const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>'

beforeAll(async () => {
  application = await openSite()
  await application.adopt({
    administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 4000 },
    offices: [{ name: `Ufficio ${hostile}` }],
    plan: {
      title: hostile,
      triennium: trienniumOf('2025-2027'),
      edition: '2024-2026',
      narrative: { introduction: hostile },
      entries: [{ code: 'CAP1.PA.01', activity: hostile, notes: hostile, offices: [hostile], statusLabel: hostile }],
      initiatives: [{ title: hostile }],
    },
  })
  const here = { kind: 'administration', slug: slugOf('vallechiara') } as const
  seats.push(await application.enterAdministrator({ name: hostile, email: 'admin@vallechiara.example' }))
  seats.push(await application.enter('rtd', here, { name: hostile, email: 'rtd@vallechiara.example' }))
}, 60_000)
afterAll(() => application.close())

const values: Readonly<Record<string, string>> = {
  slug: 'vallechiara',
  triennium: '2025-2027',
  code: 'CAP1.PA.01',
  edition: '2024-2026',
  text: 'introduzione',
  step: 'invio',
  number: '0',
  format: 'json',
}

test('no page has a script, a style or a handler in itself, whatever people typed', async () => {
  let pages = 0
  const faults: string[] = []
  for (const route of application.server.routes.filter(({ method }) => method === 'GET')) {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'x')
    for (const seat of seats) {
      const { body, status } = await seat.get(`${path}?q=${encodeURIComponent(hostile)}`)
      if (!body.startsWith('<!doctype html>')) continue
      if (status === 200) pages += 1
      const wrong =
        /<script(?![^>]*\bsrc=)[^>]*>|<style\b|<[a-z][^<>]*\s(?:style|on[a-z]+)=|javascript:|<img src=x/i.exec(body)
      if (wrong) faults.push(`${path}: ${wrong[0]}`)
    }
  }
  expect(faults).toEqual([])
  expect(pages).toBeGreaterThan(40)
}, 120_000)

test('every answer carries the policy, and no policy allows what is inline', async () => {
  for (const url of ['/', '/accesso', '/trasparenza', '/cerca', '/nulla', '/enti/vallechiara']) {
    const { headers } = await application.server.inject(url)
    const policy = String(headers['content-security-policy'])
    expect(policy, url).toContain("default-src 'none'")
    expect(policy, url).toContain("script-src 'self'")
    expect(policy, url).not.toMatch(/unsafe|\*/)
    expect(headers['x-content-type-options'], url).toBe('nosniff')
  }
})

test('the session cookie is out of reach of scripts and of other sites', async () => {
  const answer = await application.server.inject({
    method: 'POST',
    url: '/accesso',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ email: 'rtd@vallechiara.example', password: application.password }).toString(),
  })
  const cookies = [answer.headers['set-cookie'] ?? []].flat()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect(cookie).toMatch(/;\s*HttpOnly/i)
    expect(cookie).toMatch(/;\s*SameSite=Lax/i)
    expect(cookie).toMatch(/;\s*Path=\//i)
  }
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type IdentitySite, openIdentitySite } from '../../../../tests/factories/identity-site.ts'
import type { Seen, TestBrowser } from '../../../../tests/factories/test-browser.ts'

let site: IdentitySite
beforeAll(async () => {
  site = await openIdentitySite()
})
afterAll(() => site.close())

/** Two at work, sixteen behind them, eight of one network. */
const [most, mostOfOneNetwork] = [2 + 16, 2 + 8]

let strangers = 0
const stranger = (browser: TestBrowser) => {
  strangers += 1
  return browser.post('/accesso', { email: `sconosciuto${strangers}@altrove.example`, password: 'un cavallo lento' })
}
const crowd = (count: number, browser: (n: number) => TestBrowser) =>
  Array.from({ length: count }, (_, n) => stranger(browser(n)))
const count = (answers: readonly Seen[], status: number) => answers.filter((answer) => answer.status === status).length

test('of many sign-ins at once only a few are looked at, the others are told when to come back', async () => {
  const before = await site.database.kysely.selectFrom('access_attempt').select('id').execute()
  const answers = await Promise.all(crowd(150, () => site.newcomer()))
  const looked = count(answers, 422)
  expect(looked).toBeGreaterThanOrEqual(most)
  expect(looked, 'some may have their turn while others are still coming').toBeLessThan(75)
  expect(count(answers, 429)).toBe(150 - looked)
  const refused = answers.find(({ status }) => status === 429)
  expect(refused?.headers['retry-after']).toBe('3')
  expect(refused?.text).toContain('troppe persone stanno entrando insieme')
  expect(refused?.text).toContain('riprovare fra qualche secondo')
  expect(refused?.body, 'what was typed is still there').toContain('@altrove.example"')
  const after = await site.database.kysely.selectFrom('access_attempt').select('id').execute()
  expect(after.length - before.length, 'the database heard of the others only').toBe(2 * looked)
  const { email } = await site.add()
  expect((await site.newcomer().post('/accesso', { email, password: site.password })).status).toBe(303)
})

test('one network does not keep the others out, and nobody keeps a known device out', async () => {
  const { email } = await site.add()
  const known = await site.enterAs(email)
  await known.post('/uscita', {})
  const flood = crowd(40, () => site.browser('192.0.2.90'))
  const elsewhere = site.newcomer().post('/accesso', { email, password: site.password })
  const others = crowd(40, () => site.newcomer())
  const returning = known.post('/accesso', { email, password: site.password })
  const flooded = count(await Promise.all(flood), 422)
  expect(flooded).toBeGreaterThanOrEqual(mostOfOneNetwork)
  expect(flooded).toBeLessThan(30)
  expect((await elsewhere).status).toBe(303)
  expect((await returning).status).toBe(303)
  expect(count(await Promise.all(others), 429)).toBeGreaterThan(0)
})

test('a page is shown before the passwords that wait are looked at', async () => {
  let looked = 0
  const waiting = crowd(150, () => site.newcomer()).map(async (answer) => {
    if ((await answer).status === 422) looked += 1
  })
  expect((await site.newcomer().get('/accesso')).status).toBe(200)
  expect(looked).toBeLessThan(most)
  await Promise.all(waiting)
  expect(looked).toBeGreaterThanOrEqual(most)
})

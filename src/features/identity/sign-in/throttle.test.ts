// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, lend, type TestDatabase } from '../../../../tests/databases.ts'
import { type IdentitySite, openIdentitySite } from '../../../../tests/factories/identity-site.ts'
import type { TestBrowser } from '../../../../tests/factories/test-browser.ts'
import { limits, mostAttempts } from '../model.ts'

const wrong = 'un altro cavallo lento'

describe.each(engines)('throttling, on the $name database', ({ open }) => {
  let data: TestDatabase
  let site: IdentitySite
  beforeAll(async () => {
    data = await open()
    site = await openIdentitySite(lend(data))
  })
  afterAll(async () => {
    await site.close()
    await data.close()
  })

  const enter = async (browser: TestBrowser, email: string, password = site.password) =>
    await browser.post('/accesso', { email, password })
  const failTo = async (browser: TestBrowser, email: string, times: number = mostAttempts.account) => {
    for (let n = 0; n < times; n += 1) expect((await enter(browser, email, wrong)).status, `failure ${n + 1}`).toBe(422)
  }
  /** Writes failures of the network that failed last, because hashing so many passwords would only cost time. */
  const addFailures = async (more: number) => {
    const { kysely } = data.database
    const { subject } = await kysely
      .selectFrom('access_attempt')
      .select('subject')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const rows = Array.from({ length: more }, () => ({ subject, at: site.clock.now() }))
    await kysely.insertInto('access_attempt').values(rows).execute()
  }

  test('whoever fails five times waits, in whichever process, and is let in again later', async () => {
    const { email } = await site.add()
    const elsewhere = await openIdentitySite(lend(data), { clock: site.clock })
    await failTo(site.browser('198.51.100.210'), email)
    expect(await enter(site.browser('198.51.100.210'), email)).toMatchObject({
      status: 429,
      body: expect.stringContaining('riprovare fra 15 minuti'),
      headers: { 'retry-after': '900' },
      cookies: [],
    })
    expect((await enter(elsewhere.browser('198.51.100.210'), email)).status).toBe(429)
    site.clock.advance(limits.attemptWindow + 1000)
    expect((await enter(site.browser('198.51.100.210'), email)).status).toBe(303)
    const told = (await site.accessJournal()).filter(
      ({ event }) => event.email === email && event.reason === 'tooManyAttempts',
    )
    expect(told).toHaveLength(1)
    await elsewhere.close()
  })

  test('many attempts at once do not outrun the count', async () => {
    const { email } = await site.add()
    const browser = site.newcomer()
    const answers = await Promise.all(Array.from({ length: 12 }, () => enter(browser, email, wrong)))
    const tried = answers.filter(({ status }) => status === 422)
    expect(tried.length).toBeLessThanOrEqual(mostAttempts.account)
    expect(answers.filter(({ status }) => status === 429).length).toBe(12 - tried.length)
  })

  test('a stranger’s failures make nobody wait elsewhere, whatever they try', async () => {
    const { email } = await site.add()
    const stranger = site.newcomer()
    await failTo(stranger, email)
    expect((await enter(stranger, email, wrong)).status).toBe(429)
    expect((await enter(site.newcomer(), email)).status).toBe(303)
  })

  test('addresses of one IPv6 /64 are one, and those of another are not', async () => {
    const { email } = await site.add()
    for (let n = 0; n < mostAttempts.account; n += 1)
      await failTo(site.browser(`2001:db8:0:5::${n.toString(16)}`), email, 1)
    expect((await enter(site.browser('2001:db8:0:5:ffff:ffff:ffff:ffff'), email)).status).toBe(429)
    expect((await enter(site.browser('2001:db8:0:6::1'), email)).status).toBe(303)
  })

  test('a network that fails fifty times waits, whatever accounts it tries', async () => {
    const { email } = await site.add()
    const browser = site.browser('192.0.2.50')
    await failTo(browser, 'uno@altrove.example', 1)
    await addFailures(mostAttempts.network - 2)
    await failTo(browser, 'due@altrove.example', 1)
    expect((await enter(browser, email)).status).toBe(429)
    expect((await enter(site.newcomer(), email)).status).toBe(303)
  })

  test('people behind one address come in as often as they like', async () => {
    const { email } = await site.add()
    for (let n = 0; n < mostAttempts.account + 2; n += 1)
      expect((await enter(site.browser('192.0.2.60'), email)).status, `time ${n + 1}`).toBe(303)
  })

  test('on a known device a person comes in while neighbours on the network fail', async () => {
    const { email } = await site.add()
    const known = site.browser('192.0.2.70')
    expect((await enter(known, email)).status).toBe(303)
    await known.post('/uscita', {})
    const neighbour = site.browser('192.0.2.70')
    await failTo(neighbour, email)
    expect((await enter(neighbour, email)).status, 'a device that is not known').toBe(429)
    await failTo(site.browser('192.0.2.70'), 'uno@altrove.example', 1)
    await addFailures(mostAttempts.network)
    expect((await enter(known, email)).status).toBe(303)
  })

  test('a known device is counted for itself, and opens no other account', async () => {
    const [{ email }, other] = [await site.add(), await site.add()]
    const known = site.newcomer()
    await enter(known, email)
    await known.post('/uscita', {})
    await failTo(known, email)
    expect((await enter(known, email)).status).toBe(429)
    await failTo(known, other.email)
    expect((await enter(known, other.email)).status, 'the device is not one of this person').toBe(429)
  })

  test('a cookie that was tampered with, has expired or is older than the password makes no device known', async () => {
    const { email } = await site.add()
    const browser = await site.enterAs(email)
    const name = [...browser.jar.keys()].find((key) => key.startsWith('timone.device.')) ?? ''
    const value = browser.jar.get(name) ?? ''
    const entersWith = async (cookie: string, at: string) => {
      const locked = site.browser(at)
      await failTo(locked, email)
      locked.jar.set(name, cookie)
      return (await enter(locked, email)).status
    }
    expect(
      await entersWith(
        value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
        '192.0.2.81',
      ),
    ).toBe(429)
    expect(await entersWith(value.slice(0, -1), '192.0.2.82')).toBe(429)
    const fresh = 'tre gatti sul tetto verde'
    const changed = { attuale: site.password, password: fresh, conferma: fresh }
    expect((await browser.post('/profilo-personale/password', changed)).status).toBe(303)
    expect(await entersWith(value, '192.0.2.83')).toBe(429)
    const renewed = browser.jar.get(name) ?? ''
    expect(renewed).not.toBe(value)
    await failTo(site.browser('192.0.2.84'), email)
    const there = site.browser('192.0.2.84')
    there.jar.set(name, renewed)
    expect((await enter(there, email, fresh)).status, 'the device that changed it stays known').toBe(303)
    site.clock.advance(limits.device + 1000)
    expect(await entersWith(renewed, '192.0.2.85')).toBe(429)
  })

  test('the cookie of a device says whose it is to nobody, and no script reads it', async () => {
    const { email, id } = await site.add()
    const cookie = (await enter(site.newcomer(), email)).cookies.find((one) => one.startsWith('timone.device.'))
    expect(cookie).toMatch(
      /^timone\.device\.[0-9a-f]{16}=[\w-]{22}\.[0-9a-z]+\.[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(cookie).not.toContain(id)
  })
})

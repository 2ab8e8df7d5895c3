// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, lend, type TestDatabase } from '../../../../tests/databases.ts'
import {
  administrator,
  type IdentitySite,
  openIdentitySite,
  whoIsIn,
} from '../../../../tests/factories/identity-site.ts'
import { limits, mostAttempts } from '../model.ts'

const password = 'quattro cavalli senza fretta'

describe.each(engines)('signing in, on the $name database', ({ open }) => {
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

  /** Each test has its own network address, so that tests do not throttle one another. */
  const enter = async (email: string, typed = password) => {
    const browser = site.newcomer()
    return { browser, answer: await browser.post('/accesso', { email, password: typed, poi: '/gestioni-associate' }) }
  }
  const journalOf = async (email: string) =>
    (await site.accessJournal())
      .filter(({ event }) => event.email === email)
      .map(({ event }) => event.reason ?? event.type)

  test('an unknown address, a wrong password and an account without access are told the same', async () => {
    const { id, email } = await site.add()
    const disabled = await site.add()
    await site.identity.disablePerson(disabled.id, administrator)
    const invited = { name: 'Mai Entrata', email: 'mai.entrata@vallechiara.example' }
    await site.identity.invitePerson({}, invited, administrator)
    const answers = [
      await enter('nessuno@vallechiara.example'),
      await enter(email, 'un altro cavallo lento'),
      await enter(disabled.email),
      await enter(invited.email),
    ]
    const bodies = new Set(answers.map(({ answer }) => answer.body.replace(/[\w.]+@vallechiara\.example/g, '')))
    expect(bodies.size).toBe(1)
    for (const { answer } of answers) expect(answer).toMatchObject({ status: 422, cookies: [] })
    expect(answers[1]?.answer.body).not.toContain('un altro cavallo')
    expect(await journalOf('nessuno@vallechiara.example')).toEqual(['unknownPerson'])
    expect(await journalOf(email)).toEqual(['personInvited', 'wrongPassword'])
    expect((await journalOf(disabled.email)).at(-1)).toBe('disabled')
    expect((await journalOf(invited.email)).at(-1)).toBe('noPassword')
    expect((await site.identity.people([id]))[0]?.lastSignIn).toBeUndefined()
  })

  test('whoever is not signed in is sent to sign in, and comes back', async () => {
    const { email } = await site.add()
    expect(await site.browser().get('/gestioni-associate')).toMatchObject({
      status: 303,
      location: '/accesso?poi=%2Fgestioni-associate',
    })
    const { browser, answer } = await enter(email.toUpperCase())
    expect(answer).toMatchObject({ status: 303, location: '/gestioni-associate' })
    expect(answer.cookies).toHaveLength(1)
    expect(answer.cookies[0]).toMatch(/^timone\.session_token=\S+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(whoIsIn((await browser.get('/gestioni-associate')).body)).toContain('Persona')
    expect(await browser.get('/accesso?poi=/gestioni-associate')).toMatchObject({ location: '/gestioni-associate' })
    expect((await journalOf(email)).at(-1)).toBe('signedIn')
  })

  test.each([
    '//altrove.example',
    'https://altrove.example',
    '/\\altrove.example',
    '/..//altrove.example',
    'javascript:alert(1)',
  ])('a return to %s leads home instead', async (poi) => {
    const { email } = await site.add()
    const answer = await site.browser('198.51.100.200').post('/accesso', { email, password, poi })
    expect(answer).toMatchObject({ status: 303, location: '/' })
  })

  test('a session that was tampered with, or ended, opens nothing', async () => {
    const { email } = await site.add()
    const { browser } = await enter(email)
    const kept = browser.jar.get('timone.session_token') ?? ''
    const forged = site.browser()
    forged.jar.set(
      'timone.session_token',
      kept.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
    )
    expect(whoIsIn((await forged.get('/')).body)).toBeUndefined()
    const out = await browser.post('/uscita', {})
    expect(out).toMatchObject({ status: 303, location: '/accesso?esito=uscita' })
    expect(browser.jar.size).toBe(0)
    browser.jar.set('timone.session_token', kept)
    expect(whoIsIn((await browser.get('/')).body)).toBeUndefined()
    expect((await site.accessJournal()).at(-1)?.event).toEqual({ type: 'signedOut' })
  })

  test('a session ends after eight hours without use, and not before', async () => {
    const { email } = await site.add()
    const { browser } = await enter(email)
    for (let hours = 0; hours < 21; hours += 7) {
      site.clock.advance(limits.idleSession - 3_600_000)
      expect(whoIsIn((await browser.get('/')).body), `after ${hours + 7} hours`).toBeDefined()
    }
    site.clock.advance(limits.idleSession)
    expect(whoIsIn((await browser.get('/')).body)).toBeUndefined()
  })

  test('a session ends after seven days, however much it is used', async () => {
    const { email } = await site.add()
    const { browser } = await enter(email)
    const step = limits.idleSession - 1000
    for (let used = step; used < limits.wholeSession; used += step) {
      site.clock.advance(step)
      expect(whoIsIn((await browser.get('/')).body), `after ${Math.floor(used / 3_600_000)} hours`).toBeDefined()
    }
    site.clock.advance(limits.wholeSession % step)
    expect(whoIsIn((await browser.get('/')).body)).toBeUndefined()
  })

  test('after five failures an address waits, in whichever process, and is let in again later', async () => {
    const { email } = await site.add()
    const elsewhere = await openIdentitySite(lend(data), { clock: site.clock })
    for (let n = 0; n < mostAttempts.email; n += 1) {
      expect((await enter(email, 'un altro cavallo lento')).answer.status, `failure ${n + 1}`).toBe(422)
    }
    const refused = (await enter(email)).answer
    expect(refused).toMatchObject({
      status: 429,
      body: expect.stringContaining('riprovare fra 15 minuti'),
      cookies: [],
    })
    expect((await elsewhere.browser().post('/accesso', { email, password })).status).toBe(429)
    site.clock.advance(limits.attemptWindow + 1000)
    expect((await enter(email)).answer.status).toBe(303)
    const told = await journalOf(email)
    expect(told.filter((reason) => reason === 'tooManyAttempts')).toHaveLength(1)
    await elsewhere.close()
  })

  test('many attempts at once do not outrun the count', async () => {
    const { email } = await site.add()
    const answers = await Promise.all(Array.from({ length: 12 }, () => enter(email, 'un altro cavallo lento')))
    const tried = answers.filter(({ answer }) => answer.status === 422)
    expect(tried.length).toBeLessThanOrEqual(mostAttempts.email)
    expect(answers.filter(({ answer }) => answer.status === 429).length).toBe(12 - tried.length)
  })

  test('an address of the network that fails fifty times waits, whatever accounts it tries', async () => {
    const { email } = await site.add()
    const browser = site.browser('192.0.2.50')
    const kysely = data.database.kysely
    expect((await browser.post('/accesso', { email: 'uno@altrove.example', password })).status).toBe(422)
    // Forty-eight more are written to the store directly: hashing fifty passwords would only cost time.
    const { subject } = await kysely
      .selectFrom('access_attempt')
      .select('subject')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const more = Array.from({ length: mostAttempts.address - 2 }, () => ({ subject, at: site.clock.now() }))
    await kysely.insertInto('access_attempt').values(more).execute()
    expect((await browser.post('/accesso', { email: 'due@altrove.example', password })).status).toBe(422)
    expect((await browser.post('/accesso', { email, password })).status).toBe(429)
    expect((await enter(email)).answer.status).toBe(303)
  })

  test('people behind one address come in as often as they like', async () => {
    const { email } = await site.add()
    for (let n = 0; n < mostAttempts.email + 2; n += 1) {
      const answer = await site.browser('192.0.2.60').post('/accesso', { email, password })
      expect(answer.status, `time ${n + 1}`).toBe(303)
    }
  })

  test('whoever loses access is out at the next request, in whichever process they were', async () => {
    const { id, email } = await site.add()
    const elsewhere = await openIdentitySite(lend(data), { clock: site.clock })
    const { browser } = await enter(email)
    const there = elsewhere.browser()
    for (const [name, value] of browser.jar) there.jar.set(name, value)
    expect(whoIsIn((await there.get('/')).body)).toBeDefined()
    await site.identity.disablePerson(id, administrator)
    expect(whoIsIn((await browser.get('/')).body)).toBeUndefined()
    // The announcement goes through the database.
    await expect.poll(async () => whoIsIn((await there.get('/')).body)).toBeUndefined()
    await site.identity.enablePerson(id, administrator)
    expect(whoIsIn((await browser.get('/')).body), 'the session is gone for good').toBeUndefined()
    expect((await enter(email)).answer.status).toBe(303)
    await elsewhere.close()
  })

  test('what a change anywhere touches is not remembered', async () => {
    const { email } = await site.add()
    const { browser } = await enter(email)
    await browser.get('/')
    await data.database.kysely.updateTable('person').set({ name: 'Nuova' }).where('email', '=', email).execute()
    await expect.poll(async () => whoIsIn((await browser.get('/')).body)).toBe('Nuova')
  })
})

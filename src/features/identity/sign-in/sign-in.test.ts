// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, lend, type TestDatabase } from '../../../../tests/databases.ts'
import {
  administrator,
  type IdentitySite,
  openIdentitySite,
  whoIsIn,
} from '../../../../tests/factories/identity-site.ts'
import { limits } from '../model.ts'

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
    expect(answer.cookies).toHaveLength(2)
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
    expect(browser.jar.has('timone.session_token')).toBe(false)
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

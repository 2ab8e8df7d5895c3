// SPDX-License-Identifier: AGPL-3.0-or-later
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  administrator,
  type IdentitySite,
  openIdentitySite,
  whoIsIn,
} from '../../../../tests/factories/identity-site.ts'
import type { TestBrowser } from '../../../../tests/factories/test-browser.ts'

const password = 'quattro cavalli senza fretta'
const page = '/profilo-personale/secondo-fattore'

let site: IdentitySite
beforeAll(async () => {
  // In the middle of a half minute, so that no code expires during a test.
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 })
  site = await openIdentitySite()
})
afterAll(async () => {
  await site.close()
  vi.useRealTimers()
})

const enter = async () => {
  const person = await site.add()
  return { person, browser: await site.enterAs(person.email) }
}

/** Begins the second factor and reads its key off the page. */
const begin = async (browser: TestBrowser) => {
  expect(await browser.post(page, { passo: 'inizia', password })).toMatchObject({ status: 303, location: page })
  const { body } = await browser.get(page)
  const secret = /class="t-secret">([A-Z2-7 ]+)</.exec(body)?.[1]?.replaceAll(' ', '') ?? ''
  expect(body).toContain('<img class="t-qr" alt="Codice QR')
  return codesOf(secret)
}

/** The app's codes for now and for the half minutes before and after, which are valid too because clocks differ. */
const codesOf = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return (halfMinutes: number) => totp.generate({ timestamp: Date.now() + halfMinutes * 30_000 })
}

const setUp = async () => {
  const { browser, person } = await enter()
  const codeAt = await begin(browser)
  const shown = await browser.post(page, { passo: 'conferma', codice: codeAt(0) })
  expect(shown.status).toBe(200)
  const backup = [...shown.body.matchAll(/class="t-secret">(\w{5}-\w{5})</g)].map(([, code = '']) => code)
  return { browser, person, codeAt, backup }
}

/** Gives the password; the second step is still to come. */
const firstStep = async (email: string) => {
  const browser = site.newcomer()
  const answer = await browser.post('/accesso', { email, password, poi: '/gestioni-associate' })
  expect(answer).toMatchObject({ status: 303, location: '/accesso/secondo-fattore?poi=%2Fgestioni-associate' })
  expect(whoIsIn((await browser.get('/')).body), 'the password alone opens nothing').toBeUndefined()
  return browser
}
const second = (browser: TestBrowser, codice: string) =>
  browser.post('/accesso/secondo-fattore', { codice, poi: '/gestioni-associate' })

test('it begins with the password, and a wrong code does not switch it on', async () => {
  const { browser, person } = await enter()
  const wrong = await browser.post(page, { passo: 'inizia', password: 'un altro cavallo lento' })
  expect(wrong).toMatchObject({ status: 422, body: expect.stringContaining('non è quella con cui entri') })
  expect((await browser.get(page)).body).not.toContain('t-qr')
  await begin(browser)
  const refused = await browser.post(page, { passo: 'conferma', codice: '000000' })
  expect(refused).toMatchObject({ status: 422, body: expect.stringContaining('href="#campo-codice"') })
  expect(refused.body, 'the key is still there to be typed').toContain('t-qr')
  expect(await site.identity.people([person.id])).toMatchObject([{ secondFactor: 'off' }])
  expect(await browser.post(page, { passo: 'codici', password })).toMatchObject({ status: 409 })
})

test('once it is on, a sign-in takes the password and a code', async () => {
  const { person, codeAt, backup, browser } = await setUp()
  expect(backup).toHaveLength(10)
  expect(await site.identity.people([person.id])).toMatchObject([{ secondFactor: 'on' }])
  expect(whoIsIn((await browser.get('/')).body), 'the session in use goes on').toBeDefined()
  expect((await browser.get(page)).body).not.toContain('t-secret')
  const entering = await firstStep(person.email)
  expect(await second(entering, codeAt(1))).toMatchObject({ status: 303, location: '/gestioni-associate' })
  expect(whoIsIn((await entering.get('/')).body)).toBe(person.name)
  const lines = (await site.accessJournal()).filter(({ actor }) => actor === person.name).map(({ event }) => event)
  expect(lines.map(({ type }) => type)).toEqual(['signedIn', 'secondFactorSetUp', 'signedIn'])
  expect(lines.at(-1)).toMatchObject({ method: 'password', secondFactor: 'code' })
})

test('switching it on ends the sessions that the password alone had opened elsewhere', async () => {
  const { person, browser } = await enter()
  const elsewhere = await site.enterAs(person.email)
  expect(whoIsIn((await elsewhere.get('/')).body)).toBe(person.name)
  const codeAt = await begin(browser)
  expect((await browser.post(page, { passo: 'conferma', codice: '000000' })).status).toBe(422)
  expect(whoIsIn((await elsewhere.get('/')).body), 'a wrong code ends nothing').toBe(person.name)
  await browser.post(page, { passo: 'conferma', codice: codeAt(0) })
  expect(whoIsIn((await elsewhere.get('/')).body)).toBeUndefined()
  expect(whoIsIn((await browser.get('/')).body)).toBe(person.name)
})

test('a wrong code, a code that was used, and one of another person are refused', async () => {
  const { person, codeAt } = await setUp()
  const other = await setUp()
  const browser = await firstStep(person.email)
  expect((await second(browser, '123')).status).toBe(422)
  expect((await second(browser, other.codeAt(1))).status).toBe(422)
  expect((await second(browser, codeAt(0))).body, 'spent when it confirmed').toContain('già usato')
  expect((await second(browser, codeAt(1))).status).toBe(303)
  const again = await firstStep(person.email)
  expect((await second(again, codeAt(1))).status).toBe(422)
  expect((await second(again, codeAt(-1))).status).toBe(303)
  const refused = (await site.accessJournal()).filter(({ event }) => event.email === person.email && event.reason)
  expect(refused.map(({ event }) => event.reason)).toEqual(['wrongCode', 'wrongCode', 'spentCode', 'spentCode'])
})

test('a backup code lets in once', async () => {
  const { person, backup } = await setUp()
  const [code = '', next = ''] = backup
  expect((await second(await firstStep(person.email), ` ${code} `)).status).toBe(303)
  const again = await firstStep(person.email)
  expect((await second(again, code)).status).toBe(422)
  expect((await second(again, next)).status).toBe(303)
})

test('the second step without the first is refused, even for who is signed in as somebody else', async () => {
  const { browser, codeAt, person } = await setUp()
  const nowhere = await second(site.browser(), codeAt(1))
  expect(nowhere).toMatchObject({
    status: 422,
    body: expect.stringContaining('dare di nuovo la password'),
    cookies: [],
  })
  // Own session and own code with somebody else's first step: it must not let one in as the other person.
  const victim = await setUp()
  const attacker = await firstStep(victim.person.email)
  for (const [name, value] of browser.jar) attacker.jar.set(name, value)
  expect((await second(attacker, codeAt(1))).status).toBe(422)
  expect(whoIsIn((await attacker.get('/')).body)).toBe(person.name)
  expect((await site.accessJournal()).at(-1)?.event).toMatchObject({ reason: 'wrongCode', email: victim.person.email })
})

test('guessing codes ends the step, then the person waits', async () => {
  const { person, codeAt } = await setUp()
  let browser = await firstStep(person.email)
  const guess = async (n: number) => (await second(browser, String(n).padStart(6, '0'))).body
  for (let n = 0; n < 5; n += 1) expect(await guess(n), `guess ${n + 1}`).toContain('Il codice non è quello giusto')
  expect(await guess(5)).toContain('va ricominciato')
  browser = await firstStep(person.email)
  for (let n = 6; n < 11; n += 1) await guess(n)
  browser = await firstStep(person.email)
  expect((await second(browser, codeAt(1))).status).toBe(429)
})

test('whoever guesses codes from elsewhere does not make a known device wait', async () => {
  const { browser, person, codeAt } = await setUp()
  await browser.post('/uscita', {})
  for (let n = 0; n < 3; n += 1) {
    const stranger = await firstStep(person.email)
    for (let m = 0; m < 5; m += 1) await second(stranger, `${n}${m}`.padStart(6, '0'))
  }
  expect((await second(await firstStep(person.email), codeAt(1))).status, 'anywhere else').toBe(429)
  expect((await browser.post('/accesso', { email: person.email, password })).status).toBe(303)
  expect((await second(browser, codeAt(1))).status).toBe(303)
})

test('new backup codes replace the old ones', async () => {
  const { browser, backup, person } = await setUp()
  expect((await browser.post(page, { passo: 'codici', password: 'un altro cavallo lento' })).status).toBe(422)
  const shown = await browser.post(page, { passo: 'codici', password })
  const [fresh = ''] = [...shown.body.matchAll(/class="t-secret">(\w{5}-\w{5})</g)].map(([, code = '']) => code)
  const entering = await firstStep(person.email)
  expect((await second(entering, backup[0] ?? '')).status).toBe(422)
  expect((await second(entering, fresh)).status).toBe(303)
})

test('a person of whom it is demanded sets it up before anything else, and cannot take it away', async () => {
  const { browser, person } = await enter()
  await site.identity.demandSecondFactor(person.id, true, administrator)
  expect(await site.identity.people([person.id])).toMatchObject([{ secondFactor: 'demanded' }])
  expect(await browser.get('/')).toMatchObject({ status: 303, location: page })
  expect(await browser.get('/profilo-personale')).toMatchObject({ status: 303, location: page })
  const codeAt = await begin(browser)
  expect((await browser.post(page, { passo: 'conferma', codice: codeAt(0) })).status).toBe(200)
  expect(whoIsIn((await browser.get('/')).body)).toBeDefined()
  expect(await browser.post(page, { passo: 'togli', password })).toMatchObject({ status: 409 })
  await site.identity.demandSecondFactor(person.id, false, administrator)
  expect((await browser.post(page, { passo: 'togli', password: 'un altro cavallo lento' })).status).toBe(422)
  expect((await browser.post(page, { passo: 'togli', password })).status).toBe(303)
  expect(whoIsIn((await browser.get('/')).body)).toBeDefined()
  expect(await site.identity.people([person.id])).toMatchObject([{ secondFactor: 'off' }])
})

test('an administrator takes away the second factor of a person who lost it', async () => {
  const { browser, person } = await setUp()
  const colleague = { ...administrator, may: () => false, person: { ...person } }
  await expect(site.identity.clearSecondFactor(person.id, colleague)).rejects.toMatchObject({ code: 'forbidden' })
  await site.identity.clearSecondFactor(person.id, administrator)
  expect(whoIsIn((await browser.get('/')).body)).toBeUndefined()
  expect((await browser.post('/accesso', { email: person.email, password })).location).toBe('/')
  expect(whoIsIn((await browser.get('/')).body)).toBeDefined()
})

test('neither keys nor codes are kept in clear, or reach journal and log', async () => {
  const { codeAt, backup, person } = await setUp()
  await second(await firstStep(person.email), codeAt(1))
  const { kysely } = site.database
  const kept = JSON.stringify([
    await kysely.selectFrom('second_factor').selectAll().execute(),
    await kysely.selectFrom('spent_code').selectAll().execute(),
    await site.accessJournal(),
    site.logged,
  ])
  for (const secret of [...backup, codeAt(1)]) expect(kept).not.toContain(`"${secret}"`)
  expect(kept).not.toContain(backup[3])
})

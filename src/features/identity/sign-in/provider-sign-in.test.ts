// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, lend, openServerForTest, type TestDatabase } from '../../../../tests/databases.ts'
import {
  administrator,
  type IdentitySite,
  openIdentitySite,
  whoIsIn,
} from '../../../../tests/factories/identity-site.ts'
import { type ProviderAccount, startProvider, type TestProvider } from '../../../../tests/factories/oidc-provider.ts'
import type { TestBrowser } from '../../../../tests/factories/test-browser.ts'
import { mostAttempts } from '../model.ts'

const publicAddress = 'https://timone.example'
const back = '/accesso/fornitore/ritorno'
const name = 'Identità di Vallechiara'

const signInFor = ({ issuer, clientId, clientSecret }: TestProvider, claim?: string) => ({
  publicAddress,
  provider: { issuer, clientId, clientSecret, name, ...(claim !== undefined && { claim }) },
})

let count = 0
const invite = async (site: IdentitySite) => {
  count += 1
  const input = { name: `Persona ${count}`, email: `persona${count}@vallechiara.example` }
  return await site.identity.invitePerson({}, input, administrator)
}
const accountOf = (email: string): ProviderAccount => ({
  sub: `sub-${email}`,
  email,
  email_verified: true,
  name: 'Nome Altrove',
})

/** Goes to the provider and returns the address that the browser comes back with. */
const go = async (provider: TestProvider, browser: TestBrowser, change: (address: URL) => void = () => undefined) => {
  const away = await browser.get('/accesso/fornitore?poi=/gestioni-associate')
  expect(away.status).toBe(303)
  const address = new URL(away.location)
  change(address)
  return await provider.follow(address.href)
}

describe.each(engines)('signing in at an OpenID provider, on the $name database', ({ open }) => {
  let data: TestDatabase
  let provider: TestProvider
  let site: IdentitySite
  beforeAll(async () => {
    data = await open()
    provider = await startProvider({ redirectUri: `${publicAddress}${back}` })
    site = await openIdentitySite(lend(data), { signIn: signInFor(provider) })
  })
  afterAll(async () => {
    await site.close()
    await provider.close()
    await data.close()
  })

  /** Comes back and expects a refusal that changes nothing. */
  const expectRefused = async (browser: TestBrowser, returning: string, reason: string, words: string) => {
    const before = await stored()
    const answer = await browser.get(returning)
    expect(answer).toMatchObject({ status: 422, body: expect.stringContaining(words) })
    expect(answer.body).toContain(`Entra con ${name}`)
    expect(whoIsIn((await browser.get('/')).body)).toBeUndefined()
    expect(await stored()).toEqual(before)
    expect((await site.accessJournal()).at(-1)?.event).toMatchObject({ type: 'signInRefused', reason })
  }
  const stored = async () => ({
    people: await site.identity.people(),
    credentials: await data.database.kysely.selectFrom('credential').selectAll().execute(),
    sessions: await data.database.kysely.selectFrom('session').select('id').execute(),
  })

  test('an invited person comes in with the verified address that they were invited under', async () => {
    const { person, link } = await invite(site)
    provider.signInAs(accountOf(person.email.toUpperCase()))
    const browser = site.browser()
    expect((await browser.get(new URL(link ?? '').pathname)).body).toContain(`Entra con ${name}`)
    const answer = await browser.get(await go(provider, browser))
    expect(answer).toMatchObject({ status: 303, location: '/gestioni-associate' })
    expect(whoIsIn((await browser.get('/gestioni-associate')).body)).toBe(person.name)
    expect(await site.identity.people([person.id])).toMatchObject([{ name: person.name, pending: false }])
    expect(
      (await site.accessJournal()).slice(-2).map(({ actor, event }) => [actor, event.type, event.by ?? event.method]),
    ).toEqual([
      [person.name, 'invitationAccepted', 'provider'],
      [person.name, 'signedIn', 'provider'],
    ])
    expect((await site.browser().get(new URL(link ?? '').pathname)).status, 'the link is used up').toBe(410)
  })

  test('the second time the account is known by its key, whatever its address has become', async () => {
    const { person } = await invite(site)
    const account = accountOf(person.email)
    provider.signInAs(account)
    const first = site.browser()
    await first.get(await go(provider, first))
    provider.signInAs({ ...account, email: 'sposata@vallechiara.example' })
    const second = site.browser()
    expect((await second.get(await go(provider, second))).status).toBe(303)
    expect(whoIsIn((await second.get('/')).body)).toBe(person.name)
    expect(await site.identity.people([person.id])).toMatchObject([{ email: person.email }])
  })

  test('the provider answers for password and second factor of who comes from it', async () => {
    const { person } = await invite(site)
    provider.signInAs(accountOf(person.email))
    await site.identity.demandSecondFactor(person.id, true, administrator)
    const browser = site.browser()
    await browser.get(await go(provider, browser))
    const profile = await browser.get('/profilo-personale')
    expect(profile).toMatchObject({ status: 200, body: expect.stringContaining('si gestiscono là') })
    const chosen = { password: 'quattro cavalli senza fretta', conferma: 'quattro cavalli senza fretta' }
    expect((await browser.post('/profilo-personale/password', { ...chosen, attuale: 'x' })).status).toBe(409)
    const begun = await browser.post('/profilo-personale/secondo-fattore', { passo: 'inizia', password: 'x' })
    expect(begun.status).toBe(409)
  })

  test('whoever goes on sending forged answers waits', async () => {
    const browser = site.browser('192.0.2.99')
    const statuses: number[] = []
    for (let n = 0; n <= mostAttempts.network; n += 1)
      statuses.push((await browser.get(`${back}?state=a&code=b`)).status)
    expect(statuses.filter((status) => status === 422)).toHaveLength(mostAttempts.network)
    expect(statuses.at(-1)).toBe(429)
  })

  test('who was not invited stays outside: no account is made', async () => {
    provider.signInAs(accountOf('sconosciuta@altrove.example'))
    const browser = site.browser()
    await expectRefused(
      browser,
      await go(provider, browser),
      'unknownPerson',
      'nessuno con il tuo indirizzo è stato invitato',
    )
    expect((await site.accessJournal()).at(-1)?.event).toMatchObject({ email: 'sconosciuta@altrove.example' })
  })

  test.each([
    ['does not vouch for', { email_verified: false }],
    ['says nothing of', { email_verified: undefined }],
    ['does not tell', { email: undefined, email_verified: undefined }],
  ])('an address that the provider %s opens nothing', async (_, changes) => {
    const { person } = await invite(site)
    const claims = Object.entries({ ...accountOf(person.email), ...changes })
    const given = Object.fromEntries(claims.filter(([, value]) => value !== undefined))
    provider.signInAs({ sub: `sub-${person.email}`, ...given })
    const browser = site.browser()
    await expectRefused(browser, await go(provider, browser), 'emailNotVerified', 'non garantisce il tuo indirizzo')
  })

  test('whose access was taken away stays outside, whether they came this way before or not', async () => {
    const [known, fresh] = [await invite(site), await invite(site)]
    provider.signInAs(accountOf(known.person.email))
    const first = site.browser()
    await first.get(await go(provider, first))
    for (const { person } of [known, fresh]) {
      await site.identity.disablePerson(person.id, administrator)
      provider.signInAs(accountOf(person.email))
      const browser = site.browser()
      await expectRefused(browser, await go(provider, browser), 'disabled', 'il tuo accesso è stato tolto')
    }
  })

  test('an answer with a forged state is refused', async () => {
    const { person } = await invite(site)
    provider.signInAs(accountOf(person.email))
    const browser = site.browser()
    const returning = new URL(await go(provider, browser), publicAddress)
    returning.searchParams.set('state', 'a'.repeat(32))
    await expectRefused(browser, `${back}${returning.search}`, 'forgedAnswer', 'non è stata chiesta da questo browser')
    await expectRefused(browser, `${back}?code=qualcosa`, 'forgedAnswer', 'non è stata chiesta')
    await expectRefused(browser, back, 'forgedAnswer', 'non è stata chiesta')
  })

  test('an answer that was meant for another browser is refused', async () => {
    const { person } = await invite(site)
    provider.signInAs(accountOf(person.email))
    const returning = await go(provider, site.browser())
    await expectRefused(site.browser(), returning, 'forgedAnswer', 'non è stata chiesta da questo browser')
    const another = site.browser()
    await go(provider, another)
    await expectRefused(another, returning, 'forgedAnswer', 'non è stata chiesta da questo browser')
  })

  test('an answer with the wrong nonce is refused', async () => {
    const { person } = await invite(site)
    provider.signInAs(accountOf(person.email))
    const browser = site.browser()
    const returning = await go(provider, browser, ({ searchParams }) => searchParams.set('nonce', 'un altro'))
    await expectRefused(browser, returning, 'forgedAnswer', 'ricominciare da qui')
  })

  test('an answer works once, and so does its code', async () => {
    const { person } = await invite(site)
    provider.signInAs(accountOf(person.email))
    const browser = site.browser()
    const returning = await go(provider, browser)
    expect((await browser.get(returning)).status).toBe(303)
    await browser.post('/uscita', {})
    await expectRefused(browser, returning, 'forgedAnswer', 'è già stata usata')
    const spent = new URL(returning, publicAddress).searchParams.get('code') ?? ''
    const again = new URL(await go(provider, browser), publicAddress)
    again.searchParams.set('code', spent)
    await expectRefused(browser, `${back}${again.search}`, 'forgedAnswer', 'è già stata usata')
  })

  test('a code that was asked for without our proof key is refused', async () => {
    const { person } = await invite(site)
    provider.signInAs(accountOf(person.email))
    const browser = site.browser()
    const challenge = 'b'.repeat(43)
    const returning = await go(provider, browser, ({ searchParams }) => {
      expect(searchParams.get('code_challenge_method')).toBe('S256')
      searchParams.set('code_challenge', challenge)
    })
    await expectRefused(browser, returning, 'forgedAnswer', 'ricominciare da qui')
  })

  test('whoever changes their mind at the provider is told so', async () => {
    provider.signInAs(undefined)
    const browser = site.browser()
    await expectRefused(browser, await go(provider, browser), 'refusedByProvider', 'non lo ha concesso')
  })

  test('a return to another site leads home instead', async () => {
    const { person } = await invite(site)
    provider.signInAs(accountOf(person.email))
    const browser = site.browser()
    const away = await browser.get('/accesso/fornitore?poi=https://altrove.example')
    expect(await browser.get(await provider.follow(away.location))).toMatchObject({ status: 303, location: '/' })
  })

  test('what the provider lets one do in the person\u2019s name is not kept, nor logged', async () => {
    const rows = await data.database.kysely
      .selectFrom('credential')
      .selectAll()
      .where('provider', '=', 'oidc')
      .execute()
    expect(rows.length).toBeGreaterThan(0)
    const columns = ['created_at', 'id', 'password', 'person_id', 'provider', 'subject', 'updated_at']
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(columns)
    const log = site.logged.join('')
    for (const secret of [provider.clientSecret, 'code=', 'eyJ', '@vallechiara']) expect(log).not.toContain(secret)
  })
})

describe('the provider', () => {
  let data: TestDatabase
  beforeAll(async () => {
    data = await openServerForTest()
  })
  afterAll(() => data.close())

  test('may be trusted for another claim, which then needs no verified address', async () => {
    const provider = await startProvider({ redirectUri: `${publicAddress}${back}`, claimsInToken: true })
    const site = await openIdentitySite(lend(data), { signIn: signInFor(provider, 'upn') })
    const { person } = await invite(site)
    provider.signInAs({ sub: 'uno', email: 'altra@posta.example', email_verified: false, upn: person.email })
    const browser = site.browser()
    expect((await browser.get(await go(provider, browser))).status).toBe(303)
    expect(whoIsIn((await browser.get('/')).body)).toBe(person.name)
    provider.signInAs({ sub: 'due', email: person.email, email_verified: true })
    const other = site.browser()
    expect((await other.get(await go(provider, other))).status, 'without the claim').toBe(422)
    await site.close()
    await provider.close()
  })

  test('may be down when Timone starts, or when somebody comes', async () => {
    const gone = await startProvider({ redirectUri: `${publicAddress}${back}` })
    await gone.close()
    const site = await openIdentitySite(lend(data), { signIn: signInFor(gone) })
    const answer = await site.browser().get('/accesso/fornitore')
    expect(answer).toMatchObject({ status: 409, body: expect.stringContaining('riprovare fra qualche minuto') })
    expect((await site.browser().get('/accesso')).status).toBe(200)
    await site.close()
  })

  test('is not mentioned where there is none', async () => {
    const site = await openIdentitySite(lend(data))
    expect((await site.browser().get('/accesso')).body).not.toContain('fornitore')
    expect((await site.browser().get('/accesso/fornitore')).status).toBe(404)
    expect((await site.browser().get(`${back}?code=a&state=b`)).status).toBe(404)
    await site.close()
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../../../../tests/databases.ts'
import {
  administrator,
  type IdentitySite,
  openIdentitySite,
  whoIsIn,
} from '../../../../tests/factories/identity-site.ts'
import { type Action, nobody } from '../../../kernel/access.ts'
import { identityActions } from '../actions.ts'
import { limits } from '../model.ts'

const password = 'quattro cavalli senza fretta'
const twice = { password, conferma: password }

describe.each(engines)('invitations, on the $name database', ({ open }) => {
  let site: IdentitySite
  beforeAll(async () => {
    site = await openIdentitySite(await open())
  })
  afterAll(() => site.close())

  const invite = async (input?: Parameters<IdentitySite['invite']>[0]) => {
    const invitation = await site.invite(input)
    return { ...invitation, path: new URL(invitation.link ?? 'http://localhost/').pathname }
  }

  test('who may not manage people invites nobody', async () => {
    const input = { name: 'Rita', email: 'rita@vallechiara.example' }
    await expect(site.identity.invitePerson({}, input, nobody)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await site.identity.people()).toEqual([])
    expect(await site.accessJournal()).toEqual([])
  })

  test.each([
    ['no address', { email: 'rita' }, 'email'],
    ['two addresses', { email: 'rita@a.example,ugo@b.example' }, 'email'],
    ['a header in the address', { email: 'rita@a.example\r\nbcc:ugo@b.example' }, 'email'],
    ['no name', { name: ' ' }, 'name'],
    ['a name with control characters', { name: 'Rita\u0007' }, 'name'],
  ])('an invitation with %s is refused', async (_, input, place) => {
    await expect(invite(input)).rejects.toMatchObject({ code: 'invalid-input', problems: [{ place }] })
    expect(await site.identity.people()).toEqual([])
  })

  test('an invited person chooses a password, is in, and stays in', async () => {
    const { path, person } = await invite({ name: 'Rita Neri', email: ' Rita.Neri@Vallechiara.Example ' })
    expect(person.email).toBe('rita.neri@vallechiara.example')
    expect(await site.identity.people([person.id])).toMatchObject([
      { pending: true, disabled: false, secondFactor: 'off' },
    ])
    const browser = site.browser()
    expect(await browser.get(path)).toMatchObject({
      body: expect.stringContaining('rita.neri@vallechiara.example'),
      headers: { 'cache-control': 'no-store' },
    })
    const accepted = await browser.post(path, twice)
    expect(accepted).toMatchObject({ status: 303, location: '/' })
    expect(whoIsIn((await browser.get('/')).body)).toBe('Rita Neri')
    const [known] = await site.identity.people([person.id])
    expect(known).toMatchObject({ pending: false })
    expect(known?.lastSignIn?.getTime()).toBeGreaterThan(Date.now() - 60_000)
    const events = (await site.accessJournal()).map(({ actor, event }) => [actor, event.type])
    expect(events.slice(-3)).toEqual([
      ['Prova', 'personInvited'],
      ['Rita Neri', 'invitationAccepted'],
      ['Rita Neri', 'signedIn'],
    ])
  })

  test('a link works once, and a later invitation replaces it', async () => {
    const input = { name: 'Ugo', email: 'ugo@vallechiara.example' }
    const first = await invite(input)
    const second = await invite(input)
    expect(second.person.id).toBe(first.person.id)
    const browser = site.browser()
    expect(await browser.get(first.path)).toMatchObject({ status: 410, body: expect.stringContaining('più recente') })
    expect((await browser.post(first.path, twice)).status).toBe(410)
    expect((await browser.post(second.path, twice)).status).toBe(303)
    const replayed = await site
      .browser()
      .post(second.path, { password: 'un altro cavallo lento', conferma: 'un altro cavallo lento' })
    expect(replayed).toMatchObject({ status: 410, body: expect.stringContaining('già stato usato'), cookies: [] })
    const refused = (await site.accessJournal()).filter(({ event }) => event.type === 'linkRefused')
    expect(refused.map(({ event }) => event.reason)).toEqual(['revoked', 'revoked', 'used'])
    expect((await invite(input)).link).toBeUndefined()
    const entering = await site.browser().post('/accesso', { email: input.email, password })
    expect(entering).toMatchObject({ status: 303, location: '/' })
  })

  test('a link expires after seven days', async () => {
    const { path, person } = await invite()
    site.clock.advance(limits.invitation + 1000)
    expect(await site.browser().get(path)).toMatchObject({ status: 410, body: expect.stringContaining('è scaduto') })
    expect((await site.browser().post(path, twice)).status).toBe(410)
    expect(await site.identity.people([person.id])).toMatchObject([{ pending: true }])
  })

  test('two who use a link at once: one is in', async () => {
    const { path } = await invite()
    const answers = await Promise.all([site.browser().post(path, twice), site.browser().post(path, twice)])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 410])
  })

  test('a pending account is not handed to whoever invites it again', async () => {
    const { person } = await invite({ name: 'Ada', email: 'ada@vallechiara.example' })
    const other = {
      ...administrator,
      actor: { id: 'person:altro' as const, name: 'Altro' },
      may: (action: Action) => action === identityActions.managePeople,
    }
    const again = await site.identity.invitePerson({}, { name: 'Ada', email: 'ada@vallechiara.example' }, other)
    expect(again).toEqual({ person, mailed: false })
  })

  test.each([
    ['is short', 'corta', 'corta', 'meno di 12 caratteri'],
    ['holds the address', 'ivo.bruni-2026', 'ivo.bruni-2026', 'contiene il nome'],
    ['repeats itself', 'aaaaaaaaaaaa', 'aaaaaaaaaaaa', 'ripete pochi caratteri'],
    ['is what everybody tries', 'Password2026!', 'Password2026!', 'prime che si provano'],
    ['is typed in two ways', password, `${password}!`, 'diversa dalla prima'],
  ])('a password that %s is refused, and the link goes on working', async (name, chosen, conferma, words) => {
    const { path } = await invite({ name: 'Ivo Bruni', email: `ivo.bruni@${name.replaceAll(' ', '-')}.example` })
    const refused = await site.browser().post(path, { password: chosen, conferma })
    expect(refused).toMatchObject({ status: 422, body: expect.stringContaining(words), cookies: [] })
    expect(refused.body).not.toContain(chosen)
    expect((await site.browser().post(path, twice)).status).toBe(303)
  })

  test('what is no token of ours is refused without a trace', async () => {
    const lines = (await site.accessJournal()).length
    expect((await site.browser().get(`/invito/${'a'.repeat(43)}`)).status).toBe(410)
    expect((await site.browser().get('/invito/corto')).status).toBe(404)
    expect(await site.accessJournal()).toHaveLength(lines)
  })

  test('only what tokens and passwords hash to is kept, and neither reaches the log', async () => {
    const { link = '', path } = await invite()
    await site.browser().post(path, twice)
    const token = path.split('/').at(-1) ?? ''
    expect(link).toBe(`http://localhost/invito/${token}`)
    const kysely = site.database.kysely
    const kept = JSON.stringify([
      await kysely.selectFrom('access_link').selectAll().execute(),
      await kysely.selectFrom('credential').selectAll().execute(),
      await site.accessJournal(),
      site.logged,
    ])
    expect(kept).not.toContain(token)
    expect(kept).not.toContain(password)
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(site.logged.join('')).not.toContain('@vallechiara.example')
  })
})

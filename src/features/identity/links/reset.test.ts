// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, expect, test } from 'vitest'
import { lend, openServerForTest, type TestDatabase } from '../../../../tests/databases.ts'
import {
  administrator,
  type IdentitySite,
  openIdentitySite,
  whoIsIn,
} from '../../../../tests/factories/identity-site.ts'
import { type MailServer, startMailServer } from '../../../../tests/factories/mail-server.ts'
import type { Action } from '../../../kernel/access.ts'
import { openMail } from '../../../platform/mail/mail.ts'
import { identityActions } from '../actions.ts'
import { limits } from '../model.ts'

const password = 'quattro cavalli senza fretta'
const fresh = 'cinque lumache con la giacca'
const twice = { password: fresh, conferma: fresh }

let data: TestDatabase
let server: MailServer
let site: IdentitySite
beforeAll(async () => {
  data = await openServerForTest()
  server = await startMailServer()
  const mail = openMail({ smtpUrl: server.url, from: 'timone@roccaperta.example' }, () => undefined)
  site = await openIdentitySite(lend(data), { mail, signIn: { publicAddress: 'https://timone.example' } })
})
afterAll(async () => {
  await site.close()
  await server.close()
  await data.close()
})

const ask = (email: string) => site.newcomer().post('/password-dimenticata', { email })
const linkTo = async (email: string) => {
  await expect.poll(() => server.letters.some(({ to }) => to.includes(email))).toBe(true)
  const letter = server.letters.findLast(({ to }) => to.includes(email))
  const [link = ''] = /https:\/\/timone\.example\/\S+/.exec(letter?.text ?? '') ?? []
  return new URL(link).pathname
}

test('whoever asks learns nothing of who has an account', async () => {
  const { email } = await site.add()
  const disabled = await site.add()
  await site.identity.disablePerson(disabled.id, administrator)
  const answers = [await ask(email), await ask('nessuno@vallechiara.example'), await ask(disabled.email)]
  for (const answer of answers) expect(answer).toEqual({ ...answers[0] })
  expect(await linkTo(email)).toMatch(/^\/password\/[\w-]{43}$/)
  expect(server.letters.map(({ to }) => to)).toEqual([[email]])
  const known = (await site.accessJournal()).filter(({ event }) => event.type === 'resetRequested')
  expect(known.map(({ event }) => event.known)).toEqual([true, false, false])
})

test('an address gets three letters in a quarter of an hour, and nobody is told', async () => {
  const { email } = await site.add()
  for (let n = 0; n < 5; n += 1) expect((await ask(email)).location).toBe('/password-dimenticata?esito=inviata')
  await linkTo(email)
  await expect.poll(() => server.letters.filter(({ to }) => to.includes(email)).length).toBe(3)
})

test('the link of the letter gives a new password once, and ends every session', async () => {
  const { email } = await site.add()
  const browser = site.browser('192.0.2.1')
  await browser.post('/accesso', { email, password })
  await ask(email)
  const path = await linkTo(email)
  const somebody = site.browser('192.0.2.2')
  expect(await somebody.get(path)).toMatchObject({
    body: expect.stringContaining(email),
    headers: { 'cache-control': 'no-store' },
  })
  expect((await somebody.post(path, { password: 'corta', conferma: 'corta' })).status).toBe(422)
  expect(await somebody.post(path, twice)).toMatchObject({
    status: 303,
    location: '/accesso?esito=password',
    cookies: [],
  })
  expect(whoIsIn((await browser.get('/')).body)).toBeUndefined()
  expect((await somebody.post(path, { password, conferma: password })).status).toBe(410)
  expect((await browser.post('/accesso', { email, password })).status).toBe(422)
  expect((await browser.post('/accesso', { email, password: fresh })).status).toBe(303)
  await expect.poll(() => server.letters.at(-1)?.text).toContain('è stata cambiata')
})

test('a link is good for two hours, and a later one replaces it', async () => {
  const { email } = await site.add()
  await ask(email)
  const first = await linkTo(email)
  await ask(email)
  await expect.poll(() => server.letters.filter(({ to }) => to.includes(email)).length).toBe(2)
  const later = await linkTo(email)
  expect((await site.browser().post(first, twice)).status).toBe(410)
  site.clock.advance(limits.reset + 1000)
  expect((await site.browser().post(later, twice)).status).toBe(410)
  expect((await site.browser().post('/accesso', { email, password })).status).toBe(303)
})

test('an administrator of the platform hands over a link, nobody else does', async () => {
  const { id, email } = await site.add()
  const referent = {
    ...administrator,
    may: (action: Action) => action === identityActions.managePeople,
    person: { id, name: '', email },
  }
  await expect(site.identity.resetLink(id, referent)).rejects.toMatchObject({ code: 'forbidden' })
  const link = await site.identity.resetLink(id, administrator)
  expect(link).toMatch(/^https:\/\/timone\.example\/password\//)
  expect((await site.browser().post(new URL(link).pathname, twice)).status).toBe(303)
})

test('a link given before access was taken away does not work', async () => {
  const { id } = await site.add()
  const link = await site.identity.resetLink(id, administrator)
  await site.identity.disablePerson(id, administrator)
  expect((await site.browser().post(new URL(link).pathname, twice)).status).toBe(410)
  await expect(site.identity.resetLink(id, administrator)).rejects.toMatchObject({ code: 'not-now' })
})

test('where no mail can be sent the page says whom to ask', async () => {
  const mute = await openIdentitySite(lend(data))
  expect((await mute.browser().get('/password-dimenticata')).body).toContain(
    'Chiedi una nuova password a chi la amministra',
  )
  expect((await mute.browser().post('/password-dimenticata', { email: 'a@b.example' })).status).toBe(409)
  await mute.close()
})

test('an invitation goes by mail, and says so', async () => {
  const invited = { name: 'Ada Verdi', email: 'ada@roccaperta.example' }
  const { link, mailed } = await site.identity.invitePerson({}, invited, administrator)
  expect(mailed).toBe(true)
  expect(await linkTo(invited.email)).toBe(new URL(link ?? '').pathname)
  server.refuseWith('451 più tardi')
  const again = await site.identity.invitePerson({}, invited, administrator)
  server.refuseWith(undefined)
  expect(again.mailed).toBe(false)
  expect(again.link).toMatch(/^https:\/\/timone\.example\/invito\//)
})

test('over https the cookies go over https alone, to this very name', async () => {
  const { email } = await site.add()
  const answer = await site.browser().post('/accesso', { email, password: 'quattro cavalli senza fretta' })
  expect(answer.cookies).toEqual([
    expect.stringMatching(
      /^__Host-timone\.session_token=\S+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ),
    expect.stringMatching(
      /^__Host-timone\.device\.[0-9a-f]{16}=\S+; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ),
  ])
})

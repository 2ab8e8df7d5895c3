// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  administrator,
  type IdentitySite,
  openIdentitySite,
  whoIsIn,
} from '../../../../tests/factories/identity-site.ts'

const password = 'quattro cavalli senza fretta'
const fresh = 'cinque lumache con la giacca'

let site: IdentitySite
beforeAll(async () => {
  site = await openIdentitySite()
})
afterAll(() => site.close())

const enter = (email: string) => site.enterAs(email)

test.each(['/profilo-personale', '/profilo-personale/secondo-fattore'])('%s is for who signed in', async (page) => {
  expect(await site.browser().get(page)).toMatchObject({
    status: 303,
    location: `/accesso?poi=${encodeURIComponent(page)}`,
  })
})

test.each(['nome', 'password', 'sessioni', 'secondo-fattore'])('nobody changes %s without signing in', async (what) => {
  expect((await site.browser().post(`/profilo-personale/${what}`, { nome: 'x' })).status).toBe(401)
})

test('a name is changed, and one that is none is refused', async () => {
  const { id, email } = await site.add()
  const browser = await enter(email)
  expect((await browser.post('/profilo-personale/nome', { nome: ' ' })).status).toBe(422)
  expect((await browser.post('/profilo-personale/nome', { nome: 'x'.repeat(101) })).status).toBe(422)
  expect((await browser.post('/profilo-personale/nome', { nome: ' Rita  De\u2019 Neri ' })).status).toBe(303)
  expect((await browser.get('/profilo-personale?esito=nome')).body).toContain('Il nome è cambiato.')
  expect(await site.identity.people([id])).toMatchObject([{ name: 'Rita De\u2019 Neri' }])
  expect((await site.accessJournal()).at(-1)).toMatchObject({
    event: { type: 'nameChanged', after: 'Rita De\u2019 Neri' },
  })
})

test('a password is changed with the one of now, and the other sessions end', async () => {
  const { email } = await site.add()
  const [browser, other] = [await enter(email), await enter(email)]
  const change = (attuale: string, chosen = fresh) =>
    browser.post('/profilo-personale/password', { attuale, password: chosen, conferma: chosen })
  const wrong = await change('un altro cavallo lento')
  expect(wrong).toMatchObject({ status: 422, body: expect.stringContaining('href="#campo-attuale"') })
  expect(wrong.body).not.toContain(fresh)
  expect((await change(password, 'corta')).status).toBe(422)
  expect(whoIsIn((await other.get('/')).body)).toBeDefined()
  expect(await change(password)).toMatchObject({ status: 303, location: '/profilo-personale?esito=password' })
  expect(whoIsIn((await browser.get('/')).body)).toBeDefined()
  expect(whoIsIn((await other.get('/')).body)).toBeUndefined()
  expect((await other.post('/accesso', { email, password })).status).toBe(422)
  expect((await other.post('/accesso', { email, password: fresh })).status).toBe(303)
})

test('whoever found an open session cannot guess the password through it', async () => {
  const { email } = await site.add()
  const browser = await enter(email)
  const guess = () => browser.post('/profilo-personale/password', { attuale: 'x', password: fresh, conferma: fresh })
  for (let n = 0; n < 5; n += 1) expect((await guess()).status).toBe(422)
  expect((await guess()).status).toBe(429)
})

test('a stranger who fails to sign in as somebody does not keep them from changing their password', async () => {
  const { email } = await site.add()
  const browser = await enter(email)
  const stranger = site.newcomer()
  for (let n = 0; n < 6; n += 1) await stranger.post('/accesso', { email, password: 'un altro cavallo lento' })
  const changed = { attuale: password, password: fresh, conferma: fresh }
  expect((await browser.post('/profilo-personale/password', changed)).status).toBe(303)
})

test('sessions are listed and ended, one by one or all the others', async () => {
  const { email } = await site.add()
  const [browser, second, third] = [await enter(email), await enter(email), await enter(email)]
  const stranger = await enter((await site.add()).email)
  const { body } = await browser.get('/profilo-personale')
  expect(body.match(/Firefox su Linux<\/span>/g)).toHaveLength(3)
  expect(body).toContain('questa sessione')
  const ids = [...body.matchAll(/name="sessione" value="([^"]+)"/g)]
    .map(([, id = '']) => id)
    .filter((id) => id !== 'altre')
  expect(ids).toHaveLength(2)
  const [one = ''] = ids
  expect((await stranger.post('/profilo-personale/sessioni', { sessione: one })).status).toBe(404)
  expect((await browser.post('/profilo-personale/sessioni', { sessione: one })).status).toBe(303)
  const stillIn = await Promise.all(
    [second, third].map(async (other) => (await other.get('/')).body.includes('Il tuo profilo: ')),
  )
  expect(stillIn.filter(Boolean)).toHaveLength(1)
  expect((await browser.post('/profilo-personale/sessioni', { sessione: 'altre' })).status).toBe(303)
  for (const other of [second, third]) expect(whoIsIn((await other.get('/')).body)).toBeUndefined()
  expect(whoIsIn((await browser.get('/')).body)).toBeDefined()
  expect(whoIsIn((await stranger.get('/')).body)).toBeDefined()
})

test('nobody takes their own access away, and only administrators of the platform take others\u2019', async () => {
  const { id, name, email } = await site.add()
  const self = { ...administrator, person: { id, name, email } }
  await expect(site.identity.disablePerson(id, self)).rejects.toMatchObject({ code: 'not-now' })
  const other = { ...self, may: () => false }
  await expect(site.identity.disablePerson(id, other)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(site.identity.demandSecondFactor(id, true, other)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await site.identity.people([id])).toMatchObject([{ disabled: false, secondFactor: 'off' }])
})

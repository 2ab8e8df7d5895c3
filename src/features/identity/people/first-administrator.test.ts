// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type IdentitySite, openIdentitySite, whoIsIn } from '../../../../tests/factories/identity-site.ts'

let site: IdentitySite
beforeAll(async () => {
  site = await openIdentitySite()
})
afterAll(() => site.close())

const password = 'quattro cavalli senza fretta'
const fields = { nome: 'Prima Persona', email: 'prima@roccaperta.example', password, conferma: password }

test('a later start revokes the link of the one before', async () => {
  const old = await site.identity.firstAdministratorLink()
  const current = await site.identity.firstAdministratorLink()
  expect((await site.browser().get(old)).status).toBe(410)
  expect((await site.browser().get(current)).status).toBe(200)
})

test('what is wrong with the form is said field by field, and nobody is made', async () => {
  const link = await site.identity.firstAdministratorLink()
  const refused = await site.browser().post(link, { nome: ' ', email: 'prima', password: 'corta', conferma: 'corta' })
  expect(refused.status).toBe(422)
  for (const field of ['nome', 'email', 'password']) expect(refused.body).toContain(`href="#campo-${field}"`)
  expect(await site.identity.people()).toEqual([])
})

test('whoever started Timone becomes its administrator, once', async () => {
  const link = await site.identity.firstAdministratorLink()
  const browser = site.browser()
  expect(await browser.get(link)).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
  expect(await browser.post(link, fields)).toMatchObject({ status: 303, location: '/' })
  expect(whoIsIn((await browser.get('/')).body)).toBe('Prima Persona')
  expect((await site.browser().post(link, { ...fields, email: 'seconda@roccaperta.example' })).status).toBe(410)

  // The port says that an administrator exists already: nothing is stored, and the link stays unused.
  const late = await site.identity.firstAdministratorLink()
  expect((await site.browser().post(late, { ...fields, email: 'seconda@roccaperta.example' })).status).toBe(409)
  expect((await site.browser().post(late, fields)).body).toContain('ha già un accesso')
  expect((await site.identity.people()).map(({ name }) => name)).toEqual(['Prima Persona'])
  const types = (await site.accessJournal()).map(({ event }) => event.type)
  expect(types.filter((type) => type === 'firstAdministratorRegistered')).toHaveLength(1)
})

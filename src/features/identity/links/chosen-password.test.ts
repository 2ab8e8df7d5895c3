// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServerForTest } from '../../../../tests/databases.ts'
import { openIdentitySite } from '../../../../tests/factories/identity-site.ts'
import { registerInventedPeople } from '../../../../tests/factories/people.ts'

let site: Awaited<ReturnType<typeof openIdentitySite>>
let path: string
beforeAll(async () => {
  const opened = await openServerForTest()
  await registerInventedPeople(opened)
  site = await openIdentitySite(opened, { signIn: { publicAddress: 'https://piani.montebianco.example' } })
  const { link = '' } = await site.invite({ name: 'Ortensia Belcolle', email: 'o.belcolle@studio-aldrovandi.example' })
  path = new URL(link).pathname
})
afterAll(() => site.close())

const choose = (password: string) => site.newcomer().post(path, { password, conferma: password })

test.each([
  ['1qaz2wsx3edc', 'fra le prime che si provano'],
  ['Password2026!', 'fra le prime che si provano'],
  ['P@$$w0rd-P@$$w0rd', 'fra le prime che si provano'],
  ['dr4g0ndr4g0n1', 'fra le prime che si provano'],
  ['juventus-1897-', 'fra le prime che si provano'],
  ['ComuneRoccaperta1', 'nomi che qui tutti conoscono'],
  ['V4ll3ch14r4-2026', 'nomi che qui tutti conoscono'],
  ['ufficio.valli.2026', 'nomi che qui tutti conoscono'],
  ['Timone-Timone-1', 'nomi che qui tutti conoscono'],
  ['m0ntebianco.piani', 'nomi che qui tutti conoscono'],
  ['0rt3n514-2026!', 'nomi che qui tutti conoscono'],
  ['aldrovandi.2026', 'nomi che qui tutti conoscono'],
])('%s is refused: the page says why, and what to do', async (password, why) => {
  const { status, text, body } = await choose(password)
  expect(status).toBe(422)
  expect(text).toContain(why)
  expect(text).toContain('scrivere quattro parole che non stanno insieme')
  expect(body).not.toContain(password)
})

test('what names are only a part of is a password', async () => {
  expect((await choose('a Roccaperta i trattori cantano')).status).toBe(303)
})

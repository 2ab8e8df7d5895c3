// SPDX-License-Identifier: AGPL-3.0-or-later
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { administrator, openIdentitySite } from '../factories/identity-site.ts'
import { collectComplaints, findFaults } from './page-faults.ts'

const password = 'quattro cavalli senza fretta'
const provider = { issuer: 'http://127.0.0.1:1', clientId: 'a', clientSecret: 'b', name: 'l’identità di Vallechiara' }
const mail = { configured: true, send: async () => true, close: () => undefined }
const site = await openIdentitySite(undefined, { mail, signIn: { provider } })
const address = await site.listen()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** Checks the open page in a wide and in a narrow window. */
const expectSound = async (page: Page, what: string, status = 200) => {
  expect(await findFaults(page), what).toEqual([])
  expect(await page.title(), what).toMatch(status === 200 ? /^(?!Errore)/ : /^Errore: /)
}
const submit = async (page: Page, fields: Readonly<Record<string, string>>, button: string) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: button }).click()
}

test('from the invitation to the second factor and out again, every page is sound in every state', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const complaints = collectComplaints(page)
  const invited = { name: 'Rita Neri', email: 'rita.neri@vallechiara.example' }
  const { link = '' } = await site.identity.invitePerson({}, invited, administrator)

  await page.goto(address + new URL(link).pathname)
  await expectSound(page, 'invito')
  await submit(page, { 'Password (obbligatorio)': 'corta' }, 'Accetta ed entra')
  await expectSound(page, 'invito con errori', 422)
  await page.getByRole('link', { name: /^Password, di nuovo: / }).click()
  expect(await page.evaluate('document.activeElement.name')).toBe('conferma')
  const twice = { 'Password (obbligatorio)': password, 'Password, di nuovo (obbligatorio)': password }
  await submit(page, twice, 'Accetta ed entra')
  expect(await page.textContent('body')).toContain('Il tuo profilo: Rita Neri')

  await page.goto(`${address}/profilo-personale`)
  await expectSound(page, 'profilo')
  await submit(page, { 'Password di ora (obbligatorio)': 'sbagliata' }, 'Cambia la password')
  await expectSound(page, 'profilo con errori', 422)
  await page.goto(`${address}/profilo-personale/secondo-fattore`)
  await expectSound(page, 'secondo fattore')
  await submit(page, { 'Password (obbligatorio)': password }, 'Comincia')
  await expectSound(page, 'secondo fattore, chiave')
  const secret = (await page.locator('.t-secret').textContent())?.replaceAll(' ', '') ?? ''
  const code = (ahead: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 })
  await submit(page, { 'Codice (obbligatorio)': '000000' }, 'Attiva il secondo fattore')
  await expectSound(page, 'secondo fattore, codice sbagliato', 422)
  await submit(page, { 'Codice (obbligatorio)': code(0) }, 'Attiva il secondo fattore')
  await expectSound(page, 'codici di riserva')
  await page.getByRole('link', { name: 'Li ho messi da parte' }).click()
  await page.getByRole('link', { name: 'Gestisci il secondo fattore' }).click()
  await expectSound(page, 'secondo fattore attivo')

  await page.goto(`${address}/profilo-personale`)
  await page.getByRole('button', { name: 'Esci da qui' }).click()
  await expectSound(page, 'accesso dopo l’uscita')
  const typed = { 'Indirizzo di posta (obbligatorio)': invited.email, 'Password (obbligatorio)': 'sbagliata' }
  await submit(page, typed, 'Entra')
  await expectSound(page, 'accesso con errori', 422)
  await submit(page, { 'Password (obbligatorio)': password }, 'Entra')
  await expectSound(page, 'secondo passo')
  await submit(page, { 'Codice (obbligatorio)': '000000' }, 'Entra')
  await expectSound(page, 'secondo passo con errori', 422)
  await submit(page, { 'Codice (obbligatorio)': code(1) }, 'Entra')
  expect(await page.textContent('body')).toContain('Il tuo profilo: Rita Neri')
  expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([])
  await context.close()
}, 120_000)

test('the other pages of sign-in are sound too', async () => {
  const page = await browser.newPage()
  const { id } = await site.identity.addPerson(
    { name: 'Ugo', email: 'ugo@vallechiara.example', password },
    administrator.actor,
  )
  const pages = [
    ['password dimenticata', '/password-dimenticata'],
    ['password dimenticata, inviata', '/password-dimenticata?esito=inviata'],
    ['nuova password', new URL(await site.identity.resetLink(id, administrator)).pathname],
    ['primo accesso', await site.identity.firstAdministratorLink()],
    ['collegamento scaduto', `/invito/${'a'.repeat(43)}`],
  ] as const
  for (const [what, url] of pages) {
    await page.goto(address + url)
    await expectSound(page, what)
  }
  await page.goto(`${address}/accesso/fornitore/ritorno?state=x&code=y`)
  await expectSound(page, 'ritorno rifiutato', 422)
  await page.close()
})

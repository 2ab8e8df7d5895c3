// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { openAssociatedSite, placeAt, valli } from '../factories/people.ts'
import type { TestSite } from '../factories/site.ts'
import { findOverflow, findViolations } from './page-faults.ts'

const browser = await openBrowser()

let application: TestSite
let address: string

const someone = (who: string) => ({ name: `Persona ${who}`, email: `${who}@timone.example` })

beforeAll(async () => {
  application = await openAssociatedSite()
  await application.enterAdministrator(someone('admin'))
  await application.enter('rtd', placeAt(valli), someone('rtd'))
  await application.enter('contributor', placeAt('pieve'), someone('ufficio'), 'Ufficio tributi')
  address = await application.listen()
})
afterAll(async () => {
  await browser.close()
  await application.close()
})

async function enter(width: number, email: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(`${address}/accesso`)
  await page.getByLabel('Indirizzo di posta').fill(email)
  await page.locator('input[name=password]').fill(application.password)
  await page.getByRole('button', { name: 'Entra', exact: true }).click()
  return page
}

async function look(page: Page, where: string): Promise<void> {
  await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
  expect(await findOverflow(page), where).toBe(0)
  expect(await findViolations(page), where).toEqual([])
}

test.each([1280, 320])(
  'at %i pixels the pages about people and associations have no faults and do not overflow',
  async (width) => {
    const page = await enter(width, 'admin@timone.example')
    await page.goto(`${address}/persone`)
    const person = await page.getByRole('link', { name: 'Persona ufficio' }).getAttribute('href')
    const pages = [
      ['/enti', 200],
      ['/enti/pieve', 200],
      ['/enti/pieve/eliminazione', 200],
      ['/enti/pieve/dati', 200],
      ['/enti/pieve/dati?esito=salvata', 200],
      ['/enti?esito=eliminato', 200],
      ['/enti/nuovo', 200],
      ['/enti/nuovo?comune=caravaggio', 200],
      ['/enti/nuovo?comune=zzz', 200],
      ['/gestioni-associate', 200],
      ['/gestioni-associate/nuova', 200],
      ['/gestioni-associate/valli', 200],
      ['/gestioni-associate/valli?esito=entrato', 200],
      ['/persone', 200],
      ['/persone?nome=zzz', 200],
      ['/persone/nuova', 200],
      ['/persone/nuova?luogo=ente:pieve', 200],
      [`${person}?luogo=associazione:valli&esito=attribuito`, 200],
      ['/deleghe', 200],
      ['/deleghe?luogo=ente:pieve', 200],
      ['/edizioni', 200],
      ['/edizioni/2024-2026-update-2026?linee=tutte', 200],
      ['/edizioni/2024-2026-update-2026/linee/CAP4.PA.12/scrivi', 200],
      ['/persone/nessuno', 404],
    ] as const
    for (const [url, status] of pages) {
      expect((await page.goto(address + url))?.status(), url).toBe(status)
      await look(page, url)
    }
    const refusals = [
      ['/enti/nuovo', 'Registra l’ente'],
      ['/enti/pieve/eliminazione', 'Elimina l’ente'],
      ['/gestioni-associate/nuova', 'Registra la gestione associata'],
      ['/gestioni-associate/valli', 'Aggiungi l’ente'],
      ['/persone/nuova?luogo=ente:pieve', 'Invita'],
      [`${person}?luogo=ente:pieve`, 'Attribuisci il ruolo'],
      ['/deleghe?luogo=ente:pieve', 'Delega'],
    ] as const
    for (const [url, button] of refusals) {
      await page.goto(address + url)
      await page.getByRole('button', { name: button, exact: true }).click()
      expect(await page.getByRole('alert').count(), url).toBe(1)
      for (const fault of await page.getByRole('alert').getByRole('link').all()) {
        const target = await fault.getAttribute('href')
        expect(await page.locator(target ?? '#').count(), `${url} ${target}`).toBe(1)
      }
      await look(page, `${url} refused`)
    }
    await page.goto(`${address}/persone/nuova?luogo=ente:pieve`)
    await page.getByLabel('Nome e cognome').fill('Persona nuova')
    await page.getByLabel('Indirizzo di posta').fill(`nuova-${width}@timone.example`)
    await page.getByLabel('Ruolo').selectOption('Lettore')
    await page.getByRole('button', { name: 'Invita', exact: true }).click()
    expect(await page.getByLabel('Collegamento da consegnare').inputValue()).toContain('/invito/')
    await look(page, 'the link')
    await page.context().close()
  },
  120_000,
)

test('without JavaScript an administrator registers a body, associates it and invites its referent', async () => {
  const page = await enter(390, 'admin@timone.example', false)
  await page.goto(`${address}/enti`)
  await page.getByRole('link', { name: 'Registra un ente' }).click()
  await page.getByLabel('Nome, o codice').fill('caravaggio')
  await page.getByRole('button', { name: 'Cerca il comune' }).click()
  await page.getByRole('button', { name: 'Registra il comune di Caravaggio' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Comune di Caravaggio')
  await page.goto(`${address}/gestioni-associate/valli`)
  await page.getByLabel('Ente (obbligatorio)').selectOption('Comune di Caravaggio')
  await page.getByRole('button', { name: 'Aggiungi l’ente' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Ente aggiunto')
  await page.goto(`${address}/enti/caravaggio`)
  await page.getByRole('link', { name: 'Persone e ruoli' }).click()
  await page.getByRole('link', { name: 'Invita una persona' }).click()
  await page.getByLabel('Nome e cognome').fill('Segretaria di prova')
  await page.getByLabel('Indirizzo di posta').fill('segretaria@timone.example')
  await page.getByLabel('Ruolo').selectOption('Referente dell’ente')
  await page.getByRole('button', { name: 'Invita' }).click()
  expect(await page.getByLabel('Collegamento da consegnare').inputValue()).toMatch(/\/invito\//)
  await page.context().close()
}, 60_000)

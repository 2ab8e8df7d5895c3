// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { openInventedSite } from '../factories/invented-bodies.ts'
import { findFaultsOf, type ListedPage, seenAt, widths } from './page-faults.ts'

const site = await openInventedSite()
const address = await site.listen()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await site.close()
})

const body = '/enti/pieve-d-arsa'
const plan = `${body}/piano/2025-2027`

/** Every page, in every state that looks different, with the route it belongs to. */
const pages: readonly ListedPage[] = [
  ['/enti', '/enti', 200],
  ['/enti', '/enti?nome=pieve', 200],
  ['/enti', '/enti?nome=zzz', 200],
  ['/enti', '/enti?provincia=altrove', 422],
  ['/gestioni-associate', '/gestioni-associate', 200],
  ['/enti/:slug', body, 200],
  ['/enti/:slug', '/enti/tre-valli', 200],
  ['/enti/:slug', '/enti/nessuno', 404],
  ['/enti/:slug/piano/:triennium', plan, 200],
  ['/enti/:slug/piano/:triennium', '/enti/img-src-x-onerror-alert-1/piano/2025-2027', 200],
  ['/enti/:slug/piano/:triennium', `${plan}?capitolo=1&stato=in-corso`, 200],
  ['/enti/:slug/piano/:triennium', `${plan}?testo=zzz`, 200],
  ['/enti/:slug/piano/:triennium/linee/:code', `${plan}/linee/CAP1.PA.01`, 200],
  ['/enti/:slug/piano/:triennium/linee/:code', `${plan}/linee/CAP4.PA.03`, 200],
  ['/enti/:slug/piano/:triennium/cronologia', `${plan}/cronologia`, 200],
  ['/enti/:slug/piano/:triennium/documenti', `${plan}/documenti`, 200],
]

let found: Promise<readonly string[]> | undefined
const look = async () => {
  const page = await browser.newPage()
  return await findFaultsOf(page, address, pages).finally(() => page.close())
}

test.each(widths)(
  'at %i pixels no page has faults, overflows, or asks for what it may not have',
  async (width) => {
    found ??= look()
    expect(seenAt(width, await found)).toEqual([])
  },
  120_000,
)

test('the first stop of the keyboard skips to the content', async () => {
  const page = await browser.newPage()
  await page.goto(address + plan)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Vai al contenuto')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('contenuto')
  await page.close()
})

test('without JavaScript a person finds a line and reads it', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${address}/enti`)
  await page.getByLabel('Nome dell’ente').fill('pieve')
  await page.getByRole('button', { name: 'Filtra' }).click()
  await page.getByRole('link', { name: "Comune di Pieve d'Àrsa", exact: true }).click()
  await page.getByRole('link', { name: 'Linee d’azione' }).click()
  await page.getByLabel('Stato', { exact: true }).selectOption('In corso')
  await page.getByRole('button', { name: 'Filtra' }).click()
  expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('1 linea d’azione su 5')
  await page.getByRole('link', { name: 'Collegare gli uffici' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Collegare gli uffici')
  await context.close()
})

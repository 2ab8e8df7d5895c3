// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildAssets } from '../../scripts/assets.mjs'
import { openBrowser } from '../browser.ts'
import { openInventedSite } from '../factories/site.ts'
import { collectComplaints, findOverflow, findViolations } from './page-faults.ts'

const assetsDirectory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
buildAssets(assetsDirectory)
const server = await openInventedSite(undefined, assetsDirectory)
const address = await server.listen({ host: '127.0.0.1', port: 0 })
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await server.close()
})

const body = '/enti/comune-di-pieve-d-arsa'
const plan = `${body}/piano/2025-2027`

/** Every page, in every state that looks different, with the route it belongs to. */
const pages = [
  ['/enti', '/enti', 200],
  ['/enti', '/enti?nome=pieve', 200],
  ['/enti', '/enti?nome=zzz', 200],
  ['/enti', '/enti?provincia=altrove', 422],
  ['/gestioni-associate', '/gestioni-associate', 200],
  ['/enti/:slug', body, 200],
  ['/enti/:slug', '/enti/unione-delle-tre-valli', 200],
  ['/enti/:slug', '/enti/nessuno', 404],
  ['/enti/:slug/piano/:triennium', plan, 200],
  ['/enti/:slug/piano/:triennium', '/enti/comune-di-roccaperta/piano/2025-2027', 200],
  ['/enti/:slug/piano/:triennium', `${plan}?capitolo=1&stato=in-corso`, 200],
  ['/enti/:slug/piano/:triennium', `${plan}?testo=zzz`, 200],
  ['/enti/:slug/piano/:triennium/linee/:code', `${plan}/linee/CAP1.PA.01`, 200],
  ['/enti/:slug/piano/:triennium/linee/:code', `${plan}/linee/CAP4.PA.03`, 200],
  ['/enti/:slug/piano/:triennium/cronologia', `${plan}/cronologia`, 200],
  ['/enti/:slug/piano/:triennium/documenti', `${plan}/documenti`, 200],
] as const

/** Routes that do not answer with a page: a redirect, a file, a message for programs. */
const withoutPage = ['/enti/:slug/piano/:triennium/documenti/:format', '/status']

test('every route is here', () => {
  const known = new Set<string>([...pages.map(([route]) => route), ...withoutPage])
  expect(server.routes.map(({ path }) => path).filter((path) => !known.has(path))).toEqual([])
})

test.each([1280, 320])(
  'at %i pixels no page has faults, overflows, or asks for what it may not have',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    for (const [, url, status] of pages) {
      const complaints = collectComplaints(page)
      const response = await page.goto(address + url)
      expect(response?.status(), url).toBe(status)
      await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
      expect(await findOverflow(page), url).toBe(0)
      expect(await findViolations(page), url).toEqual([])
      expect(
        complaints.filter((text) => !text.includes(`status of ${status}`)),
        url,
      ).toEqual([])
    }
    await context.close()
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

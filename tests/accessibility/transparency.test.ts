// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { viewerWho } from '../factories/access.ts'
import { openPublishedSite } from '../factories/published-site.ts'
import { collectComplaints, findFaultsOf, type ListedPage, seenAt, widths } from './page-faults.ts'

const site = await openPublishedSite(undefined, viewerWho())
const address = await site.listen()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await site.close()
})

const plan = '/trasparenza/vallechiara/2025-2027'

/** Every page, in every state that looks different, with the route it belongs to. */
const pages: readonly ListedPage[] = [
  ['/trasparenza', '/trasparenza', 200],
  ['/trasparenza', '/trasparenza?nome=valle', 200],
  ['/trasparenza', '/trasparenza?nome=zzz', 200],
  ['/trasparenza', '/trasparenza?provincia=Altrove', 422],
  ['/trasparenza/gestioni-associate/:association', '/trasparenza/gestioni-associate/delle-valli', 200],
  ['/trasparenza/:slug', '/trasparenza/vallechiara', 200],
  ['/trasparenza/:slug', '/trasparenza/nessuno', 404],
  ['/trasparenza/:slug/:triennium', plan, 200],
  ['/trasparenza/:slug/:triennium', '/trasparenza/monteluna/2025-2027', 200],
  ['/trasparenza/:slug/:triennium/versioni', `${plan}/versioni`, 200],
  ['/trasparenza/:slug/:triennium/versioni/:number', `${plan}/versioni/1`, 200],
  ['/trasparenza/:slug/:triennium/incorpora', `${plan}/incorpora`, 200],
  ['/cerca', '/cerca', 200],
  ['/cerca', '/cerca?q=CAP1.PA.01', 200],
  ['/cerca', '/cerca?q=piano&tipo=linee-nazionali&pagina=2', 200],
  ['/cerca', '/cerca?q=piano&tipo=linee-nazionali&pagina=99', 200],
  ['/cerca', '/cerca?q=alert', 200],
  ['/cerca', '/cerca?q=zzz&ente=vallechiara', 200],
  ['/cerca', '/cerca?q=il', 200],
  ['/edizioni/:edition/linee/:code', '/edizioni/2024-2026/linee/CAP1.PA.01', 200],
]

/** Routes that do not answer with a page. */
const withoutPage = [
  '/trasparenza/:slug/:triennium/versioni/:number/:format',
  '/trasparenza/:slug/:triennium/dati.json',
  '/sitemap.xml',
  '/robots.txt',
]

test('every public route is here', () => {
  const known = new Set<string>([...pages.map(([route]) => route), ...withoutPage])
  const ours = site.server.routes
    .filter(({ permission }) => permission === 'everyone')
    .map(({ path }) => path)
    .filter((path) => /^\/(trasparenza|cerca|edizioni|\w+\.\w+$)/.test(path))
  expect(ours.length).toBeGreaterThan(8)
  expect(ours.filter((path) => !known.has(path))).toEqual([])
})

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

test('without JavaScript whoever did not sign in looks for a plan and reads it', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${address}/trasparenza`)
  await page.getByLabel('Nome dell’ente').fill('valle')
  await page.getByRole('button', { name: 'Filtra' }).click()
  await page.getByRole('link', { name: /piano di Comune di Vallechiara/ }).click()
  await page.getByRole('link', { name: 'tutte le versioni pubblicate' }).click()
  await page.getByRole('link', { name: /^Versione 1/ }).click()
  expect(await page.getByText('Questa versione è superata').count()).toBe(1)
  await page.goto(`${address}/cerca`)
  await page.getByLabel('Parole da cercare').fill('bussola')
  await page.getByLabel('Dove').selectOption({ label: 'Piani pubblicati' })
  await page.locator('form[aria-label="Ricerca"]').getByRole('button', { name: 'Cerca' }).click()
  await page.getByRole('link', { name: /^Sportello in piazza/ }).click()
  expect(new URL(page.url()).hash).toBe('#iniziativa-1')
  await context.close()
})

test('the site of a body shows the plan in a frame, and its links leave the frame', async () => {
  const body = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<iframe src="${address}${plan}/incorpora" title="Piano" width="100%" height="800"></iframe>`)
  })
  await new Promise<void>((listening) => body.listen(0, '127.0.0.1', listening))
  const page = await browser.newPage()
  const complaints = collectComplaints(page)
  await page.goto(`http://localhost:${(body.address() as AddressInfo).port}`)
  const frame = page.frameLocator('iframe')
  expect(await frame.getByRole('heading', { level: 1 }).textContent()).toContain('Piano triennale per l’informatica')
  expect(complaints).toEqual([])
  await frame.getByRole('link', { name: /^Leggi il piano/ }).click()
  await page.waitForURL(address + plan)
  await page.close()
  await new Promise((closed) => body.close(closed))
})

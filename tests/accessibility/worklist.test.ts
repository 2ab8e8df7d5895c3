// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets } from '../../scripts/assets.mjs'
import { record, recordAccess } from '../../src/features/audit/index.ts'
import { identityEvents } from '../../src/features/identity/index.ts'
import { writingEvents } from '../../src/features/plans/index.ts'
import { openBrowser } from '../browser.ts'
import { viewerWho } from '../factories/access.ts'
import { openWorklistSite } from '../factories/worklist-site.ts'
import { collectComplaints, findOverflow, findViolations } from './page-faults.ts'

const assetsDirectory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
buildAssets(assetsDirectory)
const site = await openWorklistSite({ assetsDirectory })
const address = await site.server.listen({ host: '127.0.0.1', port: 0 })
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await site.close()
})

const anna = { id: 'person:anna', name: 'Anna Prova' } as const
const busy = viewerWho(() => true, 'Una persona dal nome che è davvero molto lungo')
const idle = viewerWho((action) => action === 'plan.read')

beforeAll(async () => {
  await site.run(`update entry set owner_person = '${busy.person?.id}' where administration_id = ${site.vallechiara}`)
  await site.run(`update plan set state = 'inReview' where administration_id = ${site.roccaperta}`)
  await site.tenants.tenant(site.vallechiara).write(async (writer) => {
    for (let number = 0; number < 60; number += 1) {
      await record(writer, anna, writingEvents.partChanged, {
        triennium: '2025-2027',
        part: 'entry:CAP1.PA.01',
        revision: number,
        before: { status: 'planned', notes: null },
        after: { status: 'inProgress', notes: 'Nota\n\nlunga' },
      })
    }
  })
  const email = 'anna.prova.con.un.indirizzo.lungo@ufficio.vallechiara.example'
  await site.tenants.writeNational((writer) =>
    recordAccess(writer, anna, identityEvents.signedIn, { email, method: 'password', from: '203.0.113.7' }),
  )
})

const pages = [
  ['/', busy, 200],
  ['/', idle, 200],
  ['/', viewerWho(() => false), 200],
  ['/?ente=vallechiara', busy, 200],
  ['/?tipo=in-ritardo', busy, 200],
  ['/?tipo=in-ritardo&ente=nessuno', busy, 200],
  ['/?tipo=x', busy, 422],
  ['/enti/vallechiara/registro', busy, 200],
  ['/enti/vallechiara/registro?prima=9&scheda=CAP1.PA.01', busy, 200],
  ['/enti/vallechiara/registro?testo=zzz', busy, 200],
  ['/enti/vallechiara/registro?dal=ieri', busy, 422],
  ['/enti/vallechiara/registro', idle, 403],
  ['/registro-accessi', busy, 200],
] as const

test.each([1280, 320])(
  'at %i pixels neither the start page nor the journals have faults or overflow',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    for (const [url, viewer, status] of pages) {
      site.become(viewer)
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

test('by keyboard alone, without JavaScript, a person gets from the header to what is late', async () => {
  site.become(busy)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${address}/registro-accessi`)
  const stops: string[] = []
  for (let stop = 0; stop < 9; stop += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    stops.push((await focused.getAttribute('name')) ?? (await focused.innerText()))
  }
  expect(stops.map((text) => text.replace(/^Il tuo profilo:\s*/, ''))).toEqual([
    ...['Vai al contenuto', 'Vai al piè di pagina', busy.person?.name, 'Esci'],
    ...[expect.stringMatching(/^Timone/), 'q', 'Cerca', 'Da fare', 'Enti'],
  ])
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByLabel('Che cosa', { exact: true }).selectOption('In ritardo')
  await page.getByRole('button', { name: 'Filtra' }).press('Enter')
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toMatch(/^In ritardo\s+1$/)
  const link = page.getByRole('link', { name: 'Collegare gli uffici' })
  expect(await link.getAttribute('href')).toMatch(/modifica#campo-status$/)
  await context.close()
})

// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, expect, test } from 'vitest'
import { record, recordAccess } from '../../src/features/audit/index.ts'
import { identityEvents } from '../../src/features/identity/index.ts'
import { writingEvents } from '../../src/features/plans/index.ts'
import { nobody } from '../../src/kernel/access.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { openBrowser } from '../browser.ts'
import { viewerWho } from '../factories/access.ts'
import { openWorklistSite } from '../factories/worklist-site.ts'
import { findFaultsOf, type ListedPage, seenAt, widths } from './page-faults.ts'

const site = await openWorklistSite()
const address = await site.listen()
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
        triennium: trienniumOf('2025-2027'),
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

const visits = [
  [busy, '/', 200],
  [idle, '/', 200],
  [viewerWho(() => false), '/', 200],
  [busy, '/?ente=vallechiara', 200],
  [busy, '/?tipo=in-ritardo', 200],
  [busy, '/?tipo=in-ritardo&ente=nessuno', 200],
  [busy, '/?tipo=x', 422],
  [busy, '/enti/vallechiara/registro', 200],
  [busy, '/enti/vallechiara/registro?prima=9&scheda=CAP1.PA.01', 200],
  [busy, '/enti/vallechiara/registro?testo=zzz', 200],
  [busy, '/enti/vallechiara/registro?dal=ieri', 422],
  [idle, '/enti/vallechiara/registro', 403],
  [busy, '/registro-accessi', 200],
  [busy, '/deleghe/registro', 200],
] as const
const viewers = visits.map(([viewer]) => viewer)
const pages = visits.map(([, url, status]): ListedPage => [url, url, status])

let found: Promise<readonly string[]> | undefined
const look = async () => {
  const page = await browser.newPage()
  return await findFaultsOf(page, address, pages, (index) => site.become(viewers[index] ?? nobody)).finally(() =>
    page.close(),
  )
}

test.each(widths)(
  'at %i pixels neither the start page nor the journals have faults or overflow',
  async (width) => {
    found ??= look()
    expect(seenAt(width, await found)).toEqual([])
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

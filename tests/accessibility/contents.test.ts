// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { Profile } from '../../src/features/profiles/index.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { openBrowser } from '../browser.ts'
import { viewerWho } from '../factories/access.ts'
import { openSite } from '../factories/site.ts'
import { collectComplaints, findFaults, seenAt, widths } from './page-faults.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

const long = 'Gli uffici usano una sola rubrica e un solo calendario; le sedi sono collegate dalla rete del Comune. '

const profile: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 },
  facts: { suap: true, pagoPA: false },
  offices: [{ name: 'Ufficio tributi', description: long }, { name: 'Biblioteca' }],
  roles: [{ role: 'Responsabile per la transizione digitale', holder: 'Segretario comunale' }],
  plan: {
    triennium: trienniumOf('2024-2026'),
    edition: '2024-2026',
    narrative: { introduction: long.repeat(5), chapters: { '3': 'I servizi.' } },
    initiatives: [{ title: 'Sportello in biblioteca', steps: ['Progetto', 'Lavori'], lines: ['CAP1.PA.01'] }],
    entries: [
      { code: 'CAP1.PA.01', activity: long.repeat(3), status: 'inProgress', statusLabel: 'Avviata da un anno' },
      { code: 'CAP3.PA.09', activity: long, status: 'completed' },
    ],
  },
  spending: [{ year: 2025, kind: 'forecast', amount: '1277906.60', source: 'Bilancio comunale', note: long }],
  fundingMeasures: [{ measure: '1.4.1', title: 'Esperienza del cittadino', progress: long }],
}

/** Goes through the states of a plan's parts and of its cycle as a person would, checking each. */
async function walk(page: Page, address: string, check: (state: string) => Promise<void>): Promise<void> {
  const plan = `${address}/enti/vallechiara/piano/2024-2026`
  const go = async (path: string, state = path) => {
    await page.goto(`${plan}/${path}`)
    await check(state)
  }
  await go('contenuti')
  await go('completezza')
  for (const part of ['titolo', 'testi/introduzione', 'testi/principi', 'testi/capitolo-3', 'linee-facoltative']) {
    await go(`contenuti/${part}`)
  }
  for (const part of ['spesa', 'progetti-pnrr/nuovo', 'progetti-pnrr/0', 'iniziative/nuova', 'iniziative/0']) {
    await go(`contenuti/${part}`)
  }
  for (const part of ['uffici', 'ruoli', 'fatti']) {
    await page.goto(`${address}/enti/vallechiara/${part}`)
    await check(part)
  }
  await page.goto(`${plan}/contenuti/testi/conclusioni`)
  await page.getByLabel('Testo').fill('Si va **avanti**.\n\n### Poi\n\n- uno\n- due')
  await page.getByRole('button', { name: 'Anteprima' }).click()
  await page.locator('#anteprima strong').first().waitFor()
  await page.getByText(/^Bozza salvata/).waitFor()
  await check('a preview')
  await page.reload()
  await check('a draft')
  await page.goto(`${plan}/contenuti/spesa`)
  await page.getByRole('button', { name: 'Aggiungi righe' }).click()
  await page.getByLabel('Anno').last().fill('25')
  await page.getByRole('button', { name: 'Salva', exact: true }).click()
  await check('a form refused')
  const other = await page.context().newPage()
  for (const [one, text] of [
    [other, 'Altrui.'],
    [page, 'Mia.'],
  ] as const) {
    await one.goto(`${plan}/contenuti/testi/introduzione`)
    await one.getByLabel('Testo').fill(text)
  }
  await other.getByRole('button', { name: 'Salva', exact: true }).click()
  await other.waitForURL(/esito=/)
  await other.close()
  await page.getByRole('button', { name: 'Salva', exact: true }).click()
  await check('a conflict')
  await page.getByRole('button', { name: 'Salva ciò che ho scelto' }).click()
  await check('a conflict undecided')
  await page.goto(`${plan}/contenuti/iniziative/0`)
  await page.getByText('Togli questa iniziativa dal piano').click()
  await page.getByRole('button', { name: /^Togli «/ }).click()
  await check('an initiative taken away')
  await page.goto(`${address}/enti/vallechiara/nuovo-piano`)
  await check('a new plan')
  await page.getByLabel('Triennio').selectOption('2025-2027')
  await page.getByRole('button', { name: 'Crea il piano' }).click()
  await check('what was carried')
  await page.goto(`${page.url().replace(/\?.*/, '')}?tipo=ritirate&mostra=riviste`)
  await check('nothing found')
  await go('edizione')
  await page
    .getByRole('button', { name: /^Passa all’edizione/ })
    .first()
    .click()
  await check('another edition')
}

let found: Promise<readonly string[]> | undefined
const look = async () => {
  const site = await openSite({ bodies: [profile], viewer: viewerWho(), accounts: [viewerWho()] })
  const context = await browser.newContext()
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints = collectComplaints(page)
  const faults: string[] = []
  await walk(page, await site.listen(), async (state) => {
    for (const fault of await findFaults(page)) faults.push(`${state}: ${fault}`)
    await page.setViewportSize({ width: 1280, height: 800 })
  })
  await context.close()
  await site.close()
  return [...faults, ...complaints.filter((text) => !/status of 4(09|22)/.test(text))]
}

test.each(widths)(
  'at %i pixels no page of a plan’s parts has faults, overflows, or asks for what it may not have',
  async (width) => {
    found ??= look()
    expect(seenAt(width, await found)).toEqual([])
  },
  180_000,
)

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { actPdf, openApprovalSite, openWorkshop, triennium } from '../factories/approval-site.ts'
import { collectComplaints, findFaults } from './page-faults.ts'

const all = await openApprovalSite()
const address = await all.listen()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await all.close()
})

/** Checks that the page in its present state has no faults at both widths and is not wider than its window. */
async function expectSound(page: Page, what: string) {
  const complaints = collectComplaints(page)
  expect(await findFaults(page), what).toEqual([])
  expect(
    complaints.filter((text) => !text.includes('status of 422')),
    what,
  ).toEqual([])
}

describe.each([true, false])('a browser with JavaScript: %s', (javaScriptEnabled) => {
  test('takes a plan from the draft to the public and compares it, through sound pages', async () => {
    const site = await openWorkshop(all)
    const approval = address + site.page
    const versions = approval.replace('approvazione', 'versioni')
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    // Without scripts a page cannot be checked: then only the journey counts.
    const sound = javaScriptEnabled ? expectSound : async () => undefined
    const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
    const follow = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click()

    const { introduction: _, ...without } = site.profile.plan.narrative ?? {}
    await site.adopt({ ...site.profile, plan: { ...site.profile.plan, narrative: without } })
    await page.goto(approval)
    await sound(page, 'a plan that lacks something')
    await site.adopt(site.profile)

    await page.goto(approval)
    await follow('Invia in revisione')
    await sound(page, 'the form of a step')
    await press('Invia in revisione')

    await page.getByLabel('Di che cosa parli').selectOption('entry:CAP1.PA.01')
    await press('Aggiungi l’osservazione')
    await sound(page, 'a comment refused')
    await page.getByLabel('Osservazione').fill('Dire quale rubrica.')
    await press('Aggiungi l’osservazione')
    await sound(page, 'a comment')
    await press(/^Chiudi/)
    await follow('Registra l’approvazione')
    await press('Registra l’approvazione')
    await sound(page, 'an approval with everything missing')
    await page.getByLabel('Organo che ha approvato').selectOption('Giunta comunale')
    await page.getByLabel('Numero dell’atto').fill('12')
    await page.getByLabel('Data dell’atto').fill('10/03/2090')
    const file = { name: 'delibera.pdf', mimeType: 'application/pdf', buffer: actPdf }
    await page.getByLabel('File dell’atto').setInputFiles(file)
    await press('Registra l’approvazione')
    await follow('Dichiara esecutivo')
    await page.getByLabel('Data da cui è esecutivo').fill('10/03/2090')
    await press('Dichiara esecutivo')
    await follow('Pubblica')
    await press('Pubblica')
    await sound(page, 'a plan published')
    expect((await site.plan()).state).toBe('published')

    await site.move({ transition: 'revise', reason: 'Cambia una linea.' })
    const { plan } = site.profile
    const narrative = { introduction: `Il Comune rinnova i suoi sportelli. ${'Molto. '.repeat(30)}` }
    await site.adopt({ ...site.profile, plan: { ...plan, triennium, narrative, entries: [] } })
    await page.goto(versions)
    await sound(page, 'the versions')
    await press('Confronta')
    await sound(page, 'a comparison')
    await context.close()
  }, 120_000)
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from 'playwright-core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { collectComplaints, findOverflow, findViolations } from './accessibility/page-faults.ts'
import { openBrowser } from './browser.ts'
import { visit } from './factories/form-visitor.ts'
import { lucia, marco, openWritingSite } from './factories/writing-site.ts'

const site = await openWritingSite()
const address = await site.listen()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  await site.begin()
  site.become(lucia)
})

const { stored, plan, as, post, opened, ...visitor } = visit(site)
const line = visitor.line()
const form = `${line}/modifica`
const drafts = () => site.database.kysely.selectFrom('draft').select('fields').execute()

const open = async (javaScriptEnabled: boolean, width = 1280): Promise<Page> => {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } })
  return await context.newPage()
}
const close = (page: Page) => page.context().close()

/** What is done differently without scripts. */
const ways = [
  {
    scripts: true,
    name: 'with scripts',
    async keepDraft(page: Page) {
      const status = page.locator('[data-draft-status]')
      await expect.poll(() => status.textContent(), { timeout: 10_000 }).toContain('Bozza salvata alle 10:32')
    },
    /** What was typed before a file was attached, and must still be there after. */
    typed: 'Non ancora salvate.',
    async expectRowSaved(page: Page) {
      await expect.poll(() => page.locator('[data-announce]').textContent()).toBe('CAP1.PA.01: salvato')
      expect(page.url()).toBe(`${address}${plan}?modo=aggiorna`)
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Aggiorna CAP1.PA.01')
    },
  },
  {
    scripts: false,
    name: 'without scripts',
    keepDraft: (page: Page) => page.getByRole('button', { name: 'Salva come bozza' }).click(),
    typed: 'Da rivedere in primavera.',
    async expectRowSaved(page: Page) {
      await page.waitForURL(/esito=salvata#riga-CAP1\.PA\.01/)
      expect(await page.locator('#esito').textContent()).toBe('Salvato: la scheda è aggiornata.')
    },
  },
]

describe.each(ways)('$name', ({ scripts, keepDraft, typed, expectRowSaved }) => {
  test('an entry is written, previewed, saved, and its page says so', async () => {
    const page = await open(scripts)
    const complaints = collectComplaints(page)
    await page.goto(address + line)
    await page.getByRole('link', { name: 'Modifica la scheda' }).click()
    await page.getByLabel('Che cosa fa l’ente').fill('Gli uffici usano **una sola** agenda.')
    await page.getByRole('button', { name: 'Anteprima' }).click()
    await expect.poll(() => page.locator('#anteprima strong').textContent()).toBe('una sola')
    await page.getByLabel('Stato', { exact: true }).selectOption('Completata')
    await page.getByLabel('Data di completamento').fill('1/3/2026')
    await page.getByText('Risorse', { exact: true }).click()
    const amounts = page.getByRole('group', { name: 'Importi per fonte e anno' }).getByRole('group', { name: 'Riga 1' })
    await amounts.getByLabel('Fonte').fill('Bilancio')
    await amounts.getByLabel('Anno').fill('2026')
    await amounts.getByLabel('Importo in euro').fill('1.234,50')
    await page.getByLabel('Ufficio anagrafe').check()
    await page.getByRole('button', { name: 'Salva', exact: true }).click()
    await page.waitForURL(/esito=salvata/)
    expect(await page.locator('#esito').textContent()).toBe('Salvato: la scheda è aggiornata.')
    expect((await stored())?.entry).toMatchObject({
      activity: 'Gli uffici usano **una sola** agenda.',
      status: 'completed',
      completed: '2026-03-01',
      offices: ['Ufficio tributi', 'Ufficio anagrafe'],
      allocations: [{ source: 'Bilancio', year: 2026, amount: '1234.50' }],
    })
    expect(await drafts()).toEqual([])
    expect(complaints).toEqual([])
    await close(page)
  }, 60_000)

  test('the Enter key saves, and a fault leads to its field', async () => {
    const page = await open(scripts)
    await page.goto(address + form)
    await page.getByLabel('Data prevista').fill('31/02/2026')
    await page.getByLabel('Data prevista').press('Enter')
    await page.getByRole('link', { name: /^Data prevista: / }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('campo-planned')
    await close(page)
  }, 60_000)

  test('when two people write, the second chooses', async () => {
    const page = await open(scripts)
    await page.goto(address + form)
    await page.getByLabel('Note', { exact: true }).fill('Le mie note.')
    await as(marco, async () => post(form, { ...(await opened(form)), notes: 'Le sue note.' }))
    await page.getByRole('button', { name: 'Salva', exact: true }).click()
    await page.getByRole('heading', { name: 'È cambiato mentre scrivevi' }).waitFor()
    await page.getByLabel('Tieni la tua versione').check()
    await page.getByRole('button', { name: 'Salva ciò che ho scelto' }).click()
    await page.waitForURL(/esito=salvata/)
    expect((await stored())?.entry.notes).toBe('Le mie note.')
    await close(page)
  }, 60_000)

  test('a draft waits for who wrote it', async () => {
    const page = await open(scripts)
    await page.goto(address + form)
    await page.getByLabel('Note', { exact: true }).fill('Da finire.')
    await keepDraft(page)
    await page.goto(address + form)
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('Da finire.')
    await page.getByRole('button', { name: 'Scarta la bozza' }).click()
    await page.waitForURL(/esito=scartata/)
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('Da rivedere in primavera.')
    await close(page)
  }, 60_000)

  test('a suggested text is inserted and marked', async () => {
    const page = await open(scripts)
    await page.goto(address + form)
    await page.getByText(/^Testi suggeriti/).click()
    await page.getByRole('button', { name: /^Inserisci/ }).click()
    await page.getByText('Contiene testo suggerito, da rivedere prima di salvare.').waitFor()
    expect(await page.getByLabel('Che cosa fa l’ente').inputValue()).toBe(
      'Gli uffici usano una sola rubrica.\n\nGli uffici condividono archivi e calendari.',
    )
    await close(page)
  }, 60_000)

  test('a file is attached while writing, and what was written is still there', async () => {
    const page = await open(scripts)
    await page.goto(address + form)
    await page.getByLabel('Note', { exact: true }).fill(typed)
    await page.getByLabel('Che cosa prova (obbligatorio)').fill('Verbale')
    await page
      .getByLabel('File (obbligatorio)')
      .setInputFiles({ name: 'verbale.txt', mimeType: 'text/plain', buffer: Buffer.from('Tutto bene.') })
    await page.getByRole('button', { name: 'Carica e aggiungi alle prove' }).click()
    await page.waitForURL(/esito=allegato/)
    expect(await page.getByRole('link', { name: 'verbale.txt' }).isVisible()).toBe(true)
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe(typed)
    expect((await stored())?.entry.evidence).toHaveLength(2)
    await close(page)
  }, 60_000)

  test('lines are updated in the list, one by one and together', async () => {
    const page = await open(scripts)
    await page.goto(address + plan)
    await page.getByRole('link', { name: 'Aggiorna in elenco' }).click()
    await page.getByText('Aggiorna CAP1.PA.01').click()
    const row = page.getByRole('row', { name: /CAP1\.PA\.01/ })
    await row.getByLabel('Stato').selectOption('Completata')
    await row.getByLabel('Data di completamento').fill('01/03/2026')
    await row.getByRole('button', { name: 'Salva CAP1.PA.01' }).click()
    await expectRowSaved(page)
    expect((await stored())?.entry).toMatchObject({ status: 'completed', planned: '2026-06-30' })

    await page.getByLabel('Seleziona CAP1.PA.01').check()
    await page.getByLabel('Seleziona CAP1.PA.02').check()
    await page
      .getByRole('region', { name: 'Aggiorna le linee selezionate' })
      .getByLabel('Stato')
      .selectOption('Continuativa')
    await page.getByRole('button', { name: 'Vedi che cosa cambia' }).click()
    await page.getByRole('button', { name: 'Conferma: aggiorna 2 linee' }).click()
    await page.waitForURL(/esito=aggiornate/)
    expect([(await stored())?.entry.status, (await stored('CAP1.PA.02'))?.entry.status]).toEqual(['ongoing', 'ongoing'])
    await close(page)
  }, 60_000)
})

test('a draft that is on its way never outlives the entry that it became', async () => {
  const page = await open(true)
  await page.goto(address + form)
  await page.route('**/bozza', async (route) => {
    await new Promise((done) => setTimeout(done, 1500))
    await route.continue()
  })
  await page.getByLabel('Note', { exact: true }).fill('Salvate mentre la bozza parte.')
  await page.waitForRequest(/\/bozza$/)
  await page.getByRole('button', { name: 'Salva', exact: true }).click()
  await page.waitForURL(/esito=salvata/)
  expect(await drafts()).toEqual([])
  expect((await stored())?.entry.notes).toBe('Salvate mentre la bozza parte.')
  await close(page)
}, 60_000)

test('when the server does not answer, the person is told that the draft is not kept', async () => {
  const page = await open(true)
  await page.goto(address + form)
  await page.route('**/bozza', (route) => route.abort())
  await page.getByLabel('Note', { exact: true }).fill('Perse?')
  await expect
    .poll(() => page.locator('[data-draft-status]').textContent(), { timeout: 10_000 })
    .toContain('Bozza non salvata')
  await close(page)
}, 60_000)

test.each([1280, 320])(
  'at %i pixels the pages of writing have no faults and do not overflow',
  async (width) => {
    const page = await open(true, width)
    const faults = async (name: string) => {
      await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
      expect(await findOverflow(page), name).toBe(0)
      expect(await findViolations(page), name).toEqual([])
    }
    const visitAndCheck = async (url: string) => {
      const complaints = collectComplaints(page)
      await page.goto(address + url)
      await faults(url)
      expect(complaints, url).toEqual([])
    }
    await post(form, { ...(await opened(form)), notes: 'Cambiate.' })
    await post('/enti/vallechiara/frasi', { title: 'Formazione', markdown: 'Il personale è formato.' })
    await post(`${line}/bozza`, { ...(await opened(form)), notes: 'In bozza.' })
    const [phrase] = await site.database.kysely.selectFrom('phrase').select('id').execute()
    for (const url of [
      `${line}?esito=salvata`,
      form,
      `${plan}?modo=aggiorna`,
      '/enti/vallechiara/frasi',
      `/enti/vallechiara/frasi/${phrase?.id}`,
    ]) {
      await visitAndCheck(url)
    }

    await page.goto(address + form)
    await page.getByLabel('Data prevista').fill('31/02/2026')
    await page.getByRole('button', { name: 'Salva', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await faults('a refused form')

    await page.goto(address + form)
    await page.getByLabel('Note', { exact: true }).fill('Le mie note.')
    await as(marco, async () => post(form, { ...(await opened(form)), notes: 'Le sue note.', status: 'planned' }))
    await page.getByRole('button', { name: 'Salva', exact: true }).click()
    await page.getByRole('heading', { name: 'È cambiato mentre scrivevi' }).waitFor()
    await faults('a conflict')

    await page.goto(`${address}${plan}?modo=aggiorna`)
    await page.getByLabel('Seleziona CAP1.PA.01').check()
    await page.getByLabel('Seleziona CAP4.PA.01').check()
    await page.getByLabel('Stato', { exact: true }).last().selectOption('Continuativa')
    await page.getByRole('button', { name: 'Vedi che cosa cambia' }).click()
    await page.getByRole('heading', { name: /^Cambiano/ }).waitFor()
    await faults('the preview of an update of many lines')
    await close(page)
  },
  120_000,
)

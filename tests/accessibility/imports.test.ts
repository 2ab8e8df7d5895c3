// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { ImportedPlan } from '../../src/features/imports/model.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { openBrowser } from '../browser.ts'
import { importedEntry, importedPlan, openImportSite } from '../factories/import-site.ts'
import { collectComplaints, findFaults, seenAt, widths } from './page-faults.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

/** A site whose files hold the plan as JSON; the slow one is being read until the site closes. */
async function openSlowSite() {
  const slow = Promise.withResolvers<ImportedPlan>()
  const site = await openImportSite({
    read: async (bytes, name) =>
      name === 'lento.json' ? await slow.promise : (JSON.parse(new TextDecoder().decode(bytes)) as ImportedPlan),
  })
  return {
    address: await site.listen(),
    close: () => {
      slow.resolve(importedPlan())
      return site.close()
    },
  }
}

const paragraph =
  'Gli uffici usano una sola rubrica e un solo calendario; le sedi sono collegate dalla rete del Comune. ' +
  'Nel secondo anno si aggiungono la biblioteca e la polizia locale.'

/** A file with a proposal of each kind and in each state. */
const everything = importedPlan({
  document: { administration: 'Comune di Altrove', triennium: trienniumOf('2025-2027'), edition: '2024-2026' },
  entries: [
    importedEntry({
      code: 'CAP1.PA.01',
      activity: paragraph,
      status: 'Completata per il 2025, continuativa',
      responsible: ['Ufficio tributi', 'Servizio informatico'],
      completedDate: '31.12.2025',
      source: {
        page: 12,
        text: `CAP1.PA.LA01\n${paragraph.repeat(3)}\nConclusa\nhttps://comune.example/${'a'.repeat(90)}`,
      },
      warnings: ['il codice è stampato CAP1.PA.LA01'],
    }),
    importedEntry({ code: 'CAP1.PA.02', activity: paragraph, source: { page: 13, text: paragraph.repeat(20) } }),
    importedEntry({ code: 'CAP4.PA.01', activity: 'Prima versione.', confidence: 0.6 }),
    importedEntry({ code: 'CAP4.PA.01', activity: 'Seconda versione.', confidence: 0.3 }),
    importedEntry({ code: 'CAP9.PA.99', activity: 'Linea che non esiste.', plannedDate: '31/02/2026' }),
  ],
  initiatives: [
    {
      priority: 1,
      title: 'Rifare il sito',
      steps: ['gara', 'avvio'],
      responsible: ['RTD'],
      timing: 'entro il 2026',
      expectedResults: [],
      source: { sheet: 'Foglio1', range: 'A1:C3', text: 'Rifare il sito' },
      confidence: 0.9,
      warnings: [],
    },
  ],
  spending: [
    {
      year: 2025,
      amount: 1500,
      kind: 'forecast',
      source: { line: 4, text: '2025 1.500' },
      confidence: 1,
      warnings: [],
    },
  ],
  warnings: ['Il foglio nascosto «Bozza» non è stato letto.'],
})

/** Uploads a file as a person does, and returns the next page. */
async function upload(page: Page, from: string, name: string, plan: ImportedPlan): Promise<void> {
  await page.goto(from)
  await page
    .getByLabel('File del piano')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(plan)) })
  await page.getByRole('button', { name: 'Carica e leggi' }).click()
}

/** Goes through every state of an import, checking each. */
async function walk(page: Page, address: string, check: (state: string) => Promise<void>): Promise<void> {
  const imports = `${address}/enti/vallechiara/importazioni`
  await page.goto(imports)
  await check('none yet')
  await page.getByRole('button', { name: 'Carica e leggi' }).click()
  await check('no file chosen')
  await upload(page, imports, 'tutto.json', everything)
  await check('to review')
  await page.goto(`${page.url()}?mostra=da-verificare`)
  await check('to verify')
  await page.goto(`${page.url().replace(/\?.*/, '')}?mostra=uguali`)
  await check('an empty list')
  const review = page.url().replace(/\?.*/, '')
  await page.goto(`${review}/proposte/1`)
  await check('a correction')
  await page.goto(`${review}/proposte/5`)
  await page.getByRole('button', { name: 'Salva e accetta' }).click()
  await check('a correction refused')
  await page.goto(review)
  await page.getByRole('button', { name: /^Accetta tutte le sicure/ }).click()
  await check('accepted')
  await page.goto(`${review}?mostra=accettate`)
  await check('the accepted ones')
  await upload(page, imports, 'vuoto.json', importedPlan())
  await check('nothing to propose')
  const nameless = { administration: null, triennium: null, edition: null }
  await upload(
    page,
    `${address}/enti/montescuro/importazioni`,
    'anonimo.json',
    importedPlan({ entries: everything.entries, document: nameless }),
  )
  await page.goto(imports)
  await check('the list')
  await upload(page, imports, 'lento.json', everything)
  await check('being read')
  await page.goto(imports)
  await upload(page, imports, 'guasto.pdf', 'x' as never)
  await check('not read')
  await page.getByRole('button', { name: 'Metti da parte il file' }).click()
  await check('put away')
}

let found: Promise<readonly string[]> | undefined
const look = async () => {
  const site = await openSlowSite()
  const page = await browser.newPage()
  page.setDefaultTimeout(10_000)
  const complaints = collectComplaints(page)
  const faults: string[] = []
  await walk(page, site.address, async (state) => {
    for (const fault of await findFaults(page)) faults.push(`${state}: ${fault}`)
    await page.setViewportSize({ width: 1280, height: 800 })
  })
  await page.close()
  await site.close()
  return [...faults, ...complaints.filter((text) => !/status of 4(13|22)/.test(text))]
}

test.each(widths)(
  'at %i pixels no state of an import has faults, overflows, or asks for what it may not have',
  async (width) => {
    found ??= look()
    expect(seenAt(width, await found)).toEqual([])
  },
  180_000,
)

// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readInSandbox } from '../../src/features/imports/index.ts'
import { readEmbeddedPlan } from '../../src/features/profiles/index.ts'
import { openDocumentTools, openSandbox } from '../../src/main/compose.ts'
import { openBrowser } from '../browser.ts'
import { openImportSite } from '../factories/import-site.ts'
import { catalogue } from '../factories/profile.ts'
import { materialFile } from './material.ts'

const plan = materialFile('plans/caravaggio-table.pdf')

/** A site that reads files as Timone does, in processes of their own, with the shipped editions. */
async function openSite() {
  const sandbox = openSandbox({ dataDirectory: '/nonexistent' })
  const documents = openDocumentTools()
  const site = await openImportSite({
    catalogue,
    tools: documents.tools,
    read: (bytes, name, onProgress) => readInSandbox(bytes, name, sandbox, {}, onProgress),
  })
  return {
    address: await site.listen(),
    close: () => site.close().finally(() => documents.close()),
  }
}

describe('a plan that exists as a PDF', () => {
  test('is a stored plan of 122 entries after one review page and one click, and is drafted to PDF', async () => {
    const site = await openSite()
    const browser = await openBrowser()
    const page = await browser.newPage({ javaScriptEnabled: false })
    const headline = () => page.getByRole('heading', { level: 2 }).first().textContent()
    const upload = async (file: string) => {
      await page.goto(`${site.address}/enti/montescuro`)
      await page.getByRole('link', { name: 'Importa un piano che esiste già' }).click()
      await page.getByLabel('File del piano').setInputFiles(file)
      await page.getByRole('button', { name: 'Carica e leggi' }).click()
      const update = page.getByRole('link', { name: 'Aggiorna' })
      while (await update.isVisible()) await update.click()
    }

    await upload(plan)
    expect(await headline()).toMatch(/^1\d\d proposte da decidere$/)
    await page.getByRole('button', { name: /^Accetta tutte le sicure/ }).click()
    expect(await headline()).toBe('Tutto deciso')
    await page.getByRole('link', { name: 'scarica i documenti' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: /PDF/ }).first().click()
    const pdf = await (await downloading).path()
    const { plan: stored } = JSON.parse(await readEmbeddedPlan(readFileSync(pdf)))
    expect(stored).toMatchObject({ triennium: '2025-2027', edition: '2024-2026' })
    expect(stored.entries).toHaveLength(122)

    for (const known of [plan, pdf]) {
      await upload(known)
      expect(await headline()).toBe('Niente di nuovo: ciò che il file contiene è già nel piano')
    }
    await browser.close()
    await site.close()
  }, 180_000)
})

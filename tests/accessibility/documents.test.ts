// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import { afterAll, describe, expect, test } from 'vitest'
import { buildFixture } from '../../src/features/documents/fixture.ts'
import { readWebFonts } from '../../src/features/documents/html/web-fonts.ts'
import { writeHtml } from '../../src/features/documents/html/write-html.ts'
import { layouts } from '../../src/features/documents/model.ts'
import { openBrowser } from '../browser.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const fonts = readWebFonts(fileURLToPath(new URL('../../node_modules', import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'timone-html-'))

describe.each(layouts)('the HTML document with %s', (layout) => {
  const file = join(folder, `${layout}.html`)
  writeFileSync(file, writeHtml(buildFixture({ layout }), fonts).bytes)

  test.each([1280, 320])('at %i pixels has no faults, does not overflow, keeps to its own policy', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(pathToFileURL(file).href)
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    expect(await page.evaluate('document.fonts.ready.then((fonts) => fonts.check("16px Titillium Web"))')).toBe(true)
    await page.evaluate(axe)
    const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** The faults that axe finds in a page. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** How many pixels a page is wider than its window. */
export const findOverflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** Collects the browser's console messages from now on: refused by the security policy, not found, thrown. */
export function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = []
  page.removeAllListeners('console')
  page.on('console', (message) => complaints.push(message.text()))
  return complaints
}

/** The widths of the windows in which pages are looked at: a desk's, and a telephone's. */
export const widths = [1280, 320] as const

/**
 * What is wrong with a page in its present state, everything unfolded, at each width: what axe finds, how many pixels it
 * is too wide. Each fault begins with the width.
 */
export async function findFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await findOverflow(page)
    if (overflow > 0) faults.push(`at ${width}: ${overflow} pixels too wide`)
    faults.push(...(await findViolations(page)).map((violation) => `at ${width}: ${violation}`))
  }
  return faults
}

/** A page to look at, by the pattern of its route: its address and the status that it answers with. */
export type ListedPage = readonly [route: string, url: string, status: number]

/**
 * The faults of pages, each opened once: findings, complaints of the browser, another status. Each begins with where.
 * @param before called before a page is opened
 */
export async function findFaultsOf(
  page: Page,
  address: string,
  pages: readonly ListedPage[],
  before: (index: number) => void = () => undefined,
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [index, [, url, status]] of pages.entries()) {
    before(index)
    const complaints = collectComplaints(page)
    const response = await page.goto(address + url)
    const found = [
      ...(response?.status() === status ? [] : [`status ${response?.status()}`]),
      ...(await findFaults(page)),
      ...complaints.filter((text) => !text.includes(`status of ${status}`)),
    ]
    faults.push(...found.map((fault) => `${url}: ${fault}`))
  }
  return faults
}

/** Those of the faults that are seen at a width. */
export const seenAt = (width: number, faults: readonly string[]): readonly string[] =>
  faults.filter((fault) => !widths.some((other) => other !== width && fault.includes(`at ${other}: `)))

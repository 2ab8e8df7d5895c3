// SPDX-License-Identifier: AGPL-3.0-or-later
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

// The package's own arguments switch web security off, and faults of our security policy would not be seen.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the headless browser from an npm package: the machine needs no browser. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath()
  const launch = () => playwright.launch({ executablePath, args })
  return launch().catch(async () => {
    // A slim machine lacks the system libraries that the browser needs; the package has them too.
    const build = dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')))
    await inflate(join(build, '..', 'bin', 'al2023.tar.br'))
    setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'))
    return launch()
  })
}

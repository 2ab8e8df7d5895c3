// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { cpuMilliseconds } from './measure.ts'
import type { Row } from './report.ts'
import { type Running, start } from './running.ts'
import { accountOf, findPlans, signIn } from './signed-in.ts'

const seconds = 8
const connections = 10

/** The CPU time of a request for the page of 122 entries, beside a bare Node server that sends the same bytes. */
export async function benchPage(root: string, folder: string): Promise<Row[]> {
  const environment = {
    ...process.env,
    TIMONE_DATA: join(folder, 'data'),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  }
  const timone = await start([join(root, 'dist/web.js')], environment, 120_000)
  try {
    const cookie = await signIn(timone.address, accountOf(timone.lines))
    const [pagePath = ''] = await findPlans(timone.address, cookie)
    const page = await fetch(timone.address + pagePath, { headers: { cookie } })
    if (!page.ok) throw new Error(`${pagePath}: ${page.status}`)
    const html = await page.text()
    const cost = await load(timone, pagePath, { cookie })
    const bytes = join(folder, 'page.html')
    writeFileSync(bytes, html)
    const bare = await start([join(root, 'bench/bare-server.ts'), bytes], process.env, 10_000)
    try {
      const bareCost = await load(bare, '/', {})
      return [
        {
          what: `pagina di 122 schede (${(Buffer.byteLength(html) / 1024).toFixed(0)} kB), CPU a richiesta`,
          cost: { seconds: cost, megabytes: 0 },
        },
        { what: 'server Node nudo, gli stessi byte, CPU a richiesta', cost: { seconds: bareCost, megabytes: 0 } },
        { what: 'Timone / server nudo', ratio: cost / bareCost, goal: 4 },
      ]
    } finally {
      bare.child.kill()
    }
  } finally {
    timone.child.kill()
  }
}

/** @returns CPU seconds for each request, after a warm-up. */
async function load(
  { child, address }: Running,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const pid = child.pid ?? 0
  await autocannon({ url: address + path, headers, connections, duration: 3 })
  const before = cpuMilliseconds(pid)
  const { requests, non2xx, errors } = await autocannon({
    url: address + path,
    headers,
    connections,
    duration: seconds,
  })
  if (non2xx + errors > 0) throw new Error(`${non2xx} answers that are not 200, ${errors} errors`)
  return (cpuMilliseconds(pid) - before) / 1000 / requests.total
}

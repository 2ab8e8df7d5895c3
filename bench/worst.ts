// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureCommand } from './measure.ts'
import { type Row, ratio } from './report.ts'
import { type Running, start } from './running.ts'
import { accountOf, findPlans, signIn } from './signed-in.ts'
import { type WorstFile, worstFiles } from './worst-files.ts'

/**
 * Files made to be slow: the time of each beside that of one of twice its size, whether it is read or refused; and how much
 * longer others wait for a page of the same server while it reads the larger one.
 */
export async function benchWorstFiles(root: string, folder: string): Promise<Row[]> {
  mkdirSync(folder, { recursive: true })
  const rows: Row[] = []
  for (const file of worstFiles) {
    const [once, twice] = [await timeOf(root, folder, file, 1), await timeOf(root, folder, file, 2)]
    rows.push({ what: `${file.what}: il più piccolo`, cost: once }, { what: 'il più grande', cost: twice })
    rows.push(ratio('il doppio / il più piccolo', twice, once, 2.5))
  }
  return [...rows, ...(await waitBeside(root, join(folder, 'data')))]
}

async function timeOf(root: string, folder: string, { name, make }: WorstFile, times: 1 | 2) {
  const path = join(folder, name)
  writeFileSync(path, make(times))
  // 2: refused, because it takes more time, memory or text than any plan.
  return await measureCommand(process.execPath, [join(root, 'dist/cli.js'), 'import', path, '--json'], [0, 2])
}

const mostWait = 180_000

async function waitBeside(root: string, data: string): Promise<Row[]> {
  const environment = Object.assign({}, process.env, {
    TIMONE_DATA: data,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  })
  const timone = await start([join(root, 'dist/web.js')], environment, 120_000)
  try {
    const cookie = await signIn(timone.address, accountOf(timone.lines))
    const [plan = ''] = await findPlans(timone.address, cookie)
    const alone = await slowest(timone, plan, cookie, async () => await new Promise((done) => setTimeout(done, 5000)))
    const rows: Row[] = [{ what: 'una pagina ogni 50 ms, la più lenta, senza file', cost: alone }]
    for (const file of worstFiles) {
      const beside = await slowest(timone, plan, cookie, () => readOn(timone, plan, cookie, file))
      rows.push({
        what: `la più lenta mentre il server legge: ${file.what}`,
        cost: beside,
        most: alone.seconds + 0.1,
      })
    }
    return rows
  } finally {
    timone.child.kill()
  }
}

/** The longest that somebody waits for a page, asked for every 50 ms until the work is done. */
async function slowest({ address }: Running, plan: string, cookie: string, work: () => Promise<unknown>) {
  const ended = work().then(() => true)
  const pause = () => new Promise<false>((go) => setTimeout(() => go(false), 50))
  let longest = 0
  do {
    const began = performance.now()
    await (await fetch(address + plan, { headers: { cookie } })).text()
    longest = Math.max(longest, performance.now() - began)
  } while (!(await Promise.race([ended, pause()])))
  return { seconds: longest / 1000, megabytes: 0 }
}

/** Uploads the larger file, and waits until it is read or refused. */
async function readOn({ address }: Running, plan: string, cookie: string, { name, make }: WorstFile): Promise<void> {
  const body = new FormData()
  body.set('file', new Blob([make(2).slice()]), name)
  const imports = `${address}${plan.split('/piano/')[0]}/importazioni`
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const sent = await fetch(imports, { method: 'POST', redirect: 'manual', headers, body })
  if (sent.status !== 303) return
  const page = address + (sent.headers.get('location') ?? '')
  const end = performance.now() + mostWait
  while (performance.now() < end) {
    const html = await (await fetch(page, { headers: { cookie } })).text()
    if (!html.includes('Lettura in corso')) return
    await new Promise((go) => setTimeout(go, 500))
  }
}

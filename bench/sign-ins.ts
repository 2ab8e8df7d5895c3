// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { cpuMilliseconds } from './measure.ts'
import type { Row } from './report.ts'
import { start } from './running.ts'
import { accountOf, findPlans, signIn } from './signed-in.ts'

const atOnce = 150
const rounds = 5
const publicPage = '/trasparenza'

/** How long a public page takes while a crowd gives wrong passwords at once, beside the same page in quiet. */
export async function benchSignIns(root: string, folder: string): Promise<Row[]> {
  const environment = { ...process.env, TIMONE_DATA: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' }
  // The crowd comes from as many addresses: we are the proxy that vouches for them.
  const { child, address, lines } = await start(
    [join(root, 'dist/web.js')],
    { ...environment, TIMONE_PROXIES: '127.0.0.1' },
    120_000,
  )
  try {
    await findPlans(address, await signIn(address, accountOf(lines)))
    const page = async () => {
      const started = performance.now()
      const response = await fetch(address + publicPage)
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${publicPage}: ${response.status}`)
      return performance.now() - started
    }
    for (let n = 0; n < 50; n += 1) await page()
    const quiet = []
    for (let n = 0; n < 50; n += 1) quiet.push(await page())
    const crowded = []
    const looked = []
    const before = cpuMilliseconds(child.pid ?? 0)
    for (let round = 0; round < rounds; round += 1) {
      const over = new AbortController()
      const crowd = Promise.all(
        Array.from({ length: atOnce }, (_, n) => wrongPassword(address, `198.51.${round}.${n}`)),
      ).finally(() => over.abort())
      while (!over.signal.aborted) crowded.push(await page())
      looked.push((await crowd).filter((status) => status === 422).length)
    }
    const cost = (cpuMilliseconds(child.pid ?? 0) - before) / 1000 / rounds
    const row = (what: string, milliseconds: number): Row => ({
      what,
      cost: { seconds: milliseconds / 1000, megabytes: 0 },
    })
    return [
      row(`${publicPage}, nessuno entra: mediana`, at(0.5, quiet)),
      row(`${publicPage}, ${atOnce} accessi insieme: mediana`, at(0.5, crowded)),
      row(`${publicPage}, ${atOnce} accessi insieme: la più lenta`, at(1, crowded)),
      {
        what: 'la più lenta con la folla / la più lenta senza',
        ratio: at(1, crowded) / at(1, quiet),
      },
      {
        what: `CPU di ${atOnce} accessi insieme (${looked.join(', ')} password guardate)`,
        cost: { seconds: cost, megabytes: 0 },
      },
    ]
  } finally {
    child.kill()
  }
}

async function wrongPassword(address: string, from: string): Promise<number> {
  const response = await fetch(`${address}/accesso`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': from },
    body: new URLSearchParams({ email: `${from}@altrove.example`, password: 'un cavallo lento' }),
  })
  await response.arrayBuffer()
  return response.status
}

const at = (share: number, times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? 0

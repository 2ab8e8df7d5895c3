// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readForms } from '../tests/factories/read-form.ts'
import { cpuMilliseconds } from './measure.ts'
import type { Row } from './report.ts'
import { type Running, start } from './running.ts'
import { accountOf, findBodies, signIn } from './signed-in.ts'

const people = 100
const seconds = 60
/** The average time between two clicks of a person. */
const thinkingMilliseconds = 5000

type Click = { readonly milliseconds: number; readonly bytes: number; readonly status: number }

/**
 * A hundred people for a minute on the demonstration's 44 plans: they look at their worklist, at plans and entries,
 * search, and save an entry now and then. Measured beside a bare server that sends as many answers of the same sizes.
 */
export async function benchPeople(root: string, folder: string): Promise<Row[]> {
  const environment = {
    ...process.env,
    TIMONE_DATA: join(folder, 'people'),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  }
  const timone = await start([join(root, 'dist/web.js')], environment, 180_000)
  try {
    const account = accountOf(timone.lines)
    const cookies = await Promise.all(Array.from({ length: 4 }, () => signIn(timone.address, account)))
    const bodies = await findBodies(timone.address, cookies[0] ?? '')
    const codes = await findCodes(timone.address, cookies[0] ?? '', bodies[0] ?? '')
    const before = cpuMilliseconds(timone.child.pid ?? 0)
    const end = performance.now() + seconds * 1000
    const clicks = (
      await Promise.all(
        Array.from({ length: people }, (_, n) => live(timone.address, cookies[n % 4] ?? '', { bodies, codes }, n, end)),
      )
    ).flat()
    const cpu = cpuMilliseconds(timone.child.pid ?? 0) - before
    const bare = await bareCpu(root, folder, clicks)
    const times = clicks.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
    const at = (share: number) => `${Math.round(times[Math.floor(times.length * share)] ?? 0)} ms`
    const conflicts = clicks.filter(({ status }) => status === 409).length
    const errors = clicks.filter(({ status }) => status >= 400 && status !== 409).length
    return [
      {
        what: `${people} persone per ${seconds} s su ${bodies.length} piani: ${clicks.length} richieste, ${errors} errori, ${conflicts} conflitti di scrittura, mediana ${at(0.5)}, p99 ${at(0.99)}`,
      },
      { what: 'CPU a richiesta', cost: { seconds: cpu / 1000 / clicks.length, megabytes: 0 } },
      { what: 'server Node nudo, altrettanti byte, CPU a richiesta', cost: { seconds: bare / 1000, megabytes: 0 } },
      { what: 'Timone / server nudo', ratio: cpu / clicks.length / bare },
    ]
  } finally {
    timone.child.kill()
  }
}

/** One person at work until time is up. */
async function live(
  address: string,
  cookie: string,
  { bodies, codes }: { readonly bodies: readonly string[]; readonly codes: readonly string[] },
  n: number,
  end: number,
): Promise<Click[]> {
  const clicks: Click[] = []
  const ask = async (path: string, body?: URLSearchParams): Promise<string> => {
    const began = performance.now()
    const response = await fetch(address + path, {
      headers: { cookie, ...(body && { 'sec-fetch-site': 'same-origin' }) },
      redirect: 'manual',
      ...(body && { method: 'POST', body }),
    })
    const html = await response.text()
    clicks.push({ milliseconds: performance.now() - began, bytes: html.length, status: response.status })
    return html
  }
  // People begin at different moments and have different paces. The sequence is the same in every run.
  let seed = (n + 1) * 15_485_863
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const pause = () => new Promise((done) => setTimeout(done, chance() * 2 * thinkingMilliseconds))
  for (let turn = 0; performance.now() < end; turn += 1) {
    await pause()
    const plan = `/enti/${bodies[Math.floor(chance() * bodies.length)]}/piano/2025-2027`
    const line = codes[Math.floor(chance() * codes.length)]
    const what = chance()
    if (what < 0.2) await ask('/')
    else if (what < 0.45) await ask(plan)
    else if (what < 0.75) await ask(`${plan}/linee/${line}`)
    else if (what < 0.85) await ask(`/cerca?q=${encodeURIComponent('identità digitale')}`)
    else {
      const form = readForms(await ask(`${plan}/linee/${line}/modifica`)).find(({ fields }) => 'base' in fields)
      await pause()
      if (!form) continue
      form.body.set('azione', 'salva')
      form.body.set('notes', `Aggiornamento ${n}.${turn}`)
      await ask(`${plan}/linee/${line}/modifica`, form.body)
    }
  }
  return clicks
}

/** The lines of the plans, all on one edition. */
async function findCodes(address: string, cookie: string, body: string): Promise<readonly string[]> {
  const html = await (await fetch(`${address}/enti/${body}/piano/2025-2027`, { headers: { cookie } })).text()
  return [...new Set([...html.matchAll(/\/linee\/([A-Z0-9.]+)"/g)].map(([, code = '']) => code))]
}

/** CPU milliseconds that a bare server takes for an answer of their average size. */
async function bareCpu(root: string, folder: string, clicks: readonly Click[]): Promise<number> {
  const average = clicks.reduce((sum, { bytes }) => sum + bytes, 0) / clicks.length
  const bytes = join(folder, 'average.html')
  writeFileSync(bytes, 'x'.repeat(Math.round(average)))
  const bare: Running = await start([join(root, 'bench/bare-server.ts'), bytes], process.env, 10_000)
  try {
    const before = cpuMilliseconds(bare.child.pid ?? 0)
    for (let at = 0; at < clicks.length; at += people) {
      await Promise.all(clicks.slice(at, at + people).map(async () => (await fetch(bare.address)).text()))
    }
    return (cpuMilliseconds(bare.child.pid ?? 0) - before) / clicks.length
  } finally {
    bare.child.kill()
  }
}

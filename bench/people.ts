// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgresServer } from '../tests/postgres-server.ts'
import { cpuMilliseconds, cpuOfFamily } from './measure.ts'
import { type Click, live } from './person.ts'
import { cpuRow, type Row } from './report.ts'
import { type Running, start } from './running.ts'
import { accountOf, findPlans, signIn } from './signed-in.ts'

const people = 100
const seconds = Number(process.env.TIMONE_BENCH_SECONDS ?? 60)

/** How the hundred work: on which database, for how long each reads between two clicks on average, and the goals. */
type Setting = {
  readonly name: string
  readonly server: boolean
  readonly thinking: number
  readonly cpu?: number
  readonly slowest?: number
}

const settings: readonly Setting[] = [
  { name: 'base dati incorporata, un clic ogni 5 s', server: false, thinking: 5000, cpu: 12 },
  { name: 'server PostgreSQL, un clic ogni 5 s', server: true, thinking: 5000, cpu: 5 },
  { name: 'server PostgreSQL, un clic ogni 2 s', server: true, thinking: 2000, slowest: 400 },
]

/**
 * A hundred people for a minute on the demonstration's plans: they look at what awaits them, at plans, at entries,
 * search, and save an entry now and then. On the embedded database and on a PostgreSQL server of this machine, whose own
 * time is counted apart; beside a bare server that sends as many answers of the same sizes.
 * @param only the settings whose name has this word; absent: all.
 */
export async function benchPeople(root: string, folder: string, only = ''): Promise<Row[]> {
  const rows: Row[] = []
  for (const setting of settings.filter(({ name }) => name.includes(only))) {
    const postgres = setting.server ? await startPostgresServer() : undefined
    try {
      rows.push(...(await benchSetting(root, join(folder, String(rows.length)), setting, postgres)))
    } finally {
      await postgres?.stop()
    }
  }
  return rows
}

async function benchSetting(
  root: string,
  folder: string,
  { name, thinking, cpu: goal, slowest }: Setting,
  postgres: { readonly url: string; readonly pid: number } | undefined,
): Promise<Row[]> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const environment: NodeJS.ProcessEnv = Object.assign(inherited, {
    TIMONE_DATA: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  })
  if (postgres) environment.DATABASE_URL = postgres.url
  const timone = await start([join(root, 'dist/web.js')], environment, 180_000)
  try {
    const account = accountOf(timone.lines)
    const cookies = await Promise.all(Array.from({ length: 4 }, () => signIn(timone.address, account)))
    const plans = await findPlans(timone.address, cookies[0] ?? '')
    const codes = await findCodes(timone.address, cookies[0] ?? '', plans[0] ?? '')
    const pid = timone.child.pid ?? 0
    const before = cpuMilliseconds(pid)
    const beforeThere = postgres ? cpuOfFamily(postgres.pid) : 0
    const end = performance.now() + seconds * 1000
    const site = { address: timone.address, plans, codes, thinking }
    const clicks = (
      await Promise.all(Array.from({ length: people }, (_, n) => live(site, cookies[n % 4] ?? '', n, end)))
    ).flat()
    const cpu = (cpuMilliseconds(pid) - before) / clicks.length
    const cpuThere = postgres ? (cpuOfFamily(postgres.pid) - beforeThere) / clicks.length : 0
    const bare = await bareCpu(root, folder, clicks)
    return [
      { what: `**${name}**: ${wordsOf(clicks, plans.length, slowest)}` },
      cpuRow('CPU a richiesta', cpu, goal),
      ...(postgres ? [cpuRow('CPU a richiesta del server PostgreSQL', cpuThere)] : []),
      cpuRow('server Node nudo, altrettanti byte, CPU a richiesta', bare),
      { what: 'Timone / server nudo', ratio: cpu / bare },
    ]
  } finally {
    const ended = new Promise((done) => timone.child.once('exit', done))
    timone.child.kill()
    await ended
  }
}

/** How many answers there were, what went wrong, and how long they took. */
function wordsOf(clicks: readonly Click[], plans: number, slowest: number | undefined): string {
  const times = clicks.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0)
  const conflicts = clicks.filter(({ status }) => status === 409).length
  const errors = clicks.filter(({ status }) => status >= 400 && status !== 409).length
  const goal = slowest === undefined ? '' : ` (obiettivo: ${slowest} ms${at(0.99) > slowest ? ', mancato' : ''})`
  return [
    `${people} persone per ${seconds} s su ${plans} piani`,
    `${clicks.length} richieste, ${errors} errori, ${conflicts} conflitti di scrittura`,
    `mediana ${at(0.5)} ms, p99 ${at(0.99)} ms${goal}`,
  ].join(', ')
}

/** The lines that the plans have, all on one edition. */
async function findCodes(address: string, cookie: string, plan: string): Promise<readonly string[]> {
  const html = await (await fetch(address + plan, { headers: { cookie } })).text()
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

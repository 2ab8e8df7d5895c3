// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { createEmptyDatabase } from './postgres-databases.ts'

type Running = { readonly process: ChildProcess; readonly address: string; readonly lines: string[] }

/** Every server of these tests, to end those that a failed test left running. */
const started: ChildProcess[] = []
afterAll(() => {
  for (const server of started) server.kill('SIGKILL')
})

/** Starts the built server as `npm start` does and waits until it prints its address. */
function start(environment: NodeJS.ProcessEnv): Promise<Running> {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...environment }
  const server = spawn(process.execPath, ['dist/web.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(server)
  const lines: string[] = []
  return new Promise((done, fail) => {
    server.on('exit', (code) => fail(new Error(`the server ended with ${code}:\n${lines.join('\n')}`)))
    createInterface({ input: server.stdout }).on('line', (line) => {
      lines.push(line)
      const address = /http:\/\/[\d.]+:\d+/.exec(lines.find((told) => told.startsWith('Timone è pronto')) ?? '')?.[0]
      // The last line of the welcome: accounts to sign in with, or the link for the first administrator.
      if (address && /senza entrare|\/primo-accesso\//.test(line)) done({ process: server, address, lines })
    })
  })
}

/**
 * Signs in as the demonstration's RTD with the account from the server's welcome, and returns a function that asks for
 * pages.
 */
async function enter({ address, lines }: Running): Promise<(path: string) => Promise<Response>> {
  const [, email = '', password = ''] = /(rtd@\S+)\s+(\S+)/.exec(lines.join('\n')) ?? []
  const answer = await fetch(`${address}/accesso`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email, password }),
  })
  expect(answer.status).toBe(303)
  const cookie = answer.headers.getSetCookie().map((value) => value.split(';')[0])
  return (path) => fetch(address + path, { headers: { cookie: cookie.join('; ') } })
}

/** What others may enter or read: a file inside a closed folder is out of their reach. */
const openToOthers = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => statSync(join(folder, name)).mode & 0o077)

const stop = ({ process: server }: Running): Promise<number | null> =>
  new Promise((done) => {
    server.removeAllListeners('exit').on('exit', done)
    server.kill('SIGTERM')
  })

const places = [
  { name: 'the embedded database', locate: async (folder: string) => ({ TIMONE_DATA: folder }) },
  {
    name: 'a PostgreSQL server',
    locate: async (folder: string) => ({
      TIMONE_DATA: folder,
      DATABASE_URL: await createEmptyDatabase(inject('postgresUrl')),
    }),
  },
]

describe.each(places)('the server on $name', ({ locate }) => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'timone-web-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('fills itself with the demonstration, serves every document, and finds everything again after a restart', async () => {
    const environment = await locate(folder)
    const first = await start(environment)
    const ask = await enter(first)
    const list = await (await ask('/enti')).text()
    expect([list.includes('Comune di Caravaggio'), list.includes('Comune di Vailate')]).toEqual([true, true])
    const documents = '/enti/caravaggio/piano/2025-2027/documenti'
    const sizes: Record<string, number> = {}
    for (const format of ['pdf', 'docx', 'odt', 'html', 'xlsx', 'csv', 'ics', 'json']) {
      const response = await ask(`${documents}/${format}?layout=tables`)
      expect(response.status, format).toBe(200)
      expect(response.headers.get('content-disposition'), format).toContain(
        `piano-caravaggio-2025-2027-bozza.${format}`,
      )
      sizes[format] = (await response.arrayBuffer()).byteLength
    }
    expect(Object.values(sizes).every((size) => size > 5000)).toBe(true)
    const pdf = Buffer.from(await (await ask(`${documents}/pdf?layout=tables`)).arrayBuffer())
    expect(await stop(first)).toBe(0)

    const second = await start(environment)
    const askAgain = await enter(second)
    const again = await askAgain(`${documents}/pdf?layout=tables`)
    expect(Buffer.from(await again.arrayBuffer()).equals(pdf)).toBe(true)
    expect((await askAgain('/enti/crema/piano/2025-2027')).status).toBe(200)
    expect(openToOthers(folder)).toEqual([])
    expect(await stop(second)).toBe(0)
  }, 300_000)

  test('starts empty when the demonstration is not wanted', async () => {
    const running = await start({ ...(await locate(folder)), TIMONE_DEMO: 'no' })
    const home = await fetch(running.address)
    expect([home.status, new URL(home.url).pathname]).toEqual([200, '/trasparenza'])
    const link = /\S+\/primo-accesso\/\S+/.exec(running.lines.join('\n'))?.[0] ?? ''
    expect((await fetch(link)).status).toBe(200)
    expect(await stop(running)).toBe(0)
  }, 60_000)
})

test('the start warns of a public address without a word about proxies, and says what to do', async () => {
  const server = spawn(process.execPath, ['dist/web.js'], {
    env: { ...process.env, TIMONE_URL: 'https://timone.example', DATABASE_URL: 'postgresql://127.0.0.1:1/nessuna' },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  started.push(server)
  const told: string[] = []
  for await (const line of createInterface({ input: server.stderr })) told.push(line)
  expect(told[0]).toMatch(/^Attenzione: TIMONE_URL .*TIMONE_PROXIES=127\.0\.0\.1.*TIMONE_PROXIES=no\.$/)
  expect(told.filter((line) => line.includes('TIMONE_PROXIES'))).toHaveLength(1)
}, 60_000)

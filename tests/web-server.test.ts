// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { createEmptyDatabase } from './databases.ts'

type Running = { readonly process: ChildProcess; readonly address: string; readonly lines: string[] }

/** Starts the built server as `npm start` does and waits until it says where it is. */
function start(environment: NodeJS.ProcessEnv): Promise<Running> {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...environment }
  const server = spawn(process.execPath, ['dist/web.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  return new Promise((done, fail) => {
    server.on('exit', (code) => fail(new Error(`the server ended with ${code}:\n${lines.join('\n')}`)))
    createInterface({ input: server.stdout }).on('line', (line) => {
      lines.push(line)
      const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0]
      if (address) done({ process: server, address, lines })
    })
  })
}

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
    const home = await (await fetch(first.address)).text()
    expect(home).toContain('45 enti')
    const documents = `${first.address}/enti/caravaggio/piano/2025-2027/documenti`
    const sizes: Record<string, number> = {}
    for (const format of ['pdf', 'docx', 'odt', 'html', 'xlsx', 'csv', 'ics', 'json']) {
      const response = await fetch(`${documents}/${format}?layout=tables`)
      expect(response.status, format).toBe(200)
      expect(response.headers.get('content-disposition'), format).toContain(`piano-caravaggio-2025-2027.${format}`)
      sizes[format] = (await response.arrayBuffer()).byteLength
    }
    expect(Object.values(sizes).every((size) => size > 5000)).toBe(true)
    const pdf = Buffer.from(await (await fetch(`${documents}/pdf?layout=tables`)).arrayBuffer())
    expect(await stop(first)).toBe(0)

    const second = await start(environment)
    const again = await fetch(`${second.address}/enti/caravaggio/piano/2025-2027/documenti/pdf?layout=tables`)
    expect(Buffer.from(await again.arrayBuffer()).equals(pdf)).toBe(true)
    expect((await fetch(`${second.address}/enti/crema/piano/2025-2027`)).status).toBe(200)
    expect(await stop(second)).toBe(0)
  }, 120_000)

  test('starts empty when the demonstration is not wanted', async () => {
    const running = await start({ ...(await locate(folder)), TIMONE_DEMO: 'no' })
    const home = await fetch(running.address)
    expect(home.status).toBe(200)
    expect(await home.text()).not.toContain('Caravaggio')
    expect(await stop(running)).toBe(0)
  }, 60_000)
})

// SPDX-License-Identifier: AGPL-3.0-or-later
// Kills the built server with its embedded database twenty times while people save. After a restart, which needs no
// repair, everything that it had acknowledged is there.

import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyJournal } from '../src/features/audit/verify-journal.ts'
import { slugOf, trienniumOf } from '../src/kernel/ids.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { openTenants } from '../src/platform/db/tenants.ts'
import { copyMigratedFolder } from './databases.ts'
import { catalogue } from './factories/profile.ts'
import { readForms } from './factories/read-form.ts'
import { openSite } from './factories/site.ts'

const rounds = 20
const writers = 3
const plan = '/enti/vallechiara/piano/2025-2027'
/** Each writer has lines of its own, so that a save is never a conflict. */
const codes = catalogue
  .edition('2024-2026')
  .lines.slice(0, writers)
  .map(({ code }) => code)
const account = { email: 'rtd@vallechiara.example', password: '' }

let directory: string
const servers: ChildProcess[] = []

beforeAll(async () => {
  directory = await copyMigratedFolder()
  const database = await openDatabase({ directory })
  // The programs that are killed afterwards need the folder: only the database is closed.
  const application = await openSite({ opened: { database, close: () => database.close() } })
  await application.adopt({
    administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' },
    plan: { triennium: trienniumOf('2025-2027'), edition: '2024-2026' },
  })
  const here = { kind: 'administration', slug: slugOf('vallechiara') } as const
  await application.enter('rtd', here, { name: 'Responsabile', email: account.email })
  account.password = application.password
  await application.close()
}, 120_000)
afterAll(() => {
  for (const server of servers) server.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

async function start(): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const env = {
    ...process.env,
    TIMONE_DATA: directory,
    TIMONE_DEMO: 'no',
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  }
  const server = spawn(process.execPath, ['dist/web.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  servers.push(server)
  return await new Promise((done, fail) => {
    server.on('exit', (code) => fail(new Error(`the server ended with ${code}`)))
    createInterface({ input: server.stdout }).on('line', (line) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0]
      if (address) done({ server, address })
    })
  })
}

/** Saves an entry again and again until the server is gone; returns the words of the acknowledged saves. */
async function write(
  address: string,
  cookie: string,
  code: string,
  round: number,
  onSave: () => void,
): Promise<string[]> {
  const acknowledged: string[] = []
  const url = `${address}${plan}/linee/${code}/modifica`
  try {
    for (let number = 0; ; number += 1) {
      const html = await (await fetch(url, { headers: { cookie } })).text()
      const form = readForms(html).find(({ fields }) => 'base' in fields)
      if (!form) throw new Error(`no form in ${html.slice(0, 500)}`)
      const word = `${code}-${round}-${number}`
      form.body.set('notes', word)
      form.body.set('azione', 'salva')
      const answer = await fetch(url, { method: 'POST', headers: { cookie }, body: form.body, redirect: 'manual' })
      if (answer.status !== 303 || !answer.headers.get('location')?.includes('esito=salvata')) {
        throw new Error(`not saved: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
      }
      acknowledged.push(word)
      onSave()
    }
  } catch (error) {
    // The connection broke because the server was killed; any other error fails the test.
    if (error instanceof TypeError) return acknowledged
    throw error
  }
}

test('nothing that was acknowledged is lost', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { server, address } = await start()
    const answer = await fetch(`${address}/accesso`, {
      method: 'POST',
      body: new URLSearchParams(account),
      redirect: 'manual',
    })
    expect(answer.status).toBe(303)
    const cookie = answer.headers
      .getSetCookie()
      .map((value) => value.split(';')[0])
      .join('; ')
    let saves = 0
    const last = 2 + ((round * 7) % 11)
    const gone = new Promise((done) => server.removeAllListeners('exit').on('exit', done))
    const onSave = () => {
      saves += 1
      // Wait a moment, to kill it in the middle of a save.
      if (saves === last) setTimeout(() => server.kill('SIGKILL'), (round * 3) % 17)
    }
    const written = await Promise.all(codes.map((code) => write(address, cookie, code, round, onSave)))
    await gone
    acknowledged.push(...written.flat())
  }
  expect(acknowledged.length).toBeGreaterThan(rounds * 2)

  const database = await openDatabase({ directory })
  try {
    const tenants = openTenants(database)
    const body = await tenants.readMany([], ({ db }) =>
      db.selectFrom('administration').select('id').where('slug', '=', slugOf('vallechiara')).executeTakeFirstOrThrow(),
    )
    const { revisions, journal } = await tenants.tenant(body.id).read(async ({ db }) => ({
      revisions: await db
        .selectFrom('part_revision')
        .select(['subject', 'revision', 'content'])
        .orderBy('revision')
        .execute(),
      journal: await db.selectFrom('journal').select('event').orderBy('sequence').execute(),
    }))
    const notes = new Set(revisions.map(({ content }) => (content && 'notes' in content ? content.notes : undefined)))
    expect(acknowledged.filter((word) => !notes.has(word))).toEqual([])
    // Revision, content and journal line of a save are one transaction, so there are equally many of each.
    const saved = revisions.filter(({ revision }) => revision > 0).length
    expect(journal.filter(({ event }) => event.type === 'partChanged')).toHaveLength(saved)
    const { chains } = await verifyJournal(tenants, { heads: [] }, () => undefined)
    expect(chains.map(({ fault }) => fault)).toEqual(chains.map(() => undefined))
  } finally {
    await database.close()
  }
}, 400_000)

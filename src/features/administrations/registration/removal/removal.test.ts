// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeAt } from '../../../../../tests/factories/people.ts'
import { freezeVersion, inventedProfile } from '../../../../../tests/factories/published-site.ts'
import { openSite, type TestSite } from '../../../../../tests/factories/site.ts'
import { runTimone } from '../../../../../tests/factories/terminal.ts'
import type { TestBrowser } from '../../../../../tests/factories/test-browser.ts'
import type { Profile } from '../../../profiles/index.ts'
import { removeCommand } from './cli.ts'

let site: TestSite
let admin: TestBrowser
let rtd: TestBrowser
let ids: { readonly pieve: number; readonly roccaperta: number }

const someone = (who: string) => ({ name: `Persona ${who}`, email: `${who}@timone.example` })
const textOf = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const approvedProfile = inventedProfile('Vallechiara', 'approvato')

beforeAll(async () => {
  const money: Pick<Profile, 'spending'> = { spending: [{ year: 2026, kind: 'forecast', amount: '10.00' }] }
  const projects = { fundingMeasures: [{ measure: '1.4.1', title: 'Sito nuovo' }] }
  const roles = { roles: [{ role: 'Responsabile per la transizione digitale', holder: 'Segretario comunale' }] }
  site = await openSite({
    bodies: [
      approvedProfile,
      { ...inventedProfile('Pieve', 'sbagliato'), ...money, ...projects, ...roles },
      { ...inventedProfile('Roccaperta', 'vicino'), ...money, ...projects, ...roles },
    ],
  })
  const [vallechiara, pieve, roccaperta] = site.ids
  if (!vallechiara || !pieve || !roccaperta) throw new Error('no bodies')
  ids = { pieve, roccaperta }
  await freezeVersion(site.tenants, vallechiara, { number: 1, state: 'approved', profile: approvedProfile })
  admin = await site.enterAdministrator(someone('admin'))
  rtd = await site.enter('rtd', placeAt('pieve'), someone('rtd'))
  await site.run(`insert into association (slug, name) values ('valli', 'Ufficio associato delle Valli')`)
  for (const id of [pieve, roccaperta]) await giveRows(id)
})
afterAll(() => site.close())

/** What a profile does not bring: one row more for each of the other tables. */
async function giveRows(id: number): Promise<void> {
  const hash = 'a'.repeat(64)
  const by = `now(), 'p', 'Persona'`
  for (const statement of [
    `insert into part_revision (administration_id, subject, revision, at, actor_id, actor_name) values (${id}, 'body/x', 0, ${by})`,
    `insert into draft select ${id}, id, 'body/x', 0, '{}', now() from person limit 1`,
    `insert into phrase (administration_id, title, markdown) values (${id}, 'x', 'x')`,
    `insert into attachment (administration_id, sha256, filename, media_type, size, bytes, uploaded_at, actor_id, actor_name)
       values (${id}, '${hash}', 'atto.pdf', 'application/pdf', 1, 'x', ${by})`,
    `insert into review_comment (administration_id, plan_id, version, markdown, author_id, author_name, at)
       select ${id}, id, 1, 'x', 'p', 'Persona', now() from plan where administration_id = ${id}`,
    `insert into document (administration_id, plan_id, format, variant, produced_on, program, sha256, bytes)
       select ${id}, id, 'pdf', 'fiches', '2026-01-01', 'x', '${hash}', 'x' from plan where administration_id = ${id}`,
    `insert into import (administration_id, filename, sha256, size, uploaded_at, actor, state, reading_since)
       values (${id}, 'piano.pdf', '${hash}', 1, now(), 'x', 'ready', now())`,
    `insert into proposal (administration_id, import_id, id, kind, record, carries, source, confidence, warnings, decision)
       select ${id}, id, 1, 'entry', '{}', '{}', '{}', 1, '{}', 'pending' from import where administration_id = ${id}`,
    `insert into association_member select id, ${id}, '2026-01-01', null from association`,
    `insert into role_grant (person_id, role, administration_id, starts_on) select id, 'reader', ${id}, '2026-01-01' from person`,
  ]) {
    await site.run(statement)
  }
}

/** How many rows each table that tells of bodies has of one. */
async function rowsOf(id: number): Promise<ReadonlyMap<string, number>> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'administration_id' and table_type = 'BASE TABLE'
    order by table_name`.execute(site.database.kysely)
  const counts = new Map<string, number>()
  for (const { name } of tables.rows) {
    const found = await sql<{ count: string }>`select count(*) as count from ${sql.table(name)}
      where administration_id = ${id}`.execute(site.database.kysely)
    counts.set(name, Number(found.rows[0]?.count))
  }
  return counts
}

const frozen = ['plan_version', 'published_part', 'version_document']
const withRows = async (id: number) => [...(await rowsOf(id))].filter(([, count]) => count > 0).map(([name]) => name)

const timone = (...args: readonly string[]) =>
  runTimone(['remove', ...args], (terminal) => ({
    remove: removeCommand({ terminal, open: async () => ({ tenants: site.tenants, close: async () => undefined }) }),
  }))

describe('the removal of a body is refused', () => {
  test('to everybody but the administrator of the platform, who alone sees it offered', async () => {
    const address = '/enti/pieve/eliminazione'
    expect((await rtd.get(address)).status).toBe(403)
    expect((await rtd.post(address, { conferma: 'sì' })).status).toBe(403)
    expect((await rtd.get('/enti/pieve')).body).not.toContain(address)
    expect((await admin.get('/enti/pieve')).body).toContain(address)
    expect((await admin.get('/enti/altrove/eliminazione')).status).toBe(404)
  })

  test('without a confirmation', async () => {
    const { status, body } = await admin.post('/enti/pieve/eliminazione', {})
    expect(status).toBe(422)
    expect(body).toContain('href="#campo-conferma"')
    expect(textOf(body)).toContain('spuntare la casella')
    const { code, out } = await timone('pieve')
    expect(code).toBe(0)
    expect(out).toContain('1 piano non approvato: 2025-2027')
    expect(out).toContain('timone administration remove pieve --confirm')
    expect((await admin.get('/enti/pieve')).status).toBe(200)
  })

  test('when a plan of it was approved: page, form and command say why and what to do', async () => {
    const [id = 0] = site.ids
    const before = await rowsOf(id)
    const { status, body } = await admin.get('/enti/vallechiara/eliminazione')
    expect(status).toBe(200)
    expect(body).not.toContain('name="conferma"')
    expect(textOf(body)).toMatch(/piano 2025-2027, versione 1: quello che un ente ha approvato resta.*correggerli/)
    const sent = await admin.post('/enti/vallechiara/eliminazione', { conferma: 'sì' })
    expect(sent.status).toBe(409)
    expect(textOf(sent.body)).toContain('ha un piano approvato')
    const { code, err } = await timone('vallechiara', '--confirm')
    expect(code).toBe(2)
    expect(err).toContain('piano 2025-2027, versione 1')
    expect(await rowsOf(id)).toEqual(before)
  })

  test('by the database itself, to whoever would take away what was approved, or another body’s rows', async () => {
    const [id] = site.ids
    if (id === undefined) throw new Error('no body')
    const remove = (table: 'plan' | 'plan_version', of = id) =>
      site.tenants
        .tenant(id)
        .remove(({ db }) => db.deleteFrom(table).where('administration_id', '=', of).executeTakeFirst())
    await expect(remove('plan_version')).rejects.toThrow('permission denied')
    await expect(remove('plan')).rejects.toThrow('plan_version')
    const [, , other = id] = site.ids
    expect((await remove('plan', other)).numDeletedRows).toBe(0n)
  })

  test('by the database to the application: it deletes no line of a journal', async () => {
    const [, pieve] = site.ids
    if (pieve === undefined) throw new Error('no body')
    await expect(site.tenants.tenant(pieve).write(({ db }) => db.deleteFrom('journal').execute())).rejects.toThrow(
      'permission denied',
    )
  })
})

describe('a body that was removed', () => {
  test('leaves no row of its own anywhere, and a line in the access journal; its neighbours lose nothing', async () => {
    const neighbour = await rowsOf(ids.roccaperta)
    expect(await withRows(ids.pieve)).toEqual([...neighbour.keys()].filter((name) => !frozen.includes(name)))
    const page = textOf((await admin.get('/enti/pieve/eliminazione')).body)
    expect(page).toContain('1 piano non approvato: 2025-2027')
    expect(page).toContain('rtd@timone.example')
    const { status, location } = await admin.post('/enti/pieve/eliminazione', { conferma: 'sì' })
    expect([status, location]).toEqual([303, '/enti?esito=eliminato'])
    expect(textOf((await admin.get(location)).body)).toContain('L’ente è stato eliminato')
    expect(await withRows(ids.pieve)).toEqual([])
    expect(await rowsOf(ids.roccaperta)).toEqual(neighbour)
    expect((await admin.get('/enti/pieve')).status).toBe(404)
    expect((await admin.get('/enti/pieve/piano/2025-2027')).status).toBe(404)
    expect((await rtd.get('/enti')).body).not.toContain('href="/enti/pieve"')
    const journal = textOf((await admin.get('/registro-accessi')).body)
    expect(journal).toContain('Ha eliminato l’ente «Comune di Pieve»')
    expect(journal).toContain('Impronta dell’ultima riga')
  })

  test('leaves its address to another, whose pages are its own', async () => {
    const wish = { nome: 'Unione di Roccaperta', tipo: 'union' }
    expect((await timone('roccaperta', '--confirm')).out).toContain('Comune di Roccaperta è stato eliminato.')
    expect((await admin.get('/enti/roccaperta')).status).toBe(404)
    expect((await admin.post('/enti/nuovo/altro', { ...wish, nome: 'Roccaperta' })).location).toBe('/enti/roccaperta')
    const { body } = await admin.get('/enti/roccaperta')
    expect(textOf(body)).toContain('L’ente non ha ancora un piano triennale.')
    expect((await admin.get('/enti/roccaperta/piano/2025-2027')).status).toBe(404)
    expect((await admin.get('/enti/roccaperta/registro')).status).toBe(200)
  })
})

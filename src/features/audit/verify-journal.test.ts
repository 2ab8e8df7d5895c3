// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildRouteMap } from '@stricli/core'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines, type TestDatabase } from '../../../tests/databases.ts'
import { program } from '../../kernel/access.ts'
import { type AdministrationId, slugOf } from '../../kernel/ids.ts'
import { openTenants, type Tenants } from '../../platform/db/tenants.ts'
import { runCommands } from '../../platform/terminal/run-commands.ts'
import { openTerminal } from '../../platform/terminal/terminal.ts'
import { recordAccess } from './access-store.ts'
import { journalCommands } from './cli.ts'
import { declareAccessEvents, declareEvents, type NothingElse } from './event-kind.ts'
import { record } from './store.ts'

const { actor } = program('test')
const words = () => ({ summary: '' })
const { partChanged } = declareEvents<{ readonly partChanged: object }>({ partChanged: { label: '', words } })
const access = declareAccessEvents<{ readonly signedOut: NothingElse; readonly passwordChanged: NothingElse }>({
  signedOut: { label: '', words },
  passwordChanged: { label: '', words },
})
const change = (status: string) => ({
  triennium: '2025-2027',
  part: 'entry:CAP1.PA.01',
  revision: 1,
  before: { status: 'planned', notes: 'Città «d’Arsa»\ndue righe \u{1f600} 1.50' },
  after: { status },
})

describe.each(engines)('timone journal verify on the $name database', ({ open }) => {
  let opened: TestDatabase
  let tenants: Tenants
  let body: AdministrationId

  beforeAll(async () => {
    opened = await open()
    tenants = openTenants(opened.database)
    await sql`insert into edition values ('prova', 'Edizione di prova')`.execute(opened.database.kysely)
    const slugs = ['vallechiara', 'roccaperta'].map(slugOf)
    const ids = await tenants.writeNational(({ db }) =>
      db
        .insertInto('administration')
        .values(slugs.map((slug) => ({ slug, name: `Comune di ${slug}`, kind: 'municipality', facts: '{}' })))
        .returning('id')
        .execute(),
    )
    for (const { id } of ids) {
      await tenants.tenant(id).write(async (writer) => {
        for (const status of ['inProgress', 'ongoing', 'completed'])
          await record(writer, actor, partChanged, change(status))
      })
    }
    body = ids[0]?.id ?? (0 as AdministrationId)
    await tenants
      .tenant(body)
      .write((writer) => record(writer, { ...actor, name: 'Uno\nDue' }, partChanged, change('planned')))
    await tenants.writeNational((writer) => recordAccess(writer, actor, access.signedOut, {}))
    await tenants.writeNational((writer) => recordAccess(writer, actor, access.passwordChanged, {}))
    for (const table of ['journal', 'access_journal']) {
      await sql.raw(`create table good_${table} as table ${table}`).execute(opened.database.kysely)
    }
  })
  afterAll(() => opened.close())

  /** What an attacker with full access to the database can do, with its triggers switched off. */
  const tamper = async (...statements: readonly string[]) => {
    for (const statement of statements) await sql.raw(statement).execute(opened.database.kysely)
  }
  const columns = 'at, actor_id, actor_name, event, sequence, previous, hash'
  beforeEach(() =>
    tamper(
      'alter table journal disable trigger chain',
      'alter table access_journal disable trigger chain',
      'delete from plan_version',
      'delete from journal',
      'delete from access_journal',
      `insert into journal (administration_id, ${columns}) select administration_id, ${columns} from good_journal`,
      'insert into access_journal select * from good_access_journal',
    ),
  )

  async function verify(...args: string[]) {
    const said = { out: '', err: '' }
    const streams = {
      stdout: { write: (text: string) => (said.out += text) },
      stderr: { write: (text: string) => (said.err += text) },
    }
    const journal = journalCommands({
      terminal: openTerminal(streams),
      open: async () => ({ tenants, close: async () => undefined }),
    })
    const routes = buildRouteMap({ docs: { brief: 'prova' }, routes: { journal } })
    const code = await runCommands({ name: 'timone', version: '0' }, routes, ['journal', 'verify', ...args], streams)
    return { ...said, code }
  }

  const hashOf = async (sequence: number) =>
    (
      await opened.database.kysely
        .selectFrom('journal')
        .select('hash')
        .where('administration_id', '=', body)
        .where('sequence', '=', sequence)
        .executeTakeFirstOrThrow()
    ).hash

  /**
   * Computes every hash anew from a line on, as the database does. The chain is consistent again, but it is a different
   * one.
   */
  const recompute = (from: number) => `do $$
    declare line record; last text;
    begin
      for line in select * from journal where administration_id = ${body} order by sequence loop
        if line.sequence >= ${from} then
          update journal set previous = last, hash = journal_digest(line.administration_id, line.sequence, line.at,
            line.actor_id, line.actor_name, line.event, last)
            where administration_id = ${body} and sequence = line.sequence returning hash into last;
        else
          last := line.hash;
        end if;
      end loop;
    end $$`

  /** A version was frozen after the third line: it keeps that line's hash. */
  const anchorAtThree = async () =>
    tamper(
      `insert into plan (administration_id, triennium, edition_id) values (${body}, '2025-2027', 'prova') on conflict do nothing`,
      `insert into plan_version (administration_id, plan_id, number, triennium, edition_id, state, content, sha256, act_body,
         act_number, act_date, approved_at, approved_by, journal_hash)
       select ${body}, id, 1, '2025-2027', 'prova', 'approved', '{}', repeat('a', 64), 'Giunta', '1', '2026-02-01', now(), 'x',
         '${await hashOf(3)}' from plan where administration_id = ${body}`,
    )

  const line = (sequence: number) => `administration_id = ${body} and sequence = ${sequence}`

  it('says that untouched chains are whole, and what to keep of them', async () => {
    await anchorAtThree()
    const { code, out, err } = await verify()
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`Comune di vallechiara +4 +${await hashOf(4)}`))
    expect(out).toMatch(/Registro degli accessi +2 +[0-9a-f]{64}/)
    expect(out).toContain('Il registro è integro: 9 righe')
    expect((await verify('--body', 'vallechiara', '--head', await hashOf(2), '--head', await hashOf(4))).code).toBe(0)
  })

  it.each([
    ['a body that is not there', ['--body', 'nessuno'], 'Ente «nessuno»'],
    ['a hash that is none', ['--head', 'abc'], '64 cifre esadecimali'],
  ])('refuses %s', async (_, args, words) => {
    const { code, err } = await verify(...args)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })

  const two = () => line(2)
  it.each([
    [
      'a changed event',
      () => [`update journal set event = jsonb_set(event, '{after,status}', '"completed"') where ${two()}`],
      2,
      'cambiata',
    ],
    [
      'a number written otherwise',
      () => [`update journal set event = jsonb_set(event, '{revision}', '1.0') where ${two()}`],
      2,
      'cambiata',
    ],
    ['another name', () => [`update journal set actor_name = 'Altri' where ${two()}`], 2, 'cambiata'],
    ['another person', () => [`update journal set actor_id = 'person:altri' where ${two()}`], 2, 'cambiata'],
    [
      'a time a microsecond off',
      () => [`update journal set at = at + interval '1 microsecond' where ${two()}`],
      2,
      'cambiata',
    ],
    [
      'the same time of another era',
      () => [`update journal set at = (at::text || ' BC')::timestamptz where ${two()}`],
      2,
      'cambiata',
    ],
    ['no time at all', () => [`update journal set at = 'infinity' where ${two()}`], 2, 'cambiata'],
    [
      'a part of the name moved to the key',
      () => [`update journal set actor_id = actor_id || E'\\nUno', actor_name = 'Due' where ${line(4)}`],
      4,
      'cambiata',
    ],
    ['a removed line', () => [`delete from journal where ${two()}`], 2, 'manca'],
    ['a removed first line', () => [`delete from journal where ${line(1)}`], 1, 'manca'],
    [
      'a removed line, those after it moved up',
      () => [
        `delete from journal where ${two()}`,
        `update journal set sequence = sequence - 1 where administration_id = ${body} and sequence > 2`,
      ],
      2,
      'cambiata',
    ],
    [
      'swapped lines',
      () => [
        `update journal set sequence = 100 where ${two()}`,
        `update journal set sequence = 2 where ${line(3)}`,
        `update journal set sequence = 3 where ${line(100)}`,
      ],
      2,
      'cambiata',
    ],
    [
      'a changed line with a hash of its own',
      () => [
        `update journal set actor_name = 'Altri' where ${two()}`,
        `update journal set hash = journal_digest(administration_id, sequence, at, actor_id, actor_name, event, previous) where ${two()}`,
      ],
      3,
      'non è legata alla riga 2',
    ],
    [
      'an inserted line',
      () => [
        `update journal set sequence = sequence + 100 where administration_id = ${body} and sequence > 2`,
        `update journal set sequence = sequence - 99 where administration_id = ${body} and sequence > 100`,
        `insert into journal (administration_id, ${columns}) select administration_id, at, actor_id, actor_name, event, 3, hash,
           journal_digest(administration_id, 3, at, actor_id, actor_name, event, hash) from journal where ${two()}`,
      ],
      4,
      'cambiata',
    ],
  ])('finds %s', async (_, statements, sequence, words) => {
    await tamper(...statements())
    const { code, err } = await verify()
    expect(code).toBe(2)
    expect(err).toContain(`Comune di vallechiara, riga ${sequence}`)
    expect(err).toContain(words)
  })

  it('finds a line that was moved to another body', async () => {
    await tamper(`update journal set administration_id = ${body + 1} where ${line(4)}`)
    const { code, err } = await verify()
    expect(code).toBe(2)
    expect(err).toContain('Comune di roccaperta, riga 4')
  })

  it('finds a line that bears the number of another, where the table does not refuse it any more', async () => {
    const constraint = 'journal_administration_id_sequence_key'
    await tamper(
      `alter table journal drop constraint ${constraint}`,
      `insert into journal (administration_id, ${columns}) select administration_id, ${columns} from journal where ${line(4)}`,
    )
    const twice = await verify('--body', 'vallechiara')
    await tamper(
      `delete from journal where ${line(4)}`,
      `alter table journal add constraint ${constraint} unique (administration_id, sequence)`,
    )
    expect(twice.code).toBe(2)
    expect(twice.err).toContain('riga 4')
  })

  it('finds tampering of the access journal', async () => {
    await tamper(`update access_journal set event = '{"type": "signedOut"}' where sequence = 2`)
    const { code, err } = await verify()
    expect(code).toBe(2)
    expect(err).toContain('Registro degli accessi, riga 2')
  })

  it('finds a removed last line by a hash kept elsewhere, which alone can tell', async () => {
    const head = await hashOf(4)
    await tamper(`delete from journal where ${line(4)}`)
    expect((await verify()).code).toBe(0)
    const { code, err } = await verify('--head', head)
    expect(code).toBe(2)
    expect(err).toContain(head)
    expect(err).toContain('riscritta o troncata')
  })

  it('finds a chain that was made anew by what a frozen version keeps', async () => {
    await anchorAtThree()
    await tamper(`update journal set actor_name = 'Altri' where ${two()}`, recompute(2))
    const { code, err } = await verify()
    expect(code).toBe(2)
    expect(err).toContain('non ha più la riga annotata quando è stata approvata la versione 1 del piano 2025-2027')
  })

  it('finds lines taken away from the end, up to one that a frozen version keeps', async () => {
    await anchorAtThree()
    await tamper(`delete from journal where administration_id = ${body} and sequence >= 3`)
    expect((await verify('--body', 'vallechiara')).code).toBe(2)
  })

  it('finds a chain that was made anew after the last version by a hash kept elsewhere', async () => {
    await anchorAtThree()
    const head = await hashOf(4)
    await tamper(`update journal set actor_name = 'Altri' where ${line(4)}`, recompute(4))
    expect((await verify()).code).toBe(0)
    expect((await verify('--head', head)).code).toBe(2)
  })

  it('follows a chain longer than a page', async () => {
    await tamper('alter table journal enable trigger chain')
    await tenants.tenant(body).write(async (writer) => {
      for (let number = 0; number < 1100; number += 1) await record(writer, actor, partChanged, change('planned'))
    })
    expect((await verify()).out).toMatch(/Comune di vallechiara +1104/)
    await tamper(`update journal set actor_name = 'Altri' where ${line(1050)}`)
    expect((await verify()).err).toContain('riga 1050')
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { inject } from 'vitest'
import { z } from 'zod'
import { openEmbedded } from '../../src/platform/db/embedded.ts'
import { openForTest, type TestDatabase } from '../databases.ts'
import { createEmptyDatabase } from '../postgres-databases.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const Row = z.record(z.string(), z.unknown())
const FixtureSchema = z.object({
  tables: z.record(z.string(), z.array(Row)),
  documents: z.record(z.string(), z.object({ canonical: z.string(), csv: z.string(), html: z.string() })),
  controls: z.record(z.string(), z.array(z.string())),
})

/** What the earlier version left: its rows by table, the documents that it gave by triennium, the controls of its forms. */
export type Fixture = z.infer<typeof FixtureSchema>

export const fixture: Fixture = FixtureSchema.parse(
  JSON.parse(gunzipSync(readFileSync(here('database.json.gz'))).toString('utf8')),
)

/** What else that version could hold, written as it wrote it: what was said and typed of lists that are records now. */
const beside: Fixture['tables'] = {
  draft: [
    {
      ...fixture.tables.draft?.[0],
      subject: 'plan:2/measures',
      fields: {
        'measures-count': '3',
        'measures-0-measure': '1.4.1',
        'measures-0-title': 'Esperienza del cittadino',
        'measures-0-year': '2024',
        'measures-0-amount': '79.922,00',
        'measures-0-cup': 'Z91F22000000006',
        'measures-0-progress': 'Sito in linea.',
        'measures-0-certification': 'Asseverata',
        'measures-0-payment': 'Erogata',
        'measures-1-measure': '1.2',
        'measures-1-title': 'Passaggio al cloud',
        'measures-1-progress': 'Migrati due servizi.',
        'measures-2-measure': '1.3.1',
        'measures-2-title': 'Piattaforma dati',
      },
    },
  ],
  review_comment: ['measures', 'initiatives'].map((part, index) => ({
    ...fixture.tables.review_comment?.[1],
    id: 3 + index,
    part,
    markdown: `Di tutte: ${part}.`,
  })),
  part_revision: [0, 1].map((revision) => ({
    ...fixture.tables.part_revision?.[0],
    subject: 'plan:2/measures',
    revision,
    content: { measures: [{ measure: '1.2', title: `Passaggio al cloud ${revision}` }] },
  })),
}

/** How statements are run on an engine before Timone opens it. */
type Engine = {
  run(script: string): Promise<unknown>
  rows(statement: string, values: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]>
}

/** Opens the database of the earlier version, as it was, with the present code. */
export const earlierDatabases: readonly { readonly name: string; open(): Promise<TestDatabase> }[] = [
  { name: 'embedded', open: openEmbeddedEarlier },
  { name: 'server', open: openServerEarlier },
]

async function openEmbeddedEarlier(): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'timone-earlier-'))
  await makeEarlierDatabase(directory)
  return await openForTest({ directory })
}

/** Makes the embedded database of the earlier version in a data folder. */
export async function makeEarlierDatabase(dataFolder: string): Promise<void> {
  const pglite = await openEmbedded(join(dataFolder, 'database'))
  await load({
    run: (script) => pglite.exec(script),
    rows: async (statement, values) =>
      (await pglite.query<Readonly<Record<string, unknown>>>(statement, [...values])).rows,
  })
  await pglite.close()
}

async function openServerEarlier(): Promise<TestDatabase> {
  const url = await createEmptyDatabase(inject('postgresUrl'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await load({
    run: (script) => client.query(script),
    rows: async (statement, values) => (await client.query(statement, [...values])).rows,
  })
  await client.end()
  return await openForTest({ url })
}

/** The schema as the earlier version’s migrations made it, and its rows, with no trigger or reference in their way. */
async function load({ run, rows }: Engine): Promise<void> {
  const folder = here('../../src/platform/db/migrations/')
  const applied = (fixture.tables.migration ?? []).map(({ name }) => String(name))
  for (const name of readdirSync(folder).sort()) {
    if (applied.includes(name)) await run(readFileSync(join(folder, name), 'utf8'))
  }
  await run('create table migration (name text primary key, applied_at timestamptz not null default now())')
  await run('set session_replication_role = replica')
  for (const [table, known] of Object.entries(fixture.tables)) {
    const stored = [...known, ...(beside[table] ?? [])]
    const columns = Object.keys(stored[0] ?? {})
    if (columns.length === 0) continue
    const names = columns.map((column) => `"${column}"`).join(', ')
    await rows(
      `insert into "${table}" (${names}) overriding system value
       select ${names} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [JSON.stringify(stored)],
    )
  }
  await run('set session_replication_role = default')
  const counters = await rows(
    `select table_name, column_name from information_schema.columns where table_schema = $1 and is_identity = 'YES'`,
    ['public'],
  )
  for (const counter of counters) {
    const [table, column] = [String(counter.table_name), String(counter.column_name)]
    await run(`select setval(pg_get_serial_sequence('"${table}"', '${column}'),
      coalesce((select max("${column}") from "${table}"), 1))`)
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { AdministrationId } from '../../kernel/ids.ts'
import type { Tables } from '../../platform/db/tables.ts'
import type { NationalWriter, Reader } from '../../platform/db/tenants.ts'
import type { StoredEvent } from './event-kind.ts'
import type { JournalQuery, NumberedLine } from './model.ts'

/** Lines of a body's journal, newest first: those that pass every filter, up to the limit. One query. */
export async function findJournalLines(
  { db }: Reader,
  body: AdministrationId,
  query: JournalQuery,
): Promise<readonly NumberedLine[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['sequence', 'at', 'actor_id', 'actor_name', 'event', 'hash'])
    .where('administration_id', '=', body)
    .where((is) => is.and(conditions(is, query)))
    .orderBy('sequence', 'desc')
    .limit(query.limit)
    .execute()
  return rows.map(toLine)
}

/** Lines of the access journal, in the same way. */
export async function findAccessLines(
  { db }: Pick<NationalWriter, 'db'>,
  query: JournalQuery,
): Promise<readonly NumberedLine[]> {
  const rows = await db
    .selectFrom('access_journal')
    .select(['sequence', 'at', 'actor_id', 'actor_name', 'event', 'hash'])
    .where((is) => is.and(conditions(is, query)))
    .orderBy('sequence', 'desc')
    .limit(query.limit)
    .execute()
  return rows.map(toLine)
}

/** Who wrote lines of a body's journal: the key of each, and the name that they had last. */
export const readJournalActors = async ({ db }: Reader, body: AdministrationId): Promise<readonly JournalActor[]> =>
  toActors(
    await db
      .selectFrom((is) =>
        is
          .selectFrom('journal')
          .select(['actor_id', ({ fn }) => fn.max('sequence').as('sequence')])
          .where('administration_id', '=', body)
          .groupBy('actor_id')
          .as('last'),
      )
      .innerJoin('journal', 'journal.sequence', 'last.sequence')
      .select(['journal.actor_id', 'journal.actor_name'])
      .where('journal.administration_id', '=', body)
      .execute(),
  )

/** Who wrote lines of the access journal. */
export const readAccessActors = async ({ db }: Pick<NationalWriter, 'db'>): Promise<readonly JournalActor[]> =>
  toActors(
    await db
      .selectFrom('access_journal')
      .distinctOn('actor_id')
      .select(['actor_id', 'actor_name'])
      .orderBy('actor_id')
      .orderBy('sequence', 'desc')
      .execute(),
  )

/** A person or program that wrote lines of a journal. */
export type JournalActor = { readonly id: string; readonly name: string }

const toActors = (rows: readonly { readonly actor_id: string; readonly actor_name: string }[]) =>
  rows.map(({ actor_id, actor_name }) => ({ id: actor_id, name: actor_name }))

type Row = {
  readonly sequence: number
  readonly at: Date
  readonly actor_id: string
  readonly actor_name: string
  readonly event: object
  readonly hash: string
}

const toLine = ({ sequence, at, actor_id, actor_name, event, hash }: Row): NumberedLine => ({
  sequence,
  at,
  hash,
  actorId: actor_id,
  actor: actor_name,
  event: event as StoredEvent,
})

/** The filters that both journals share. */
function conditions(
  is: ExpressionBuilder<Tables, 'journal'> | ExpressionBuilder<Tables, 'access_journal'>,
  { types, actor, from, before, texts, part, key, saying, below }: JournalQuery,
) {
  const both = is as ExpressionBuilder<Tables, 'journal'>
  return [
    ...(types ? [both(sql<string>`event->>'type'`, 'in', types.length > 0 ? [...types] : [''])] : []),
    ...(actor !== undefined ? [both('actor_id', '=', actor)] : []),
    ...(from !== undefined ? [sql<SqlBool>`at >= ${from}::timestamptz`] : []),
    ...(before !== undefined ? [sql<SqlBool>`at < ${before}::timestamptz`] : []),
    ...(below !== undefined ? [both('sequence', '<', below)] : []),
    ...(part !== undefined ? [sql<SqlBool>`split_part(event->>'part', ':', 1) = ${part}`] : []),
    ...(key !== undefined ? [sql<SqlBool>`event->>'part' like ${`%:${literally(key)}`}`] : []),
    ...(saying !== undefined ? [sql<SqlBool>`event @> ${JSON.stringify(saying)}::jsonb`] : []),
    ...(texts ? [both.or(texts.map((text) => mentions(text)))] : []),
  ]
}

/** Any text of the event, at any depth, or the name of who did it. */
const mentions = (text: string) => sql<SqlBool>`(actor_name ilike ${`%${literally(text)}%`} or exists (
  select from jsonb_path_query(event, 'strict $.**') as value
  where jsonb_typeof(value) in ('string', 'number') and value #>> '{}' ilike ${`%${literally(text)}%`}
))`

/** Escapes the signs that have a meaning in SQL's `like`. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

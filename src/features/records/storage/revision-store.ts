// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/access.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { RecordOwner, Revision } from '../record-kind.ts'

/** The number of a record's last revision; 0 for what nobody changed since it came. */
export async function findRevisionNumber({ db }: Reader, owner: RecordOwner, subject: string): Promise<number> {
  const row = await db
    .selectFrom('part_revision')
    .select(({ fn }) => fn.max('revision').as('revision'))
    .where('administration_id', '=', owner.administration)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.revision ?? 0
}

/** The last revisions of all the records under a prefix (`plan:12/`), by subject. One query. */
export async function findRevisionNumbers(
  { db }: Reader,
  owner: Pick<RecordOwner, 'administration'>,
  prefix: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('part_revision')
    .select(['subject', ({ fn }) => fn.max('revision').as('revision')])
    .where('administration_id', '=', owner.administration)
    // Whatever the database's own order of letters and signs is.
    .where(sql<boolean>`starts_with(subject, ${prefix})`)
    .groupBy('subject')
    .execute()
  return new Map(rows.map(({ subject, revision }) => [subject, revision]))
}

/** One revision of a record; undefined when it was never written down. */
export async function findRevision<Content>(
  { db }: Reader,
  owner: RecordOwner,
  subject: string,
  number: number,
): Promise<Revision<Content> | undefined> {
  const row = await db
    .selectFrom('part_revision')
    .selectAll()
    .where('administration_id', '=', owner.administration)
    .where('subject', '=', subject)
    .where('revision', '=', number)
    .executeTakeFirst()
  return row && { number, content: (row.content as Content | null) ?? undefined, at: row.at, by: row.actor_name }
}

/** A record's revisions, newest first. */
export async function listRevisions<Content>(
  { db }: Reader,
  owner: RecordOwner,
  subject: string,
  limit: number,
): Promise<readonly Revision<Content>[]> {
  const rows = await db
    .selectFrom('part_revision')
    .selectAll()
    .where('administration_id', '=', owner.administration)
    .where('subject', '=', subject)
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ revision, content, at, actor_name }) => ({
    number: revision,
    content: (content as Content | null) ?? undefined,
    at,
    by: actor_name,
  }))
}

/** A change of a record: what it was, and what it is. */
export type RecordChange = {
  readonly subject: string
  readonly before: object | undefined
  readonly after: object | undefined
}

/** Writes down new revisions; what was there before the first change becomes revision 0. */
export async function appendRevisions(
  writer: Writer,
  changes: readonly (RecordChange & { readonly revision: number })[],
  actor: Actor,
): Promise<void> {
  if (changes.length === 0) return
  const by = { administration_id: writer.administration, actor_id: actor.id, actor_name: actor.name }
  const toJson = (content: object | undefined) => (content ? JSON.stringify(content) : null)
  await writer.db
    .insertInto('part_revision')
    .values(
      changes.flatMap(({ subject, before, after, revision }) => [
        ...(revision === 0 ? [{ ...by, subject, revision: 0, content: toJson(before) }] : []),
        { ...by, subject, revision: revision + 1, content: toJson(after) },
      ]),
    )
    .execute()
}

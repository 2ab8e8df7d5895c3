// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../kernel/access.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import type { RecordOwner } from '../record-kind.ts'

/** The last change of a part: its revision, who made it, when, and whether the part is there after it. */
export type LastRevision = {
  readonly number: number
  readonly at: Date
  readonly by: string
  readonly present: boolean
}

/** The last change of every part of a plan and of its body that anybody changed, by subject. One query. */
export async function listLastRevisions(
  { db }: Reader,
  { administration, id }: RecordOwner,
): Promise<ReadonlyMap<string, LastRevision>> {
  const rows = await db
    .selectFrom('part_revision')
    .distinctOn('subject')
    .select(['subject', 'revision', 'at', 'actor_name', (is) => is('content', 'is not', null).as('present')])
    .where('administration_id', '=', administration)
    .where((is) =>
      is.or([
        // A beginning, not a range: databases differ in the order of letters and signs.
        is('subject', 'like', `plan:${id}/%`),
        is('subject', 'like', 'body/%'),
      ]),
    )
    .orderBy('subject')
    .orderBy('revision', 'desc')
    .execute()
  return new Map(
    rows.map(({ subject, revision, at, actor_name, present }) => [
      subject,
      { number: revision, at, by: actor_name, present: Boolean(present) },
    ]),
  )
}

/** What parts that are not there any more said last, by subject. One query. */
export async function listLastContents(
  { db }: Reader,
  { administration }: RecordOwner,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, object>> {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('part_revision')
    .distinctOn('subject')
    .select(['subject', 'content'])
    .where('administration_id', '=', administration)
    .where('subject', 'in', [...subjects])
    .where('content', 'is not', null)
    .orderBy('subject')
    .orderBy('revision', 'desc')
    .execute()
  return new Map(rows.flatMap(({ subject, content }) => (content ? [[subject, content]] : [])))
}

/** The parts that somebody is typing and has not saved, by subject. One query. */
export async function listDraftSubjects(
  { db }: Reader,
  { administration, id }: RecordOwner,
  person: PersonId,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('draft')
    .select('subject')
    .where('administration_id', '=', administration)
    .where('person_id', '=', person)
    .where((is) => is.or([is('subject', 'like', `plan:${id}/%`), is('subject', 'like', 'body/%')]))
    .execute()
  return new Set(rows.map(({ subject }) => subject))
}

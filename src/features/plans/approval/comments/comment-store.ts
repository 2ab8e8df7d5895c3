// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely'
import type { Actor } from '../../../../kernel/access.ts'
import { withoutNulls } from '../../../../kernel/records.ts'
import type { Tables } from '../../../../platform/db/tables.ts'
import type { Reader, Writer } from '../../../../platform/db/tenants.ts'
import type { PlanRow } from '../../plan/index.ts'
import type { ReviewComment } from '../model.ts'

/** All that was said of a plan, oldest first. */
export async function readComments({ db }: Reader, plan: PlanRow): Promise<readonly ReviewComment[]> {
  const rows = await db
    .selectFrom('review_comment')
    .selectAll()
    .where('administration_id', '=', plan.administration)
    .where('plan_id', '=', plan.id)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** What was said of a plan and nobody dealt with yet, oldest first. */
export async function readOpenComments({ db }: Reader, plan: PlanRow): Promise<readonly ReviewComment[]> {
  const rows = await db
    .selectFrom('review_comment')
    .selectAll()
    .where('administration_id', '=', plan.administration)
    .where('plan_id', '=', plan.id)
    .where('resolved_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

const fromRow = (row: Selectable<Tables['review_comment']>): ReviewComment => ({
  id: row.id,
  version: row.version,
  markdown: row.markdown,
  at: row.at,
  ...withoutNulls({ part: row.part, field: row.field }),
  author: { id: row.author_id as Actor['id'], name: row.author_name },
  ...(row.resolved_at && { resolved: { at: row.resolved_at, by: row.resolved_by ?? '' } }),
})

/** Stores a comment and answers its key. */
export async function insertComment(
  { db, administration }: Writer,
  plan: PlanRow,
  { part, field, markdown, author, at }: Omit<ReviewComment, 'id' | 'version' | 'resolved'>,
): Promise<number> {
  const { id } = await db
    .insertInto('review_comment')
    .values({
      administration_id: administration,
      plan_id: plan.id,
      version: plan.version,
      part: part ?? null,
      field: field ?? null,
      markdown,
      author_id: author.id,
      author_name: author.name,
      at,
      resolved_at: null,
      resolved_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Says that a comment was dealt with. */
export async function markResolved(
  { db, administration }: Writer,
  plan: PlanRow,
  id: number,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await db
    .updateTable('review_comment')
    .set({ resolved_at: at, resolved_by: by })
    .where('administration_id', '=', administration)
    .where('plan_id', '=', plan.id)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .execute()
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely'
import type { ActionLineCode } from '../../../../kernel/ids.ts'
import type { Reader } from '../../../../platform/db/tenants.ts'
import type { PlanRow } from '../../plan/index.ts'
import type { Phrase } from '../model.ts'

/** Texts to begin from: activities of an earlier plan, by code, then the body’s phrases, by title. */
export type StoredTexts = {
  readonly activities: readonly { readonly code: ActionLineCode; readonly activity: string }[]
  readonly phrases: readonly Phrase[]
}

/** What an earlier plan says that the body does about some lines, and the body’s phrases. One query. */
export async function listStoredTexts(
  { db }: Reader,
  { administration }: Pick<PlanRow, 'administration'>,
  former: PlanRow | undefined,
  codes: readonly ActionLineCode[],
): Promise<StoredTexts> {
  const rows = await db
    .selectFrom('phrase')
    .select(['id', 'title', 'markdown'])
    .where('administration_id', '=', administration)
    .unionAll(
      db
        .selectFrom('entry')
        .select([sql<number>`0`.as('id'), 'code as title', sql<string>`coalesce(activity, '')`.as('markdown')])
        .where('administration_id', '=', administration)
        .where('plan_id', '=', former?.id ?? (0 as PlanRow['id']))
        .where('code', 'in', [...codes])
        .where('activity', 'is not', null),
    )
    .orderBy('title')
    .orderBy('id')
    .execute()
  return {
    activities: rows
      .filter(({ id, markdown }) => id === 0 && markdown !== '')
      .map(({ title, markdown }) => ({ code: title, activity: markdown })),
    phrases: rows.filter(({ id }) => id !== 0),
  }
}

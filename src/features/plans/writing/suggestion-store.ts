// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../platform/db/tenants.ts'
import type { PlanRow } from '../plan/store.ts'

/** What a plan says that the body does about some lines, in the order of their codes; one query. */
export async function readActivities(
  { db }: Reader,
  { administration, id }: PlanRow,
  codes: readonly string[],
): Promise<readonly { readonly code: string; readonly activity: string }[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['code', 'activity'])
    .where('administration_id', '=', administration)
    .where('plan_id', '=', id)
    .where('code', 'in', [...codes])
    .where('activity', 'is not', null)
    .orderBy('code')
    .execute()
  return rows.flatMap(({ code, activity }) => (activity ? [{ code, activity }] : []))
}

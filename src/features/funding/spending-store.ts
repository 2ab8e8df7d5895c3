// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId, PlanId } from '../../kernel/ids.ts'
import { withoutNulls } from '../../kernel/records.ts'
import type { Reader, Writer } from '../../platform/db/tenants.ts'
import type { Spending } from './spending-fields.ts'

/** Replaces the ICT spending of a plan. */
export async function replaceSpending(
  { db, administration }: Writer,
  planId: PlanId,
  spending: readonly Spending[],
): Promise<void> {
  await db
    .deleteFrom('spending')
    .where('administration_id', '=', administration)
    .where('plan_id', '=', planId)
    .execute()
  const key = (position: number) => ({ administration_id: administration, plan_id: planId, position })
  if (spending.length > 0) {
    await db
      .insertInto('spending')
      .values(
        spending.map(({ year, kind, amount, source, note }, position) => ({
          ...key(position),
          year,
          kind,
          amount,
          source: source ?? null,
          note: note ?? null,
        })),
      )
      .execute()
  }
}

/** ICT spending of a plan, in its order. */
export async function readSpending({ db }: Reader, id: AdministrationId, planId: PlanId): Promise<readonly Spending[]> {
  const rows = await db
    .selectFrom('spending')
    .select(['year', 'kind', 'amount', 'source', 'note'])
    .where('administration_id', '=', id)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...withoutNulls(row), kind: row.kind as Spending['kind'] }))
}

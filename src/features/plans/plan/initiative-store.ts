// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely'
import { withoutNulls } from '../../../kernel/records.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { Initiative, Status } from './model.ts'
import type { PlanRow } from './store.ts'

/** An initiative with its number in the plan: it stays the same when others come and go. */
export type NumberedInitiative = { readonly number: number; readonly initiative: Initiative }

/** The initiatives of a plan in their order. */
export async function readInitiatives(reader: Reader, row: PlanRow): Promise<readonly NumberedInitiative[]> {
  const rows = await reader.db
    .selectFrom('initiative')
    .selectAll()
    .where('administration_id', '=', row.administration)
    .where('plan_id', '=', row.id)
    .orderBy('position')
    .execute()
  return rows.map((item) => ({ number: item.position, initiative: fromRow(item) }))
}

function fromRow(row: Selectable<Tables['initiative']>): Initiative {
  const { title, expected_results, status, description, office, responsible, planned, resources, steps, lines } = row
  return {
    title,
    ...withoutNulls({ description, office, responsible, planned, resources, steps, lines }),
    ...withoutNulls({ expectedResults: expected_results, status: status as Status | null }),
  }
}

const columns = (initiative: Initiative) => ({
  title: initiative.title,
  description: initiative.description ?? null,
  office: initiative.office ?? null,
  responsible: initiative.responsible ?? null,
  planned: initiative.planned ?? null,
  resources: initiative.resources ?? null,
  steps: initiative.steps ?? null,
  expected_results: initiative.expectedResults ?? null,
  lines: initiative.lines ?? null,
  status: initiative.status ?? null,
})

/** Writes many initiatives of a plan that has none, numbered from 0. */
export async function insertInitiatives(
  { db, administration }: Writer,
  { id }: PlanRow,
  initiatives: readonly Initiative[],
): Promise<void> {
  if (initiatives.length === 0) return
  await db
    .insertInto('initiative')
    .values(
      initiatives.map((initiative, position) => ({
        administration_id: administration,
        plan_id: id,
        position,
        ...columns(initiative),
      })),
    )
    .execute()
}

/** Writes one initiative in place of the one of that number, if any; undefined takes it away. */
export async function writeInitiative(
  { db, administration }: Writer,
  { id }: PlanRow,
  number: number,
  initiative: Initiative | undefined,
): Promise<void> {
  if (!initiative) {
    await db
      .deleteFrom('initiative')
      .where('administration_id', '=', administration)
      .where('plan_id', '=', id)
      .where('position', '=', number)
      .execute()
    return
  }
  const values = columns(initiative)
  await db
    .insertInto('initiative')
    .values({ administration_id: administration, plan_id: id, position: number, ...values })
    .onConflict((conflict) => conflict.columns(['administration_id', 'plan_id', 'position']).doUpdateSet(values))
    .execute()
}

/** Takes away all the initiatives of a plan. */
export async function deleteInitiatives({ db, administration }: Writer, { id }: PlanRow): Promise<void> {
  await db.deleteFrom('initiative').where('administration_id', '=', administration).where('plan_id', '=', id).execute()
}

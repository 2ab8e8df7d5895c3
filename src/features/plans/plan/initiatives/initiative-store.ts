// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader, Writer } from '../../../../platform/db/tenants.ts'
import { fromColumns, toColumns } from '../../../records/index.ts'
import type { PlanRow } from '../store.ts'
import { type Initiative, initiativeFields } from './initiative-fields.ts'

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
  return rows.map((item) => ({ number: item.position, initiative: fromColumns(initiativeFields, item) }))
}

/** The numbers of a plan’s initiatives. */
export const listInitiativeNumbers = async (reader: Reader, row: PlanRow): Promise<readonly number[]> =>
  (await readInitiatives(reader, row)).map(({ number }) => number)

/** One initiative of a plan, by its number; undefined when there is none. */
export async function findInitiative(reader: Reader, row: PlanRow, number: number): Promise<Initiative | undefined> {
  const found = await reader.db
    .selectFrom('initiative')
    .selectAll()
    .where('administration_id', '=', row.administration)
    .where('plan_id', '=', row.id)
    .where('position', '=', number)
    .executeTakeFirst()
  return found && fromColumns(initiativeFields, found)
}

const columns = (initiative: Initiative) => ({ ...toColumns(initiativeFields, initiative), title: initiative.title })

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

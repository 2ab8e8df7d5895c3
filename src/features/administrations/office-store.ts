// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId } from '../../kernel/ids.ts'
import { withoutNulls } from '../../kernel/records.ts'
import type { Reader, Writer } from '../../platform/db/tenants.ts'
import type { Office, Role } from './model.ts'

/** The offices of one body, in their order. */
export async function readOffices({ db }: Reader, id: AdministrationId): Promise<readonly Office[]> {
  const rows = await db
    .selectFrom('office')
    .select(['name', 'description'])
    .where('administration_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(withoutNulls)
}

/** The roles of one body, in their order. */
export async function readRoles({ db }: Reader, id: AdministrationId): Promise<readonly Role[]> {
  const rows = await db
    .selectFrom('administration_role')
    .selectAll()
    .where('administration_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(({ role, holder, act_body, act_number, act_date }) => ({
    role,
    holder,
    ...(act_body && act_number && act_date ? { act: { body: act_body, number: act_number, date: act_date } } : {}),
  }))
}

/** Replaces the offices of the writer's body, in the given order. */
export async function replaceOffices({ db, administration }: Writer, offices: readonly Office[]): Promise<void> {
  await db.deleteFrom('office').where('administration_id', '=', administration).execute()
  if (offices.length === 0) return
  await db
    .insertInto('office')
    .values(
      offices.map(({ name, description }, position) => ({
        administration_id: administration,
        position,
        name,
        description: description ?? null,
      })),
    )
    .execute()
}

/** Replaces the roles of the writer's body, in the given order. */
export async function replaceRoles({ db, administration }: Writer, roles: readonly Role[]): Promise<void> {
  await db.deleteFrom('administration_role').where('administration_id', '=', administration).execute()
  if (roles.length === 0) return
  await db
    .insertInto('administration_role')
    .values(
      roles.map(({ role, holder, act }, position) => ({
        administration_id: administration,
        position,
        role,
        holder,
        act_body: act?.body ?? null,
        act_number: act?.number ?? null,
        act_date: act?.date ?? null,
      })),
    )
    .execute()
}

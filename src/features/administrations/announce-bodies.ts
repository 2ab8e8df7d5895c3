// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId } from '../../kernel/ids.ts'
import type { Tenants } from '../../platform/db/tenants.ts'

/** Tells every process that pages about these bodies do not hold any more: registering changes no row of theirs. */
export async function announceBodies(tenants: Tenants, ids: readonly AdministrationId[]): Promise<void> {
  for (const id of ids) await tenants.tenant(id).write(async () => undefined)
}

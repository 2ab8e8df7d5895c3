// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId } from '../../../kernel/ids.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'

/**
 * Tells every process that cached pages about these bodies are out of date. It is needed where no row of these bodies
 * changes.
 */
export async function announceBodies(tenants: Tenants, ids: readonly AdministrationId[]): Promise<void> {
  for (const id of ids) await tenants.tenant(id).write(async () => undefined)
}

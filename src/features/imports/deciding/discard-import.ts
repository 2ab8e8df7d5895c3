// SPDX-License-Identifier: AGPL-3.0-or-later

import { updateImport } from '../stored/import-store.ts'
import { claimImport, findTenant, type ImportAddress } from '../stored/located-import.ts'
import type { DecisionDependencies } from './accept-proposals.ts'

/**
 * Discards an import and its open proposals, and removes its file. Accepted proposals stay in the plan.
 * @throws {TimoneError} `not-found` or `not-now`.
 */
export async function discardImport({ tenants, clock }: DecisionDependencies, address: ImportAddress): Promise<void> {
  const tenant = await findTenant(tenants, address.slug)
  await tenant.write(async (writer) => {
    await claimImport(writer, address, 'discard', clock.now())
    await updateImport(writer, address.id, { state: 'discarded', bytes: null })
  })
}

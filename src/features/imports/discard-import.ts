// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DecisionDependencies } from './accept-proposals.ts'
import { updateImport } from './import-store.ts'
import { claimImport, findTenant, type ImportAddress } from './located-import.ts'

/**
 * Puts an import away with all that is still open in it; its file is not kept any longer. What was accepted stays.
 * @throws {TimoneError} `not-found` or `not-now`.
 */
export async function discardImport({ tenants, clock }: DecisionDependencies, address: ImportAddress): Promise<void> {
  const tenant = await findTenant(tenants, address.slug)
  await tenant.write(async (writer) => {
    await claimImport(writer, address, 'discard', clock.now())
    await updateImport(writer, address.id, { state: 'discarded', bytes: null })
  })
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tenants } from '../../../platform/db/tenants.ts'
import type { Catalogue } from './catalogue.ts'
import { insertEditionKeys } from './key-store.ts'

/**
 * Registers every edition of the catalogue in the database, so that the database can refuse entries on lines that do
 * not exist.
 */
export const registerEditions = (tenants: Tenants, catalogue: Catalogue): Promise<void> =>
  tenants.writeNational(async (writer) => {
    for (const id of catalogue.ids()) await insertEditionKeys(writer, catalogue.edition(id))
  })

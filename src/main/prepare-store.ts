// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Catalogue, registerEditions } from '../features/catalogue/index.ts'
import { followDeclarations } from '../features/search/index.ts'
import type { Tenants } from '../platform/db/tenants.ts'
import { recordKinds } from './record-kinds.ts'

/** Brings the database in step with what the program knows: the editions of the catalogue, which fields are searched. */
export async function prepareStore(tenants: Tenants, catalogue: Catalogue): Promise<void> {
  await registerEditions(tenants, catalogue)
  await followDeclarations(tenants, recordKinds)
}

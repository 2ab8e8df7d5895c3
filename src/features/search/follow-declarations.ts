// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tenants } from '../../platform/db/tenants.ts'
import { readAdministrations } from '../administrations/index.ts'
import type { RecordKinds } from '../plans/index.ts'
import { declareSearchedFields, indexAgain, markFollowed } from './searched-field-store.ts'

/**
 * Makes the search follow what the fields say of themselves. Where that changed since the last start, all that bodies
 * have written and published is indexed again, body by body; if that is interrupted, the next start does it.
 */
export async function followDeclarations(
  tenants: Tenants,
  kinds: readonly Pick<RecordKinds[number], 'name' | 'searched' | 'found'>[],
): Promise<void> {
  const fields = kinds
    .filter(({ found }) => found)
    .flatMap(({ name: kind, searched }) => searched.map((field) => ({ kind, ...field })))
  const changed = await tenants.writeNational((writer) => declareSearchedFields(writer, fields))
  if (!changed) return
  for (const { id } of await tenants.readMany([], readAdministrations)) await tenants.tenant(id).write(indexAgain)
  await tenants.writeNational(markFollowed)
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PersonId, Viewer } from '../../../kernel/access.ts'
import { demand } from '../../../kernel/permission.ts'
import { identityActions } from '../../identity/index.ts'
import { isLasting, lastAdministrator } from '../rules.ts'
import type { AccountServices } from './accounts.ts'
import type { RoleDependencies } from './grant-role.ts'
import { readGrants } from './grant-store.ts'

/**
 * Keeps a person out: their sessions end, and the roles they delegated stop counting. Their own roles stay, for the day
 * they are let in again.
 * @throws {TimoneError} `forbidden`, `not-now` for the last administrator of the platform.
 */
export async function keepOut(
  { accounts, tenants, clock }: RoleDependencies & { readonly accounts: Pick<AccountServices, 'disablePerson'> },
  person: PersonId,
  viewer: Viewer,
): Promise<void> {
  demand(viewer, identityActions.managePlatform)
  const today = clock.today()
  const { grants } = await tenants.readAccess((source) => readGrants(source, today))
  const lasting = grants.filter((grant) => isLasting(grant, today))
  if (lasting.length > 0 && lasting.every((grant) => grant.person === person)) throw lastAdministrator()
  await accounts.disablePerson(person, viewer)
}

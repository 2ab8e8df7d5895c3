// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Site } from '../../ui/page/site.ts'
import type { DelegationLink } from './menu.ts'
import type { AccountServices } from './people/accounts.ts'
import type { RoleDependencies } from './people/grant-role.ts'
import type { OrganisationReader } from './read-organisation.ts'
import type { Registry } from './registration/registry/open-registry.ts'

/** What the pages about registration, associations, people and roles need. */
export type OrganisationDependencies = RoleDependencies & {
  readonly organisation: OrganisationReader
  readonly accounts: AccountServices
  readonly registry: Pick<Registry, 'all' | 'bodies' | 'find'>
  readonly site: Site
  readonly delegationLinks: readonly DelegationLink[]
}

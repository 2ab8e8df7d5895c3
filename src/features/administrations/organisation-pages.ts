// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Route } from '../../platform/http/route.ts'
import { accountPages } from './account-pages.tsx'
import { associationPages } from './association-pages.tsx'
import { delegationPages } from './delegation-pages.tsx'
import type { OrganisationDependencies } from './organisation-dependencies.ts'
import { peoplePages } from './people-pages.tsx'
import { registrationPages } from './registration-pages.tsx'

/** The pages that set up who works where: registration, associations, people, roles, delegations. */
export const organisationPages = (dependencies: OrganisationDependencies): readonly Route[] =>
  [registrationPages, associationPages, peoplePages, accountPages, delegationPages].flatMap((pages) =>
    pages(dependencies),
  )

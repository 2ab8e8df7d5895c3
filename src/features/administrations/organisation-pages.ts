// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Route } from '../../platform/http/route.ts'
import { associationPages } from './associations/association-pages.tsx'
import type { OrganisationDependencies } from './organisation-dependencies.ts'
import { accountPages } from './people/account-pages.tsx'
import { delegationPages } from './people/delegation-pages.tsx'
import { peoplePages } from './people/people-pages.tsx'
import { registrationPages } from './registration/registration-pages.tsx'
import { removalPages } from './registration/removal/removal-pages.tsx'

/** The pages that set up who works where: registration, associations, people, roles, delegations. */
export const organisationPages = (dependencies: OrganisationDependencies): readonly Route[] =>
  [registrationPages, removalPages, associationPages, peoplePages, accountPages, delegationPages].flatMap((pages) =>
    pages(dependencies),
  )

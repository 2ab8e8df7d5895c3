// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Route } from '../../platform/http/route.ts'
import type { Site } from '../../ui/page/site.ts'
import { accountPages } from './account/account-pages.tsx'
import { recoveryPages } from './links/recovery-pages.tsx'
import type { Identity } from './open-identity.ts'
import { accessPages } from './sign-in/access-pages.tsx'
import { providerPages } from './sign-in/provider-pages.tsx'

/** What the pages of sign-in need. */
export type IdentityPageDependencies = { readonly identity: Identity; readonly site: Site }

/** The pages to sign in, sign out and look after one's own access. */
export const identityPages = (dependencies: IdentityPageDependencies): readonly Route[] => [
  ...accessPages(dependencies),
  ...recoveryPages(dependencies),
  ...(dependencies.identity.providerName === undefined ? [] : providerPages(dependencies)),
  ...accountPages(dependencies),
]

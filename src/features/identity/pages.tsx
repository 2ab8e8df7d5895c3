// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Route } from '../../platform/http/route.ts'
import type { Site } from '../../ui/site.ts'
import { accessPages } from './access-pages.tsx'
import { accountPages } from './account-pages.tsx'
import type { Identity } from './open-identity.ts'
import { providerPages } from './provider-pages.tsx'
import { recoveryPages } from './recovery-pages.tsx'

/** What the pages of sign-in need. */
export type IdentityPageDependencies = { readonly identity: Identity; readonly site: Site }

/** The pages to sign in, sign out and look after one's own access. */
export const identityPages = (dependencies: IdentityPageDependencies): readonly Route[] => [
  ...accessPages(dependencies),
  ...recoveryPages(dependencies),
  ...(dependencies.identity.providerName === undefined ? [] : providerPages(dependencies)),
  ...accountPages(dependencies),
]

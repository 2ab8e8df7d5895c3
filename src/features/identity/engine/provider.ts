// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ProviderConfig } from '../../../platform/config/sign-in.ts'

/** What the engine calls the provider, and our table too. */
export const providerId = 'oidc'

/** What the provider said in the request under way, for the journal: the engine's refusals do not repeat it. */
export const providerSaid = new AsyncLocalStorage<{ email?: string }>()

/** Whom the provider says this is: the address that a person was invited under, and whether it vouches for it. */
export function claimedIdentity(
  { claim }: Pick<ProviderConfig, 'claim'>,
  profile: Readonly<Record<string, unknown>>,
): { email: string | undefined; emailVerified: boolean } {
  const claimed = profile[claim ?? 'email']
  if (typeof claimed !== 'string') return { email: undefined, emailVerified: false }
  const email = claimed.trim().toLowerCase()
  const said = providerSaid.getStore()
  if (said) said.email = email
  const verified = profile.email_verified ?? profile.emailVerified
  return { email, emailVerified: claim !== undefined || verified === true || verified === 'true' }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ProviderConfig } from '../../../platform/config/sign-in.ts'

/** The provider's id for the engine and in our table. */
export const providerId = 'oidc'

/** What the provider said during this request, for the journal: the engine's refusals do not repeat it. */
export const providerSaid = new AsyncLocalStorage<{ email?: string }>()

/**
 * The person according to the provider: the email address they were invited under, and whether the provider vouches for
 * it.
 */
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

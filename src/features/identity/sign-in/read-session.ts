// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseCookies } from 'better-auth/cookies'
import type { PersonId } from '../../../kernel/access.ts'
import { identityPaths } from '../addresses.ts'
import type { IdentityDependencies } from '../dependencies.ts'
import { limits, type SignedIn } from '../model.ts'
import { endSessions, touchSession } from './session-store.ts'

/**
 * The person who signed in, according to the cookie of a request. Undefined for nobody, and for a session that ended,
 * was revoked or was unused for too long. This runs at every request, so the answer is remembered for a few seconds, or
 * until something changes.
 */
export async function readSession(
  { engine, accounts, clock, memory }: Pick<IdentityDependencies, 'engine' | 'accounts' | 'clock' | 'memory'>,
  headers: Headers,
): Promise<SignedIn | undefined> {
  const sent = headers.get('cookie')
  if (sent === null) return undefined
  const { authCookies } = await engine.$context
  const cookie = parseCookies(sent).get(authCookies.sessionToken.name)
  if (cookie === undefined) return undefined
  const now = clock.now()
  return memory.recall(cookie, now.getTime(), async () => {
    const found = await engine.api.getSession({
      headers: new Headers({ cookie: sent }),
      query: { disableRefresh: true },
    })
    if (!found) return undefined
    const { session, user } = found
    const person = { id: user.id as PersonId, name: user.name, email: user.email }
    const unused = now.getTime() - session.updatedAt.getTime()
    if (session.expiresAt <= now || unused >= limits.idleSession) {
      await accounts.write((writer) => endSessions(writer, person.id, { only: session.id }))
      return undefined
    }
    if (unused >= limits.seenEvery) await accounts.write((writer) => touchSession(writer, session.id, now))
    const owesSecondFactor = user.secondFactorDemanded && !user.twoFactorEnabled && session.method === 'password'
    return {
      person,
      sessionId: session.id,
      ...(owesSecondFactor && { detour: identityPaths.ownSecondFactor({}) }),
    }
  })
}

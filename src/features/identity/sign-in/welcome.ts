// SPDX-License-Identifier: AGPL-3.0-or-later

import { recordAccess } from '../../audit/index.ts'
import { actorOf, type IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import { spendInvitation } from '../links/link-store.ts'
import { type Account, notePresence } from '../people/person-store.ts'
import { sweepEnded } from './session-store.ts'
import { forgive } from './throttle.ts'

/**
 * What follows when a person has signed in: a journal line, the end of a pending invitation, failures forgotten,
 * expired sessions and steps deleted.
 */
export async function welcome(
  dependencies: IdentityDependencies,
  person: Account,
  how: {
    readonly method: 'password' | 'provider'
    readonly secondFactor?: 'code' | 'backupCode'
    readonly from: string
  },
): Promise<void> {
  const { accounts, clock } = dependencies
  const now = clock.now()
  const { id, email } = person
  await accounts.write(async (writer) => {
    await notePresence(writer, id, now)
    if (!person.joined) {
      await spendInvitation(writer, id, now)
      await recordAccess(writer, actorOf(person), identityEvents.invitationAccepted, { email, by: how.method })
    }
    await sweepEnded(writer, now)
    await recordAccess(writer, actorOf(person), identityEvents.signedIn, { email, ...how })
  })
  await forgive(dependencies, email)
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Client } from '../../../kernel/access.ts'
import { recordAccess } from '../../audit/index.ts'
import { actorOf, type IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import { spendInvitation } from '../links/link-store.ts'
import { type Account, notePresence } from '../people/person-store.ts'
import { knownDevice, rememberDevice } from './known-device.ts'
import { sweepEnded } from './session-store.ts'
import { forAccount, forgive } from './throttle.ts'

/**
 * What follows when a person has signed in: a journal line, the end of a pending invitation, failures forgotten,
 * expired sessions and steps deleted.
 * @returns the cookies by which the device is known from now on.
 */
export async function welcome(
  dependencies: IdentityDependencies,
  person: Account,
  client: Client,
  how: {
    readonly method: 'password' | 'provider'
    readonly secondFactor?: 'code' | 'backupCode'
  },
): Promise<readonly string[]> {
  const { accounts, clock } = dependencies
  const now = clock.now()
  const { id, email } = person
  const { address: from } = client
  await accounts.write(async (writer) => {
    await notePresence(writer, id, now)
    if (!person.joined) {
      await spendInvitation(writer, id, now)
      await recordAccess(writer, actorOf(person), identityEvents.invitationAccepted, { email, by: how.method })
    }
    await sweepEnded(writer, now)
    await recordAccess(writer, actorOf(person), identityEvents.signedIn, { email, ...how, from })
  })
  const device = await knownDevice(dependencies, client, email)
  await forgive(dependencies, [
    ...forAccount(email, from, undefined),
    ...forAccount(email, from, device),
    ...(how.secondFactor ? [['code', id] as const] : []),
  ])
  return await rememberDevice(dependencies, person, device)
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { invalidInput } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import { actorOf, type IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import { passwordChangedLetter } from '../links/letters.ts'
import type { SignedIn } from '../model.ts'
import { setPassword } from '../people/credential-store.ts'
import { checkPassword } from '../sign-in/check-password.ts'
import { rememberDevice } from '../sign-in/known-device.ts'
import { endSessions } from '../sign-in/session-store.ts'
import { demandOwnPassword } from './own-password.ts'

/**
 * Changes a person's own password, and ends their other sessions. Other devices are no longer known.
 * @param from the network address that it comes from
 * @returns the cookies by which this device stays known.
 * @throws {TimoneError} `invalid-input`, `too-many-attempts`, `not-now`.
 */
export async function changePassword(
  dependencies: IdentityDependencies,
  own: SignedIn,
  input: { readonly current: string; readonly password: string },
  from: string,
): Promise<readonly string[]> {
  const { accounts, clock, mail, passwords } = dependencies
  const { person, sessionId } = own
  await demandOwnPassword(dependencies, own, input.current, 'attuale', from)
  const fault = await checkPassword(dependencies, input.password, person, 'password')
  if (fault) throw invalidInput('La nuova password non va bene.', [fault])
  const hash = await passwords.hash(input.password)
  await accounts.write(async (writer) => {
    await setPassword(writer, person.id, hash, clock.now())
    await endSessions(writer, person.id, { except: sessionId })
    await recordAccess(writer, actorOf(person), identityEvents.passwordChanged, {})
  })
  void mail.send(passwordChangedLetter(person))
  return await rememberDevice(dependencies, person)
}

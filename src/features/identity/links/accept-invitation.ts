// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Client } from '../../../kernel/access.ts'
import { invalidInput, linkExpired } from '../../../kernel/errors.ts'
import type { IdentityDependencies } from '../dependencies.ts'
import { setPassword } from '../people/credential-store.ts'
import { type Account, findPerson } from '../people/person-store.ts'
import { checkPassword } from '../sign-in/check-password.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { spendLink } from './link-store.ts'
import { demandLink, hashToken, overtaken } from './one-time-links.ts'

/**
 * Whose invitation a token is.
 * @throws {TimoneError} `link-expired`.
 */
export async function readInvitation(
  dependencies: Pick<IdentityDependencies, 'accounts' | 'clock' | 'settings'>,
  token: string,
  client: Client,
): Promise<Account> {
  const { person: id } = await demandLink(dependencies, 'invitation', token, client.address)
  const person = await dependencies.accounts.read((reader) => findPerson(reader, id ?? ''))
  if (person && !person.disabled) return person
  throw linkExpired('l’accesso è stato tolto', 'rivolgersi a chi ti ha invitato')
}

/**
 * Takes an invitation up: the person chooses a password and is in.
 * @returns the cookies of the session.
 * @throws {TimoneError} `link-expired`, `invalid-input` for a password that will not do.
 */
export async function acceptInvitation(
  dependencies: IdentityDependencies,
  token: string,
  input: { readonly password: string },
  client: Client,
): Promise<readonly string[]> {
  const person = await readInvitation(dependencies, token, client)
  const fault = await checkPassword(dependencies, input.password, person, 'password')
  if (fault) throw invalidInput('La password non va bene.', [fault])
  const { accounts, clock, passwords } = dependencies
  // One turn for both: nobody is left outside with a link that is spent.
  return await passwords.inTurn('known', async () => {
    const hash = await passwords.hash(input.password)
    await accounts.write(async (writer) => {
      const now = clock.now()
      if (!(await spendLink(writer, hashToken(token), now))) throw overtaken('invitation')
      await setPassword(writer, person.id, hash, now)
    })
    const { cookies } = await signIn(dependencies, client, { email: person.email, password: input.password })
    return cookies
  })
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { randomUUID } from 'node:crypto'
import type { Actor, Client, PersonId } from '../../../kernel/access.ts'
import { invalidInput } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import { identityPaths } from '../addresses.ts'
import { actorOf, type IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import { spendLink } from '../links/link-store.ts'
import { demandLink, hashToken, makeLink, overtaken } from '../links/one-time-links.ts'
import { isEmail, normalEmail, normalName, personNameFault } from '../rules.ts'
import { checkPassword } from '../sign-in/check-password.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { setPassword } from './credential-store.ts'
import { insertPerson } from './person-store.ts'

const start: Actor = { id: 'program:start', name: 'Timone (avvio)' }

/** Makes the link by which the person who starts Timone becomes its first administrator. @returns its path */
export async function firstAdministratorLink({
  accounts,
  clock,
}: Pick<IdentityDependencies, 'accounts' | 'clock'>): Promise<string> {
  const token = await accounts.write((writer) => makeLink(writer, 'firstAdministrator', null, start, clock.now()))
  return identityPaths.firstAccess({ token })
}

/**
 * Makes the account of the first administrator and signs them in.
 * @returns the cookies of the session.
 * @throws {TimoneError} `link-expired`, `invalid-input`; what the port throws when an administrator exists already.
 */
export async function registerFirstAdministrator(
  dependencies: IdentityDependencies,
  token: string,
  input: { readonly name: string; readonly email: string; readonly password: string },
  client: Client,
): Promise<readonly string[]> {
  const { accounts, clock, settings, passwords } = dependencies
  await demandLink(dependencies, 'firstAdministrator', token, client.address)
  const email = normalEmail(input.email)
  const person = { id: randomUUID().replaceAll('-', '') as PersonId, name: normalName(input.name), email }
  const weak = await checkPassword(dependencies, input.password, person, 'password')
  const problems = [
    ...personNameFault(person.name, 'nome'),
    ...(isEmail(email) ? [] : [{ place: 'email', message: 'non è un indirizzo di posta', remedy: 'nome@ente.it' }]),
    ...(weak ? [weak] : []),
  ]
  if (problems.length > 0) throw invalidInput('Il modulo contiene valori da correggere.', problems)
  // One turn for both: nobody is left outside with a link that is spent.
  return await passwords.inTurn('known', async () => {
    const hash = await passwords.hash(input.password)
    await accounts.write(async (writer) => {
      const now = clock.now()
      if (!(await spendLink(writer, hashToken(token), now))) throw overtaken('firstAdministrator')
      if (!(await insertPerson(writer, person, now))) {
        const remedy = 'usarne un altro, o entrare con quell’accesso'
        throw invalidInput('Indirizzo già usato.', [{ place: 'email', message: 'ha già un accesso a Timone', remedy }])
      }
      await setPassword(writer, person.id, hash, now)
      await recordAccess(writer, actorOf(person), identityEvents.firstAdministratorRegistered, { email })
      await settings.onFirstAdministrator(writer, person.id)
    })
    const { cookies } = await signIn(dependencies, client, { email, password: input.password })
    return cookies
  })
}

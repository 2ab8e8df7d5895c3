// SPDX-License-Identifier: AGPL-3.0-or-later

import { randomUUID } from 'node:crypto'
import type { Actor, PersonId } from '../../../kernel/access.ts'
import { invalidInput, notNow } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import type { IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import type { Person } from '../model.ts'
import { isEmail, normalEmail, normalName, personNameFault } from '../rules.ts'
import { checkPassword } from '../sign-in/check-password.ts'
import { setPassword } from './credential-store.ts'
import { findPersonByEmail, insertPerson, updatePerson } from './person-store.ts'

/**
 * Adds a person who can sign in at once, as the demonstration needs. A person who already has the address is left as
 * they are.
 * @throws {TimoneError} `invalid-input`.
 */
export async function addPerson(
  dependencies: Pick<IdentityDependencies, 'accounts' | 'clock' | 'passwords' | 'settings'>,
  input: { readonly name: string; readonly email: string; readonly password: string },
  actor: Actor,
): Promise<Person> {
  const { accounts, clock, passwords } = dependencies
  const email = normalEmail(input.email)
  const person = { id: randomUUID().replaceAll('-', '') as PersonId, name: normalName(input.name), email }
  const weak = await checkPassword(dependencies, input.password, person, 'password')
  const problems = [...personNameFault(person.name, 'name'), ...(weak ? [weak] : [])]
  if (!isEmail(email)) problems.push({ place: 'email', message: 'non è un indirizzo di posta' })
  if (problems.length > 0) throw invalidInput('La persona non si può aggiungere.', problems)
  const known = await accounts.read((reader) => findPersonByEmail(reader, email))
  if (known) return { id: known.id, name: known.name, email }
  const hash = await passwords.hash(input.password)
  return await accounts.write(async (writer) => {
    const now = clock.now()
    if (!(await insertPerson(writer, person, now)))
      throw notNow('Qualcuno la sta già aggiungendo.', { place: 'email', message: 'esiste' })
    await setPassword(writer, person.id, hash, now)
    await updatePerson(writer, person.id, { joined_at: now }, now)
    await recordAccess(writer, actor, identityEvents.personInvited, {
      person: person.id,
      name: person.name,
      email,
      mailed: false,
    })
    return person
  })
}

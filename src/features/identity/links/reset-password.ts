// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Client, PersonId, Viewer } from '../../../kernel/access.ts'
import { invalidInput, linkExpired, notFound, notNow, TimoneError } from '../../../kernel/errors.ts'
import { demand } from '../../../kernel/permission.ts'
import { recordAccess } from '../../audit/index.ts'
import { identityActions } from '../actions.ts'
import { identityPaths } from '../addresses.ts'
import { actorOf, addressOf, atTheDoor, type IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import { setPassword } from '../people/credential-store.ts'
import { type Account, findPerson, findPersonByEmail } from '../people/person-store.ts'
import { normalEmail } from '../rules.ts'
import { checkPassword } from '../sign-in/check-password.ts'
import { endSessions } from '../sign-in/session-store.ts'
import { countAttempt, forAccount, forgive, fromNetwork } from '../sign-in/throttle.ts'
import { passwordChangedLetter, resetLetter } from './letters.ts'
import { spendLink } from './link-store.ts'
import { demandLink, hashToken, makeLink, overtaken } from './one-time-links.ts'

/**
 * Sends a link to a new password if somebody has this email address. The answer is always the same, also after too many
 * requests, so that nobody learns which addresses exist.
 * @throws {TimoneError} `not-now` where no mail can be sent.
 */
export async function requestReset(
  dependencies: IdentityDependencies,
  client: Client,
  input: { readonly email: string },
): Promise<void> {
  const { accounts, clock, mail } = dependencies
  if (!mail.configured) throw noMail()
  const email = normalEmail(input.email)
  const from = client.address
  try {
    await countAttempt(dependencies, [['reset', email], ...fromNetwork(from)], { email, from })
  } catch (error) {
    if (error instanceof TimoneError && error.code === 'too-many-attempts') return
    throw error
  }
  const link = await accounts.write(async (writer) => {
    const person = await findPersonByEmail(writer, email)
    const known = person?.joined === true && !person.disabled
    await recordAccess(writer, atTheDoor, identityEvents.resetRequested, { email, known, from })
    if (!known) return undefined
    const token = await makeLink(writer, 'reset', person.id, atTheDoor, clock.now())
    return { person, address: addressOf(dependencies, identityPaths.newPassword({ token })) }
  })
  // Not awaited: the answer must take equally long when nobody has the address.
  if (link) void mail.send(resetLetter(link.person, link.address))
}

const noMail = () =>
  notNow('Timone non può mandare posta.', {
    place: 'posta',
    message: 'su questa installazione non è configurata',
    remedy: 'chiedere una nuova password a chi amministra Timone',
  })

/**
 * Makes a link to a new password, for an administrator to hand over.
 * @returns the whole address; it works once, for two hours.
 * @throws {TimoneError} `forbidden`, `not-found`, `not-now` for a person who has never signed in, or is kept out.
 */
export async function makeResetLink(
  dependencies: Pick<IdentityDependencies, 'accounts' | 'clock' | 'settings'>,
  id: PersonId,
  viewer: Viewer,
): Promise<string> {
  demand(viewer, identityActions.managePlatform)
  const { accounts, clock } = dependencies
  return await accounts.write(async (writer) => {
    const person = await findPerson(writer, id)
    if (!person) throw notFound('Persona')
    const problem = { place: person.name, message: 'non è ancora entrata', remedy: 'darle un nuovo invito' }
    if (!person.joined) throw notNow('Una nuova password non serve.', problem)
    if (person.disabled)
      throw notNow('Una nuova password non serve.', { place: person.name, message: 'non può entrare' })
    const token = await makeLink(writer, 'reset', id, viewer.actor, clock.now())
    await recordAccess(writer, viewer.actor, identityEvents.resetLinkMade, { person: id, email: person.email })
    return addressOf(dependencies, identityPaths.newPassword({ token }))
  })
}

/**
 * The person whose password a token may change.
 * @throws {TimoneError} `link-expired`.
 */
export async function readReset(
  dependencies: Pick<IdentityDependencies, 'accounts' | 'clock' | 'settings'>,
  token: string,
  client: Client,
): Promise<Account> {
  const { person: id } = await demandLink(dependencies, 'reset', token, client.address)
  const person = await dependencies.accounts.read((reader) => findPerson(reader, id ?? ''))
  if (person && !person.disabled) return person
  throw linkExpired('l’accesso è stato tolto', 'rivolgersi a chi amministra Timone')
}

/**
 * Sets the new password for the person of a link, and ends all their sessions. The second factor stays.
 * @throws {TimoneError} `link-expired`, `invalid-input`.
 */
export async function resetPassword(
  dependencies: IdentityDependencies,
  token: string,
  input: { readonly password: string },
  client: Client,
): Promise<void> {
  const { accounts, clock, mail, passwords } = dependencies
  const person = await readReset(dependencies, token, client)
  const fault = await checkPassword(dependencies, input.password, person, 'password')
  if (fault) throw invalidInput('La password non va bene.', [fault])
  const hash = await passwords.hash(input.password)
  await accounts.write(async (writer) => {
    if (!(await spendLink(writer, hashToken(token), clock.now()))) throw overtaken('reset')
    await setPassword(writer, person.id, hash, clock.now())
    await endSessions(writer, person.id)
    await recordAccess(writer, actorOf(person), identityEvents.passwordReset, {})
  })
  await forgive(dependencies, forAccount(person.email, client.address, undefined))
  void mail.send(passwordChangedLetter(person))
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { randomUUID } from 'node:crypto'
import type { PersonId, Place, Viewer } from '../../../kernel/access.ts'
import { invalidInput } from '../../../kernel/errors.ts'
import { demand } from '../../../kernel/permission.ts'
import { recordAccess } from '../../audit/index.ts'
import { identityActions } from '../actions.ts'
import { identityPaths } from '../addresses.ts'
import { addressOf, type IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import type { Person } from '../model.ts'
import { findPersonByEmail, insertPerson } from '../people/person-store.ts'
import { isEmail, normalEmail, normalName, personNameFault } from '../rules.ts'
import { invitationLetter } from './letters.ts'
import { inviterOf } from './link-store.ts'
import { makeLink } from './one-time-links.ts'

/** The outcome of an invitation. */
export type Invitation = {
  readonly person: Person
  /**
   * To hand to the person. Absent when they have signed in before, or when somebody else invited them and has the link.
   */
  readonly link?: string
  /** True when the link was also sent by mail. */
  readonly mailed: boolean
}

/**
 * Gives a person an account and a link to it that works once, for seven days. A person who has an account but never
 * signed in gets a new link in place of the old one. Only the person who invited them or an administrator of the
 * platform may make it, because the holder of the link can become that person.
 * @param place where the person is to work: the viewer must manage people there
 * @throws {TimoneError} `forbidden`, `invalid-input`.
 */
export async function invitePerson(
  dependencies: IdentityDependencies,
  place: Place,
  input: { readonly name: string; readonly email: string },
  viewer: Viewer,
): Promise<Invitation> {
  demand(viewer, identityActions.managePeople, place)
  const { accounts, clock, mail } = dependencies
  const email = normalEmail(input.email)
  const name = normalName(input.name)
  checkInput(email, name)
  const at = clock.now()
  const invited = await accounts.write(async (writer) => {
    const fresh = { id: randomUUID().replaceAll('-', '') as PersonId, name, email }
    const isNew = await insertPerson(writer, fresh, at)
    const known = isNew ? undefined : await findPersonByEmail(writer, email)
    const person: Person = known ? { id: known.id, name: known.name, email } : fresh
    if (known) {
      if (known.joined || known.disabled) return { person }
      const own = (await inviterOf(writer, known.id)) === viewer.actor.id
      if (!own && !viewer.may(identityActions.managePlatform)) return { person }
    }
    const token = await makeLink(writer, 'invitation', person.id, viewer.actor, at)
    const event = { person: person.id, name: person.name, email, mailed: mail.configured }
    await recordAccess(writer, viewer.actor, identityEvents.personInvited, event)
    return { person, link: addressOf(dependencies, identityPaths.invitation({ token })) }
  })
  const { person, link } = invited
  if (link === undefined) return { person, mailed: false }
  const mailed = mail.configured && (await mail.send(invitationLetter(person, viewer.actor.name, link)))
  return { person, link, mailed }
}

function checkInput(email: string, name: string): void {
  const problems = [
    ...(isEmail(email) ? [] : [{ place: 'email', message: 'non è un indirizzo di posta', remedy: 'nome@ente.it' }]),
    ...personNameFault(name, 'name'),
  ]
  if (problems.length > 0) throw invalidInput('L’invito contiene valori da correggere.', problems)
}

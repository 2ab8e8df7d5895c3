// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor, PersonId, Place, Viewer } from '../../../kernel/access.ts'
import type { Invitation, Person, PersonSummary } from '../../identity/index.ts'

/** What sign-in does for people managers. Every change checks the permission. */
export type AccountServices = {
  /** People, by name: all, or those with the given keys. */
  people(ids?: readonly PersonId[]): Promise<readonly PersonSummary[]>
  invitePerson(place: Place, input: { name: string; email: string }, viewer: Viewer): Promise<Invitation>
  disablePerson(person: PersonId, viewer: Viewer): Promise<void>
  enablePerson(person: PersonId, viewer: Viewer): Promise<void>
  demandSecondFactor(person: PersonId, on: boolean, viewer: Viewer): Promise<void>
  /** For a person who lost their phone. */
  clearSecondFactor(person: PersonId, viewer: Viewer): Promise<void>
  /** A link that works once, for two hours. */
  resetLink(person: PersonId, viewer: Viewer): Promise<string>
}

/** What makes the accounts of the demonstration. */
export type AccountMaker = {
  /** A person who already has the address keeps their account and password. */
  addPerson(input: { name: string; email: string; password: string }, actor: Actor): Promise<Person>
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor, Client, PersonId, Place, Viewer } from '../../kernel/access.ts'
import type { Clock } from '../../kernel/clock.ts'
import { accountsOf } from '../../platform/db/accounts.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Log } from '../../platform/log/log.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { changePassword } from './account/change-password.ts'
import { changeName, readOwnSessions, revokeSessions } from './account/own-account.ts'
import { identityPaths } from './addresses.ts'
import type { IdentityDependencies, IdentitySettings } from './dependencies.ts'
import { createEngine } from './engine/engine.ts'
import { acceptInvitation, readInvitation } from './links/accept-invitation.ts'
import { type Invitation, invitePerson } from './links/invite-person.ts'
import { demandLink } from './links/one-time-links.ts'
import { makeResetLink, readReset, requestReset, resetPassword } from './links/reset-password.ts'
import type { SignedIn } from './model.ts'
import { addPerson } from './people/add-person.ts'
import { clearSecondFactor, demandSecondFactor, disablePerson, enablePerson } from './people/manage-person.ts'
import { findPerson, readPeople } from './people/person-store.ts'
import { firstAdministratorLink, registerFirstAdministrator } from './people/register-first-administrator.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readOwnSecondFactor,
  removeOwnSecondFactor,
  renewBackupCodes,
} from './second-factor/second-factor.ts'
import { takeSecondStep } from './second-factor/second-step.ts'
import { createPasswords } from './sign-in/passwords.ts'
import { finishProviderSignIn, startProviderSignIn } from './sign-in/provider-sign-in.ts'
import { readSession } from './sign-in/read-session.ts'
import { createSessionMemory } from './sign-in/session-memory.ts'
import { signIn } from './sign-in/sign-in.ts'
import { signOut } from './sign-in/sign-out.ts'

/** What sign-in is built from. */
export type IdentityParts = {
  readonly database: Database
  readonly mail: Mail
  readonly clock: Clock
  readonly log: Log
  readonly settings: IdentitySettings
}

/** Builds sign-in on a database: the use cases of people, sessions and links, and who asks. */
export async function openIdentity({ database, mail, clock, log, settings }: IdentityParts) {
  const stored = accountsOf(database)
  const memory = createSessionMemory()
  const accounts: IdentityDependencies['accounts'] = {
    read: stored.read,
    // Announcements reach the other processes; this process forgets before it answers.
    write: async (work) => {
      const result = await stored.write(work)
      memory.forget()
      return result
    },
  }
  await database.onAccessChange(() => memory.forget())
  const passwords = createPasswords()
  const engine = createEngine({
    passwords,
    kysely: database.kysely,
    log,
    clock,
    secret: settings.secret,
    provider: settings.provider,
    publicAddress: settings.publicAddress ?? 'http://localhost',
    returnPath: identityPaths.providerReturn({}),
    isDisabled: async (id) => (await stored.read((reader) => findPerson(reader, id)))?.disabled ?? true,
  })
  const parts: IdentityDependencies = { accounts, engine, memory, passwords, mail, clock, log, settings }
  return {
    /** The OpenID provider's name for people; undefined when there is none. */
    providerName: settings.provider?.name,
    mailConfigured: mail.configured,

    /** The person who signed in, according to the headers of a request. */
    session: (headers: Headers) => readSession({ ...parts, accounts: stored }, headers),
    /** People, by name: all, or those with the given keys. */
    people: (ids?: readonly PersonId[]) => accounts.read((reader) => readPeople(reader, ids)),

    invitePerson: (place: Place, input: { name: string; email: string }, viewer: Viewer): Promise<Invitation> =>
      invitePerson(parts, place, input, viewer),
    /** Adds a person who can sign in at once. */
    addPerson: (input: { name: string; email: string; password: string }, actor: Actor) =>
      addPerson(parts, input, actor),
    readInvitation: (token: string, client: Client) => readInvitation(parts, token, client),
    acceptInvitation: (token: string, input: { password: string }, client: Client) =>
      acceptInvitation(parts, token, input, client),

    /** The path of a new link for the first administrator; the older ones stop working. */
    firstAdministratorLink: () => firstAdministratorLink(parts),
    checkFirstAdministratorLink: (token: string, client: Client) =>
      demandLink(parts, 'firstAdministrator', token, client.address),
    registerFirstAdministrator: (
      token: string,
      input: { name: string; email: string; password: string },
      client: Client,
    ) => registerFirstAdministrator(parts, token, input, client),

    signIn: (client: Client, input: { email: string; password: string }) => signIn(parts, client, input),
    takeSecondStep: (client: Client, input: { code: string }) => takeSecondStep(parts, client, input),
    startProviderSignIn: (client: Client, next: string) => startProviderSignIn(parts, client, next),
    finishProviderSignIn: (client: Client, query: Readonly<Record<string, string>>) =>
      finishProviderSignIn(parts, client, query),
    signOut: (client: Client) => signOut(parts, client),

    requestReset: (client: Client, input: { email: string }) => requestReset(parts, client, input),
    readReset: (token: string, client: Client) => readReset(parts, token, client),
    resetPassword: (token: string, input: { password: string }, client: Client) =>
      resetPassword(parts, token, input, client),

    changeName: (own: SignedIn, input: { name: string }) => changeName(parts, own, input),
    changePassword: (own: SignedIn, input: { current: string; password: string }, { address }: Client) =>
      changePassword(parts, own, input, address),
    ownSessions: (own: SignedIn) => readOwnSessions(parts, own),
    revokeSessions: (own: SignedIn, which: { only: string } | 'others') => revokeSessions(parts, own, which),
    ownSecondFactor: (own: SignedIn, client: Client) => readOwnSecondFactor(parts, own, client),
    // One turn for each of these: they and the engine look at the password, one after the other.
    beginSecondFactor: (own: SignedIn, input: TypedPassword, client: Client) =>
      passwords.inTurn('known', () => beginSecondFactor(parts, own, input, client)),
    confirmSecondFactor: (own: SignedIn, input: { code: string }, client: Client) =>
      confirmSecondFactor(parts, own, input, client),
    renewBackupCodes: (own: SignedIn, input: TypedPassword, client: Client) =>
      passwords.inTurn('known', () => renewBackupCodes(parts, own, input, client)),
    removeOwnSecondFactor: (own: SignedIn, input: TypedPassword, client: Client) =>
      passwords.inTurn('known', () => removeOwnSecondFactor(parts, own, input, client)),

    /** Makes a link to a new password, for an administrator to hand over. */
    resetLink: (person: PersonId, viewer: Viewer) => makeResetLink(parts, person, viewer),
    disablePerson: (person: PersonId, viewer: Viewer) => disablePerson(parts, person, viewer),
    enablePerson: (person: PersonId, viewer: Viewer) => enablePerson(parts, person, viewer),
    demandSecondFactor: (person: PersonId, demanded: boolean, viewer: Viewer) =>
      demandSecondFactor(parts, person, demanded, viewer),
    /** For a person who lost theirs. */
    clearSecondFactor: (person: PersonId, viewer: Viewer) => clearSecondFactor(parts, person, viewer),
  }
}

type TypedPassword = { password: string }

/** Sign-in, as the rest of the program uses it. */
export type Identity = Awaited<ReturnType<typeof openIdentity>>

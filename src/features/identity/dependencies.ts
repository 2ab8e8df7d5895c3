// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor, PersonId } from '../../kernel/access.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { ProviderConfig } from '../../platform/config/sign-in.ts'
import type { Accounts, AccountWriter } from '../../platform/db/accounts.ts'
import type { Log } from '../../platform/log/log.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import type { Engine } from './engine/engine.ts'
import type { Person } from './model.ts'
import type { Passwords } from './sign-in/passwords.ts'
import type { SessionMemory } from './sign-in/session-memory.ts'

/** What the installation decides about signing in. */
export type IdentitySettings = {
  /** Signs cookies, encrypts second factors: 32 characters at least. */
  readonly secret: string
  /** `TIMONE_URL`; absent: links begin with `listening()`, and cookies go over plain HTTP too. */
  readonly publicAddress?: string | undefined
  /** The address that the server listens on, asked for when a link is written. */
  readonly listening: () => string
  readonly provider?: ProviderConfig | undefined
  /** The names that everybody knows who works here, of bodies and associations: no password is made of them. */
  readonly namesAround: () => Promise<readonly string[]>
  /**
   * Gives the first administrator their role, in the transaction that makes the account.
   * @throws {TimoneError} when an administrator exists already: then no account is made.
   */
  readonly onFirstAdministrator: (writer: AccountWriter, person: PersonId) => Promise<void>
}

/** What the use cases of sign-in need. */
export type IdentityDependencies = {
  readonly accounts: Accounts
  readonly engine: Engine
  readonly memory: SessionMemory
  readonly passwords: Passwords
  readonly mail: Mail
  readonly clock: Clock
  readonly log: Log
  readonly settings: IdentitySettings
}

/** The actor of events before the person is known. */
export const atTheDoor: Actor = { id: 'program:sign-in', name: 'Accesso' }

/** A person as an actor of the journal. */
export const actorOf = ({ id, name }: Pick<Person, 'id' | 'name'>): Actor => ({ id: `person:${id}`, name })

/** The whole address of one of our pages. */
export const addressOf = ({ settings }: Pick<IdentityDependencies, 'settings'>, page: string): string =>
  `${settings.publicAddress ?? settings.listening()}${page}`

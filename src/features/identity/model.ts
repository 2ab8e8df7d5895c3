// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../kernel/access.ts'

/** A person as pages name them. */
export type Person = { readonly id: PersonId; readonly name: string; readonly email: string }

/** The person who signed in, looked up at every request. */
export type SignedIn = {
  readonly person: Person
  readonly sessionId: string
  /** The address of what the person has to do before anything else. */
  readonly detour?: string
}

/** A person with an account, as people managers see them. */
export type PersonSummary = Person & {
  /** `demanded`: an administrator demands it and the person has not set it up. */
  readonly secondFactor: 'off' | 'demanded' | 'on'
  readonly lastSignIn?: Date
  /** Invited, and has never signed in. */
  readonly pending: boolean
  readonly disabled: boolean
}

/** A session, as its person sees it. */
export type OwnSession = {
  readonly id: string
  readonly current: boolean
  /** The browser's `User-Agent`. */
  readonly userAgent?: string
  readonly address?: string
  readonly since: Date
  readonly lastSeen: Date
}

/** What a one-time link is for. */
export type LinkPurpose = 'invitation' | 'firstAdministrator' | 'reset'

const minute = 60 * 1000
const hour = 60 * minute
const day = 24 * hour

/** Milliseconds. */
export const limits = {
  /** A session ends when it is not used for so long. */
  idleSession: 8 * hour,
  /** A session ends after so long, even when it is in use. */
  wholeSession: 7 * day,
  /** The last use of a session is recorded at most this often. */
  seenEvery: 5 * minute,
  /** How long a process may rely on what it remembers of a session, when no change is announced. */
  remembered: 10 * 1000,
  invitation: 7 * day,
  /** A device stays known for so long after the last sign-in. */
  device: 180 * day,
  reset: 2 * hour,
  /** The period in which failures are counted. */
  attemptWindow: 15 * minute,
  /** A code of the second factor is valid for at most a minute and a half. */
  spentCode: 5 * minute,
} as const

/**
 * The number of failures within the window after which further attempts are refused. No count can be used against
 * somebody else who is on a device of their own: an account is counted together with the network that tries it.
 */
export const mostAttempts = {
  /** Passwords for one account, from one network. */
  account: 5,
  /** Everything that comes from one network. */
  network: 50,
  /** On a device where the person has already signed in; nothing else counts there. */
  device: 5,
  /** Codes of the second factor for one account, from wherever: a million of them are soon tried from many networks. */
  code: 10,
  /** The own password, asked again in an open session. */
  session: 5,
  /** Requests of a new password for one account: each of them is a letter. */
  reset: 3,
} as const

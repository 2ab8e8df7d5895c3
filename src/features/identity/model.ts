// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../kernel/access.ts'

/** A person as pages name them. */
export type Person = { readonly id: PersonId; readonly name: string; readonly email: string }

/** Whoever signed in: what every request is asked about. */
export type SignedIn = {
  readonly person: Person
  readonly sessionId: string
  /** The address of what the person has to do before anything else. */
  readonly detour?: string
}

/** A person with an account, as those who manage people see them. */
export type PersonSummary = Person & {
  /** `demanded`: an administrator asks for it, the person has not set it up. */
  readonly secondFactor: 'off' | 'demanded' | 'on'
  readonly lastSignIn?: Date
  /** Invited, and never come in yet. */
  readonly pending: boolean
  readonly disabled: boolean
}

/** A session of the person's, as they see it. */
export type OwnSession = {
  readonly id: string
  readonly current: boolean
  /** What the browser says of itself. */
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
  /** A session that is not used ends. */
  idleSession: 8 * hour,
  /** A session ends however much it is used. */
  wholeSession: 7 * day,
  /** How exactly the last use of a session is kept. */
  seenEvery: 5 * minute,
  /** How long a process may go by what it knows of a session, when no change is announced. */
  remembered: 10 * 1000,
  invitation: 7 * day,
  reset: 2 * hour,
  /** The time that failures are counted over. */
  attemptWindow: 15 * minute,
  /** A code of the second factor counts for a minute and a half at most. */
  spentCode: 5 * minute,
} as const

/** Failures, within the window, after which no more are taken. */
export const mostAttempts = { email: 5, address: 50, reset: 3 } as const

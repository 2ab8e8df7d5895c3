// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../kernel/access.ts'

/** Everything that the access journal tells of accounts. Plain data, no references, no secrets: it outlives its subjects. */
export type AccessEvent =
  | SignedIn
  | SignInRefused
  | { readonly type: 'signedOut' }
  | PersonInvited
  | InvitationAccepted
  | FirstAdministratorRegistered
  | LinkRefused
  | ResetRequested
  | Subject<'resetLinkMade'>
  | { readonly type: 'passwordReset' | 'passwordChanged' }
  | { readonly type: 'nameChanged'; readonly before: string; readonly after: string }
  | { readonly type: 'secondFactorSetUp' | 'secondFactorRemoved' | 'backupCodesRenewed' }
  | (Subject<'secondFactorDemanded'> & { readonly demanded: boolean })
  | (Subject<'secondFactorCleared'> & { readonly demanded: boolean })
  | { readonly type: 'sessionsRevoked'; readonly count: number }
  | Subject<'personDisabled'>
  | Subject<'personEnabled'>

/** Whom an event is about, when it is not who did it. */
type Subject<Type extends string> = { readonly type: Type; readonly person: PersonId; readonly email: string }

type SignedIn = {
  readonly type: 'signedIn'
  readonly email: string
  readonly method: 'password' | 'provider'
  /** The second factor asked by Timone; the provider's own is not known. */
  readonly secondFactor?: 'code' | 'backupCode'
  /** The network address that it came from. */
  readonly from: string
}

type SignInRefused = {
  readonly type: 'signInRefused'
  readonly reason: SignInRefusal
  /** As typed, or as the provider said it; absent where nothing was. */
  readonly email?: string
  readonly from: string
}

/** Why nobody came in. People are told less. */
export type SignInRefusal =
  | 'unknownPerson'
  | 'wrongPassword'
  | 'disabled'
  | 'tooManyAttempts'
  | 'wrongCode'
  | 'spentCode'
  | 'stepExpired'
  | 'emailNotVerified'
  | 'forgedAnswer'
  | 'refusedByProvider'

/** Somebody got an account, or a new link to one that was not taken up yet. */
type PersonInvited = Subject<'personInvited'> & { readonly name: string; readonly mailed: boolean }

type InvitationAccepted = {
  readonly type: 'invitationAccepted'
  readonly email: string
  readonly by: 'password' | 'provider'
}

type FirstAdministratorRegistered = { readonly type: 'firstAdministratorRegistered'; readonly email: string }

/** A link that does not work, or not any more, was opened. */
type LinkRefused = {
  readonly type: 'linkRefused'
  readonly purpose: 'invitation' | 'firstAdministrator' | 'reset'
  readonly reason: 'unknown' | 'used' | 'revoked' | 'expired'
  readonly from: string
}

type ResetRequested = {
  readonly type: 'resetRequested'
  readonly email: string
  readonly known: boolean
  readonly from: string
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../kernel/access.ts'

/**
 * Everything that the access journal tells about accounts. Plain data without references or secrets: it stays when its
 * subjects are gone.
 */
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
  | Subject<'secondFactorCleared'>
  | { readonly type: 'sessionsRevoked'; readonly count: number }
  | Subject<'personDisabled'>
  | Subject<'personEnabled'>
  | RoleGiven
  | RoleRevoked
  | AdministrationRegistered
  | AssociationFounded
  | AssociationJoined
  | AssociationLeft

/** The person an event is about, when somebody else did it. */
type Subject<Type extends string> = { readonly type: Type; readonly person: PersonId; readonly email: string }

type SignedIn = {
  readonly type: 'signedIn'
  readonly email: string
  readonly method: 'password' | 'provider'
  /** The second factor that Timone asked for. A provider's own is not known. */
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

/** Why the sign-in failed. The person is told less. */
export type SignInRefusal =
  | 'unknownPerson'
  | 'wrongPassword'
  | 'noPassword'
  | 'disabled'
  | 'tooManyAttempts'
  | 'wrongCode'
  | 'spentCode'
  | 'stepExpired'
  | 'emailNotVerified'
  | 'forgedAnswer'
  | 'refusedByProvider'

/** A person got an account, or a new link to one that they have not used yet. */
type PersonInvited = Subject<'personInvited'> & { readonly name: string; readonly mailed: boolean }

type InvitationAccepted = {
  readonly type: 'invitationAccepted'
  readonly email: string
  readonly by: 'password' | 'provider'
}

type FirstAdministratorRegistered = { readonly type: 'firstAdministratorRegistered'; readonly email: string }

/** Somebody opened a link that never worked or has stopped working. */
type LinkRefused = {
  readonly type: 'linkRefused'
  readonly purpose: 'invitation' | 'firstAdministrator' | 'reset'
  readonly reason: 'used' | 'revoked' | 'expired'
  readonly from: string
}

type ResetRequested = {
  readonly type: 'resetRequested'
  readonly email: string
  readonly known: boolean
  readonly from: string
}

/** A person got a role, or holds one that was delegated to them. */
type RoleGiven = Subject<'roleGranted' | 'roleDelegated'> & {
  readonly grant: number
  readonly role: string
  /** `platform`, `administration:vallechiara`, `association:valli`. */
  readonly place: string
  readonly office?: string
  readonly startsOn: string
  readonly endsOn?: string
}

type RoleRevoked = Subject<'roleRevoked'> & { readonly grant: number; readonly role: string; readonly place: string }

type AdministrationRegistered = {
  readonly type: 'administrationRegistered'
  readonly administration: string
  readonly name: string
  readonly kind: string
}

/** Bodies act together from a day on: the roles held on the association hold for them too. */
type AssociationFounded = {
  readonly type: 'associationFounded'
  readonly association: string
  readonly name: string
  readonly members: readonly { readonly administration: string; readonly joinedOn: string }[]
}

type AssociationJoined = {
  readonly type: 'associationJoined'
  readonly association: string
  readonly administration: string
  readonly joinedOn: string
}

/** `leftOn`: the first day on which the body is no member. */
type AssociationLeft = {
  readonly type: 'associationLeft'
  readonly association: string
  readonly administration: string
  readonly leftOn: string
}

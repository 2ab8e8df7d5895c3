// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Branded, Slug } from './ids.ts'

/** A person with an account: the key of the store, letters and digits. */
export type PersonId = Branded<string, 'PersonId'>

/** The roles that people may hold, the widest first. What each is: `features/administrations/policy.ts`. */
export const roleNames = [
  'platformAdministrator',
  'rtd',
  'officeMember',
  'referent',
  'approver',
  'contributor',
  'reader',
] as const
export type RoleName = (typeof roleNames)[number]

declare const declared: unique symbol

/** What people may be allowed to do. Only `declareAction` makes one, so nothing can be asked for that nobody declared. */
export type Action<Name extends string = string> = {
  /** `plan.write`. */
  readonly name: Name
  /** What it is, in the table of roles. */
  readonly label: string
  /** The end of «non hai il permesso di …». */
  readonly refusal: string
  /** The roles that allow it, where they are held. */
  readonly heldBy: readonly RoleName[]
  /**
   * A wider action. Those who may do it may do this one whatever the offices; others only for what is in the hands of
   * their own office. Absent: offices do not matter.
   */
  readonly wider?: Action
  readonly [declared]: true
}

/** Declares an action of a feature; `main/actions.ts` puts them together. */
export const declareAction = <const Name extends string>(action: Omit<Action<Name>, typeof declared>): Action<Name> =>
  action as Action<Name>

/** Where something is to be done. When nothing is named: anywhere. */
export type Place = {
  /** A body's address. */
  readonly slug?: Slug
  /** An association's address. A role on an association counts for its members too. */
  readonly association?: string
  /** The offices that look after the thing. A contributor must belong to one of them. */
  readonly offices?: readonly string[]
}

/** Who did something, as the journal keeps it. It stays when the account is gone. */
export type Actor = { readonly id: `program:${string}` | `person:${string}`; readonly name: string }

/**
 * Who asks: a signed-in person, an anonymous visitor, or one of Timone's own programs. What `may` answers both guards
 * the use cases and decides what pages show.
 */
export type Viewer = {
  /** Absent: nobody signed in. */
  readonly person?: { readonly id: PersonId; readonly name: string; readonly email: string }
  readonly actor: Actor
  /** Two viewers with the same key see the same pages. */
  readonly key: string
  /** The address of what the person has to do before anything else, e.g. setting up the second factor. */
  readonly detour?: string
  may(action: Action, place?: Place): boolean
  /** The offices of a body that the person contributes for. */
  officesOf(slug: Slug): readonly string[]
}

/** What a request tells about its sender, before the session is known. */
export type Client = {
  readonly headers: Headers
  /** The network address that the request comes from. */
  readonly address: string
}

/** A visitor who has not signed in. */
export const nobody: Viewer = {
  actor: { id: 'program:public', name: 'Pubblico' },
  key: 'nobody',
  may: () => false,
  officesOf: () => [],
}

/** One of Timone's own programs. It may do everything: the operating system decided who can run it. */
export const program = (name: string): Viewer => ({
  actor: { id: `program:${name}`, name: `Timone (${name})` },
  key: `program:${name}`,
  may: () => true,
  officesOf: () => [],
})

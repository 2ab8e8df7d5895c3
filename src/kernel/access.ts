// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Branded } from './ids.ts'

/** A person with an account: the key of the store, letters and digits. */
export type PersonId = Branded<string, 'PersonId'>

/** All that people may be allowed to do. Who may do what: `features/administrations/policy.ts`. */
export const actions = [
  'plan.read',
  'plan.create',
  'plan.write',
  'entry.write',
  'plan.submit',
  'plan.review',
  'plan.approve',
  'plan.publish',
  'import.write',
  'journal.read',
  'people.manage',
  'association.manage',
  'platform.manage',
] as const
export type Action = (typeof actions)[number]

/** Where something is to be done; nothing named: anywhere at all. */
export type Place = {
  /** A body's address. */
  readonly slug?: string
  /** An association's address: what is held on it holds for its members too. */
  readonly association?: string
  /** The offices in whose hands the thing is; a contributor must be of one of them. */
  readonly offices?: readonly string[]
}

/** Who did something, as the journal keeps it: it outlives the account. */
export type Actor = { readonly id: `program:${string}` | `person:${string}`; readonly name: string }

/** Who asks: a person who signed in, nobody, or a program of Timone's. The same answers guard and show. */
export type Viewer = {
  /** Absent: nobody signed in. */
  readonly person?: { readonly id: PersonId; readonly name: string; readonly email: string }
  readonly actor: Actor
  /** The same for whoever sees the same pages. */
  readonly key: string
  /** The address of what the person has to do before anything else, e.g. setting up the second factor. */
  readonly detour?: string
  may(action: Action, place?: Place): boolean
  /** The offices of a body that the person contributes for. */
  officesOf(slug: string): readonly string[]
}

/** What a request tells about who asks, before anybody knows who they are. */
export type Client = {
  readonly headers: Headers
  /** The network address that the request comes from. */
  readonly address: string
}

/** Whoever did not sign in. */
export const nobody: Viewer = {
  actor: { id: 'program:public', name: 'Pubblico' },
  key: 'nobody',
  may: () => false,
  officesOf: () => [],
}

/** A program of Timone's that works for whoever runs it: the operating system decided that they may. */
export const program = (name: string): Viewer => ({
  actor: { id: `program:${name}`, name: `Timone (${name})` },
  key: `program:${name}`,
  may: () => true,
  officesOf: () => [],
})

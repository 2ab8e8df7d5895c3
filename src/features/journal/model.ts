// SPDX-License-Identifier: AGPL-3.0-or-later

/** The member of a union of events with a given type, also when one member has several types. */
export type EventOf<Event extends { readonly type: string }, Type extends string> = Event extends {
  readonly type: infer Types
}
  ? Type extends Types
    ? Event
    : never
  : never

/** An event as people read it. Italian. */
export type EventWords = {
  /** What was done, as the rest of a sentence that begins with the actor. */
  readonly summary: string
  /** The values before and after, field by field. */
  readonly changes?: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  /** Further details; one without a value is not shown. */
  readonly facts?: readonly (readonly [name: string, value: string | undefined])[]
}

// SPDX-License-Identifier: AGPL-3.0-or-later

/** The member of a union of events that bears a type, also where one member bears several. */
export type EventOf<Event extends { readonly type: string }, Type extends string> = Event extends {
  readonly type: infer Types
}
  ? Type extends Types
    ? Event
    : never
  : never

/** An event as people read it. Italian. */
export type EventWords = {
  /** What was done, as the sentence that begins with who did it. */
  readonly summary: string
  /** What was there before and after, field by field. */
  readonly changes?: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  /** What else is known of it; one without a value is not shown. */
  readonly facts?: readonly (readonly [name: string, value: string | undefined])[]
}

// SPDX-License-Identifier: AGPL-3.0-or-later

/** An event as people read it. Italian. */
export type EventWords = {
  /** What was done, as the sentence that begins with who did it. */
  readonly summary: string
  /** What was there before and after, field by field. */
  readonly changes?: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  /** What else is known of it; one without a value is not shown. */
  readonly facts?: readonly (readonly [name: string, value: string | undefined])[]
}

/** What the sentence of an event may ask for: the words of things that the event only names. */
export type Vocabulary = {
  /** A part of a plan with its article: `entry:CAP1.PA.01` → `la scheda CAP1.PA.01`. */
  part(part: string): string
  /** What people call a field of a part. */
  field(part: string, field: string): string
  /** A field's value as people read it; `–` for nothing. */
  value(part: string, field: string, value: unknown): string
}

/** An event as it comes back from a journal: what it tells depends on its type. */
export type StoredEvent = { readonly type: string }

/** The two journals: of each body, and of accounts, roles, bodies and associations. */
type JournalName = 'body' | 'access'

/** A kind of event, declared by the feature that records it: its type, what it tells, and how people read it. */
export type EventKind<Journal extends JournalName, Data extends object = StoredEvent> = {
  readonly journal: Journal
  readonly type: string
  /** What events of this kind are called in a list. */
  readonly label: string
  words(event: Data, vocabulary: Vocabulary): EventWords
}

/** What is to be said of each kind, by type. */
type Told<Events> = {
  readonly [Type in keyof Events]: {
    readonly label: string
    words(event: Events[Type], vocabulary: Vocabulary): EventWords
  }
}

/** Kinds of event by type. */
type Kinds<Journal extends JournalName, Events extends { readonly [Type in keyof Events]: object }> = {
  readonly [Type in keyof Events]: EventKind<Journal, Events[Type]>
}

/**
 * Declares the events that a feature records in bodies' journals. `Events` says what each type tells: plain data
 * without references, which stays when its subjects are gone.
 */
export const declareEvents = <Events extends { readonly [Type in keyof Events]: object }>(
  told: Told<Events>,
): Kinds<'body', Events> => kindsOf('body', told)

/** Declares the events that a feature records in the access journal. No secrets. */
export const declareAccessEvents = <Events extends { readonly [Type in keyof Events]: object }>(
  told: Told<Events>,
): Kinds<'access', Events> => kindsOf('access', told)

function kindsOf<Journal extends JournalName, Events extends { readonly [Type in keyof Events]: object }>(
  journal: Journal,
  told: Told<Events>,
): Kinds<Journal, Events> {
  const kinds = Object.entries<object>(told).map(([type, kind]) => [type, { ...kind, journal, type }])
  return Object.fromEntries(kinds) as Kinds<Journal, Events>
}

/** An event that tells nothing besides its type. */
export type NothingElse = Readonly<Record<string, never>>

/** The events of a declaration as they come back from the journal. */
export type EventOf<Events> = {
  readonly [Type in keyof Events]: { readonly type: Type } & Events[Type]
}[keyof Events]

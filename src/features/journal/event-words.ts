// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EventKind, EventWords, StoredEvent, Vocabulary } from '../audit/index.ts'

/** Every kind of event that the features declare, by journal. */
export type DeclaredEvents = {
  readonly body: readonly EventKind<'body'>[]
  readonly access: readonly EventKind<'access'>[]
}

/** Puts the events of a journal into words. */
export type EventTeller = {
  /** What each kind of event is called in a list, by type. */
  readonly labels: Readonly<Record<string, string>>
  /** An event in words; one of a kind that nobody declares is only named. */
  tell(event: StoredEvent, vocabulary: Vocabulary): EventWords
}

/** Puts events of these kinds into words. */
export function tellerOf(kinds: readonly EventKind<'body' | 'access'>[]): EventTeller {
  const byType = new Map(kinds.map((kind) => [kind.type, kind]))
  return {
    labels: Object.fromEntries(kinds.map(({ type, label }) => [type, label])),
    tell: (event, vocabulary) =>
      byType.get(event.type)?.words(event, vocabulary) ?? {
        summary: `Ha fatto qualcosa che questa versione di Timone non sa raccontare («${event.type}»)`,
      },
  }
}

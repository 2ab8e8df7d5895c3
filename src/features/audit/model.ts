// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StoredEvent } from './event-kind.ts'

/** A line of the journal as read back. */
export type JournalLine<Event = StoredEvent> = { readonly at: Date; readonly actor: string; readonly event: Event }

/** A line of a journal as pages show it. */
export type NumberedLine = {
  /** Its place in the chain, from 1. */
  readonly sequence: number
  readonly at: Date
  readonly actorId: string
  readonly actor: string
  readonly event: StoredEvent
  /** The hash of this line, which the next line repeats. */
  readonly hash: string
}

/** A search in a journal. Absent fields do not filter. */
export type JournalQuery = {
  readonly types?: readonly string[] | undefined
  /** The key of who did it. */
  readonly actor?: string | undefined
  /** Instants (ISO 8601): from the first on, before the second. */
  readonly from?: string | undefined
  readonly before?: string | undefined
  /** Words in the event; one of them is enough. */
  readonly texts?: readonly string[] | undefined
  /** The kind of part that was changed (`entry`), and which one of it (`CAP1.PA.01`). */
  readonly part?: string | undefined
  readonly key?: string | undefined
  /** What the event says, at least. */
  readonly saying?: Readonly<Record<string, unknown>> | undefined
  /** Only lines with a lower number: the cursor of a page. */
  readonly below?: number | undefined
  readonly limit: number
}

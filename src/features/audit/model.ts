// SPDX-License-Identifier: AGPL-3.0-or-later

/** Everything that the journal tells. Plain data, no references: it outlives its subjects. */
export type JournalEvent = {
  readonly type: 'profileAdopted'
  readonly triennium: string
  readonly edition: string
  readonly entries: number
  readonly initiatives: number
  /** SHA-256 of the plan's canonical JSON, before (null for a new plan) and after. */
  readonly before: string | null
  readonly after: string
}

/** Who did it: a program of Timone's, by name, until people sign in. */
export type Actor = `program:${string}`

/** A line of the journal as read back. */
export type JournalLine = { readonly at: Date; readonly actor: string; readonly event: JournalEvent }

// SPDX-License-Identifier: AGPL-3.0-or-later

/** Everything that the journal tells. Plain data, no references: it outlives its subjects. */
export type JournalEvent = ProfileAdopted | ImportAccepted

/** A body's plan was stored whole, in place of the one for the same triennium. */
type ProfileAdopted = {
  readonly type: 'profileAdopted'
  readonly triennium: string
  readonly edition: string
  readonly entries: number
  readonly initiatives: number
  /** SHA-256 of the plan's canonical JSON, before (null for a new plan) and after. */
  readonly before: string | null
  readonly after: string
}

/** What was read in a file went into a body's plan; the `profileAdopted` of the same transaction says the outcome. */
type ImportAccepted = {
  readonly type: 'importAccepted'
  readonly filename: string
  /** SHA-256 of the file. */
  readonly sha256: string
  readonly triennium: string
  readonly edition: string
  /** Records accepted, by kind. */
  readonly counts: Readonly<Record<string, number>>
}

/** A line of the journal as read back. */
export type JournalLine = { readonly at: Date; readonly actor: string; readonly event: JournalEvent }

// SPDX-License-Identifier: AGPL-3.0-or-later

/** Everything that the journal tells. Plain data without references: it stays when its subjects are gone. */
export type JournalEvent =
  | ProfileAdopted
  | ImportAccepted
  | PartChanged
  | PlanCreated
  | EditionChanged
  | CarriedConfirmed
  | PlanMoved
  | PlanCommented
  | CommentResolved
  | FileAttached
  | PhraseChanged
  | StepRefused

/** A part of a plan was changed. Only the fields that changed are here, before and after. */
type PartChanged = {
  readonly type: 'partChanged'
  readonly triennium: string
  /** `entry:CAP1.PA.01`, `narrative:introduction`, `spending`. */
  readonly part: string
  readonly revision: number
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/** A plan was begun: empty, or from an earlier one of the body. */
type PlanCreated = {
  readonly type: 'planCreated'
  readonly triennium: string
  readonly edition: string
  /** The triennium of the earlier plan that it continues. */
  readonly from: string | null
  /** Entries carried over. */
  readonly entries: number
}

/** A plan that is being written moved to a newer edition. */
type EditionChanged = {
  readonly type: 'editionChanged'
  readonly triennium: string
  readonly before: string
  readonly after: string
  /** Entries to review. */
  readonly toReview: number
  /** Codes of the entries whose lines the newer edition does not have. */
  readonly retired: readonly string[]
}

/** Entries carried over from another plan were reviewed and left as they are. */
type CarriedConfirmed = {
  readonly type: 'carriedConfirmed'
  readonly triennium: string
  readonly codes: readonly string[]
}

/** A plan took a step of its life cycle. */
type PlanMoved = {
  readonly type: 'planMoved'
  readonly triennium: string
  readonly transition: string
  readonly version: number
  readonly before: string
  readonly after: string
  readonly reason?: string
  readonly act?: { readonly body: string; readonly number: string; readonly date: string; readonly file: string | null }
  readonly date?: string
  /** SHA-256 of the canonical JSON of the version that was frozen. */
  readonly sha256?: string
}

/** Somebody commented on a plan in review. */
type PlanCommented = {
  readonly type: 'planCommented'
  readonly triennium: string
  readonly comment: number
  readonly part: string | null
  readonly field: string | null
  readonly text: string
}

/** A comment was resolved. */
type CommentResolved = { readonly type: 'commentResolved'; readonly triennium: string; readonly comment: number }

/** A file was attached: an act, or what proves an activity. */
type FileAttached = {
  readonly type: 'fileAttached'
  readonly filename: string
  readonly sha256: string
  readonly size: number
}

/** A text that the body's office uses again was added, changed, or taken away. */
type PhraseChanged = {
  readonly type: 'phraseChanged'
  readonly phrase: number
  readonly before: PhraseText | null
  readonly after: PhraseText | null
}
type PhraseText = { readonly title: string; readonly markdown: string }

/** A step of a plan was asked for and refused. */
type StepRefused = {
  readonly type: 'stepRefused'
  readonly triennium: string
  readonly transition: string
  readonly state: string
  /** The error's code. */
  readonly why: string
}

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

/** A line of a journal as pages show it. */
export type NumberedLine<Event> = {
  /** Its place in the chain, from 1. */
  readonly sequence: number
  readonly at: Date
  readonly actorId: string
  readonly actor: string
  readonly event: Event
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
  /** Only lines with a lower number: the cursor of a page. */
  readonly below?: number | undefined
  readonly limit: number
}

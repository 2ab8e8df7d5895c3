// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../kernel/dates.ts'
import type { TransitionName } from '../plans/index.ts'

/** The kinds of things that wait for somebody, the most urgent first. */
export const workKinds = [
  'late',
  'due',
  'returned',
  'review',
  'proposals',
  'publish',
  'drafts',
  'carried',
  'stale',
  'unowned',
  'toSend',
  'ahead',
] as const
export type WorkKind = (typeof workKinds)[number]

/** Something that waits, in a plan. */
type OfPlan = { readonly triennium: string }

/** Something that waits, in a line's entry. */
type OfLine = OfPlan & { readonly code: string; readonly title: string }

/** An entry with a date to keep. */
export type DatedWork = OfLine & {
  readonly kind: 'late' | 'due' | 'ahead'
  /** The nearest date that is not kept yet. */
  readonly date: IsoDate
  /** Whose date it is: the national plan's or the body's own. */
  readonly by: 'edition' | 'body'
  /** The other one, where it is different. */
  readonly other?: IsoDate
}

/** Something that waits for somebody, and all that its line says of it. */
export type Work =
  | DatedWork
  /** Nobody has touched the entry for so many days. */
  | (OfLine & { readonly kind: 'stale'; readonly date: IsoDate; readonly days: number })
  /** Nobody keeps the entry; the date that it has to keep, if any. */
  | (OfLine & { readonly kind: 'unowned'; readonly date?: IsoDate; readonly late: boolean })
  /** Entries carried from an earlier plan: one of mine, or how many of a plan. */
  | (OfPlan & { readonly kind: 'carried'; readonly code: string; readonly title: string })
  | (OfPlan & { readonly kind: 'carried'; readonly count: number })
  | (Partial<OfPlan> & {
      readonly kind: 'proposals'
      readonly id: number
      readonly filename: string
      readonly count: number
      readonly date: IsoDate
    })
  | (OfPlan & { readonly kind: 'review' | 'returned'; readonly comments: number })
  | (OfPlan & { readonly kind: 'publish'; readonly step: TransitionName })
  | (OfPlan & { readonly kind: 'toSend' })
  /** What I typed and did not save. */
  | (OfPlan & { readonly kind: 'drafts'; readonly part: string; readonly date: IsoDate })

/** A body, as pages name it. */
export type WorkBody = { readonly slug: string; readonly name: string }

/** Something that waits, and in which body. */
export type WorkItem = { readonly body: WorkBody; readonly work: Work }

/** What of the list is wanted; what is absent does not filter. */
export type WorkFilter = { readonly kind?: WorkKind | undefined; readonly body?: string | undefined }

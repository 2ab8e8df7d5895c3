// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../kernel/dates.ts'
import type { Lateness, TransitionName } from '../plans/index.ts'

/** The kinds of work, most urgent first. */
export const workKinds = [
  'late',
  'toTell',
  'overdue',
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

/** An item about a plan. */
type OfPlan = { readonly triennium: string }

/** An item about a line's entry. */
type OfLine = OfPlan & { readonly code: string; readonly title: string }

/** An item about an entry with a date to meet. */
export type DatedWork = OfLine & {
  /** `toTell`: the national date has passed and nobody has said a status; `overdue`: only the body's own date has. */
  readonly kind: 'late' | 'toTell' | 'overdue' | 'due' | 'ahead'
  /** The nearest date that is not kept yet. */
  readonly date: IsoDate
  /** Whose date it is: the national plan's or the body's own. */
  readonly by: 'edition' | 'body'
  /** The other date, when it is different. */
  readonly other?: IsoDate
}

/** An item of the worklist, with everything that its row shows. */
export type Work =
  | DatedWork
  /** The days since the entry was last changed. */
  | (OfLine & { readonly kind: 'stale'; readonly date: IsoDate; readonly days: number })
  /** Nobody keeps the entry; the date that it has to keep, if any. */
  | (OfLine & { readonly kind: 'unowned'; readonly date?: IsoDate; readonly lateness?: Lateness })
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
  /** A draft that I have not saved. */
  | (OfPlan & { readonly kind: 'drafts'; readonly part: string; readonly name: string; readonly date: IsoDate })

/** A body, as pages name it. */
export type WorkBody = { readonly slug: string; readonly name: string }

/** An item and its body. */
export type WorkItem = { readonly body: WorkBody; readonly work: Work }

/** The filters of the list. Absent fields do not filter. */
export type WorkFilter = { readonly kind?: WorkKind | undefined; readonly body?: string | undefined }

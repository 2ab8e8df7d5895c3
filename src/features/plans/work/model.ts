// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../kernel/dates.ts'
import type { ActionLineCode, Triennium } from '../../../kernel/ids.ts'
import type { Lateness, TransitionName } from '../plan/index.ts'

/** An item about a plan. */
type OfPlan = { readonly triennium: Triennium }

/** An item about a line's entry. */
type OfLine = OfPlan & { readonly code: ActionLineCode; readonly title: string }

/** An item about an entry with a date to meet. */
export type DatedWork = OfLine & {
  readonly kind: 'late' | 'toTell' | 'overdue' | 'due' | 'ahead'
  /** The nearest date that is not kept yet. */
  readonly date: IsoDate
  readonly by: DateOwner
  /** The other date, when it is different. */
  readonly other?: IsoDate
  readonly otherBy?: DateOwner
}

/** Whose a date is: the national plan's, the law's where it moves it, or the body's own. */
export type DateOwner = 'edition' | 'law' | 'body'

/** What waits in a plan, before it is put into words. */
export type PlanWork =
  | DatedWork
  /** The days since the entry was last changed. */
  | (OfLine & { readonly kind: 'stale'; readonly date: IsoDate; readonly days: number })
  /** Nobody keeps the entry; the date that it has to keep, if any. */
  | (OfLine & { readonly kind: 'unowned'; readonly date?: IsoDate; readonly lateness?: Lateness })
  /** Entries carried from an earlier plan: one of mine, or how many of a plan. */
  | (OfPlan & { readonly kind: 'carried'; readonly code: ActionLineCode; readonly title: string })
  | (OfPlan & { readonly kind: 'carried'; readonly count: number })
  /** Questions to the body for which lines of the plan wait. */
  | (OfPlan & { readonly kind: 'questions'; readonly count: number })
  | (OfPlan & { readonly kind: 'review' | 'returned'; readonly comments: number })
  | (OfPlan & { readonly kind: 'publish'; readonly step: TransitionName })
  | (OfPlan & { readonly kind: 'toSend' })

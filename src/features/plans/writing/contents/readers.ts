// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../../kernel/access.ts'
import type { AdministrationPlan, PlanAddress, PlanState } from '../../plan/index.ts'

/** What pages know of a plan that people write: it, cut to its body, and where it stands. */
export type WorkingPlan = AdministrationPlan & {
  readonly state: PlanState
}

/** Who changed something last, and when. */
export type LastChange = { readonly by: string; readonly at: Date }

/** A part in the list of what a plan is made of. */
export type ContentsItem = {
  /** `narrative:introduction`, `spending` */
  readonly part: string
  readonly group: 'body' | 'texts' | 'chapters' | 'initiatives' | 'money'
  readonly label: string
  readonly written: boolean
  /** How much of it there is: `3 ruoli`, `12 schede su 20`. */
  readonly detail?: string
}

/** A part in the list, with who changed it and whether the person has a draft of it. */
export type ListedPart = ContentsItem & { readonly last?: LastChange; readonly draft: boolean }

/** How the entries of a chapter stand, in numbers. */
export type ChapterEntries = {
  readonly number: number
  readonly title: string
  /** Lines that bind the body. */
  readonly binding: number
  /** Of these, with a status and an activity or a reason. */
  readonly written: number
  readonly toReview: number
}

/** An initiative that was taken away, and can be brought back. */
export type DeletedInitiative = { readonly number: number; readonly title: string; readonly last: LastChange }

/** All that a plan is made of, part by part. */
export type PlanContents = {
  readonly plan: WorkingPlan
  readonly parts: readonly ListedPart[]
  readonly chapters: readonly ChapterEntries[]
  readonly deleted: readonly DeletedInitiative[]
  /** Entries carried from an earlier plan. */
  readonly carried: { readonly total: number; readonly reviewed: number }
  /** Newer editions of its cycle. */
  readonly newerEditions: readonly string[]
}

/** What pages read of the contents of a plan; undefined when there is no such body or plan. */
export type ContentsReader = {
  list(address: PlanAddress, person: PersonId | undefined): Promise<PlanContents | undefined>
}

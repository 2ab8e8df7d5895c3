// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../../kernel/access.ts'
import type { ContentsSection, ListedRecord, NumberedWords } from '../../../records/index.ts'
import type { AdministrationPlan, PlanAddress, PlanState } from '../../plan/index.ts'

/** What pages know of a plan that people write: it, cut to its body, and where it stands. */
export type WorkingPlan = AdministrationPlan & {
  readonly state: PlanState
}

/** Who changed something last, and when. */
export type LastChange = { readonly by: string; readonly at: Date }

/** A record in the list of what a plan is made of: where it is written, who changed it, whether the person has a draft. */
export type ListedPart = ListedRecord & {
  /** `narrative:introduction`, `spending` */
  readonly part: string
  readonly page: string
  readonly last?: LastChange
  readonly draft: boolean
  /** Some of it may be changed now. */
  readonly changeable: boolean
}

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

/** The records of a kind that people add and take away. */
export type NumberedList = {
  /** The name of the kind. */
  readonly kind: string
  readonly section: ContentsSection
  readonly words: NumberedWords
  /** Where one is added; absent where now none may be. */
  readonly add?: string
  /** Those that were taken away, and can be brought back. */
  readonly gone: readonly { readonly name: string; readonly last: LastChange; readonly restore: string }[]
}

/** All that a plan is made of, part by part. */
export type PlanContents = {
  readonly plan: WorkingPlan
  readonly parts: readonly ListedPart[]
  readonly chapters: readonly ChapterEntries[]
  readonly numbered: readonly NumberedList[]
  /** Entries carried from an earlier plan. */
  readonly carried: { readonly total: number; readonly reviewed: number }
  /** Newer editions of its cycle. */
  readonly newerEditions: readonly string[]
}

/** What pages read of the contents of a plan; undefined when there is no such body or plan. */
export type ContentsReader = {
  list(address: PlanAddress, person: PersonId | undefined): Promise<PlanContents | undefined>
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import type { Administration } from '../../administrations/index.ts'
import type { ActionLine, Edition } from '../../catalogue/index.ts'
import type { EntryContent } from '../parts/entry-part.ts'
import type { PartStep } from '../parts/read-history.ts'
import type { PlanState } from '../plan/lifecycle.ts'
import type { PlanAddress, TailoredLine } from '../plan/model.ts'
import type { Draft } from './draft-store.ts'
import type { EntryPlace, Keeper, Phrase, Suggestion } from './model.ts'

/** All that the form of an entry needs. */
export type EntryForm = {
  readonly administration: Administration
  readonly edition: Edition
  readonly plan: { readonly triennium: string; readonly state: PlanState }
  /** The line and its verdict, with the entry as it is stored. */
  readonly tailored: TailoredLine
  readonly neighbours: { readonly previous: ActionLine | undefined; readonly next: ActionLine | undefined }
  /** What is stored, and its revision: what a save is checked against. */
  readonly content: EntryContent | undefined
  readonly revision: number
  /** Fields that the person may not change now. */
  readonly locked: ReadonlySet<keyof EntryContent>
  /** The offices of the body. */
  readonly offices: readonly string[]
  readonly keepers: readonly Keeper[]
  /** What the person typed and did not save. */
  readonly draft?: Draft
  readonly suggestions: readonly Suggestion[]
  /** Carried from an earlier plan, and not gone through yet. */
  readonly toReview: boolean
  /** `2022-2024 CAP1.PA.LA02` */
  readonly carriedFrom?: string
}

/** Whose hands an entry is in, and how often it changed. */
export type EntryStanding = {
  readonly ownerOffice?: string
  readonly ownerPerson?: Keeper
  /** Contributors of these may change it. */
  readonly offices: readonly string[]
  readonly revision: number
  readonly toReview: boolean
  readonly carriedFrom?: string
}

/** What the page of a line tells of its entry besides what it says. */
export type EntrySheet = EntryStanding & {
  readonly state: PlanState
  /** The last changes, newest first. */
  readonly steps: readonly PartStep[]
}

/** How the entries of a plan stand, by code, and among whom they may be shared out. */
export type PlanStandings = {
  readonly state: PlanState
  readonly entries: ReadonlyMap<string, EntryStanding>
  /** The offices of the body. */
  readonly offices: readonly string[]
  readonly keepers: readonly Keeper[]
}

/** What pages read of entries that people write. */
export type EntryReader = {
  /**
   * The form of an entry; undefined when there is no such body, plan or line.
   * @throws {TimoneError} `forbidden` when it is not in the viewer's hands.
   */
  form(place: EntryPlace, viewer: Viewer): Promise<EntryForm | undefined>
  /** Undefined when there is no such body or plan. */
  sheet(place: EntryPlace): Promise<EntrySheet | undefined>
  /** How the entries of a plan stand; undefined when there is no such body or plan. */
  standings(address: PlanAddress): Promise<PlanStandings | undefined>
  /** The body and its phrases, by title; undefined when there is no such body. */
  phrases(
    slug: string,
  ): Promise<{ readonly administration: Administration; readonly phrases: readonly Phrase[] } | undefined>
}

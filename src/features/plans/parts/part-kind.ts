// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { PlanRow } from '../plan/store.ts'

/**
 * A kind of part of what a body writes: entries, texts, initiatives, lists of amounts… All are read, saved, compared
 * and kept in their revisions in the same way; what differs is here. An absent part is undefined.
 */
export type PartKind<Content extends object> = {
  /** `entry`, `narrative`: the beginning of the part's name, before its key. */
  readonly name: string
  readonly schema: z.ZodType<Content>
  /** What people call each field; comparisons and conflicts list them in this order. */
  readonly labels: { readonly [Field in keyof Content]-?: string }
  /** Fields that tell how things go on: they may change after the plan is approved. */
  readonly progress: readonly (keyof Content)[]
  /** Fields that only who writes the whole plan may change. */
  readonly reserved: readonly (keyof Content)[]
  /** Belongs to the body rather than to one plan of it. */
  readonly ofBody?: boolean
  /** In whose hands the part is: contributors of these offices may change it. Absent: of who writes the plan. */
  readonly offices?: (content: Content) => readonly string[]
  read(reader: Reader, plan: PlanRow, key: string): Promise<Content | undefined>
  write(writer: Writer, plan: PlanRow, key: string, content: Content | undefined): Promise<void>
}

/** The name of a part in its plan: `entry:CAP1.PA.01`, `spending`. */
export const partName = ({ name }: Pick<PartKind<object>, 'name'>, key: string): string =>
  key === '' ? name : `${name}:${key}`

/** Under which a part's revisions are kept: `plan:12/entry:CAP1.PA.01`, `body/offices`. */
export const subjectOf = (kind: Pick<PartKind<object>, 'name' | 'ofBody'>, { id }: PlanRow, key: string): string =>
  `${kind.ofBody ? 'body' : `plan:${id}`}/${partName(kind, key)}`

/** A revision of a part, and who made it. */
export type Revision<Content> = {
  readonly number: number
  readonly content: Content | undefined
  readonly at: Date
  readonly by: string
}

/** What became of an attempt to save. */
export type SaveOutcome<Content> =
  | { readonly kind: 'saved'; readonly revision: number; readonly changed: readonly (keyof Content)[] }
  /** Nothing differed from what is stored. */
  | { readonly kind: 'unchanged'; readonly revision: number }
  /** Somebody else saved meanwhile; nothing was stored. */
  | { readonly kind: 'conflict'; readonly conflict: Conflict<Content> }

/** The two sides of a part that two people changed, and what it was before both. */
export type Conflict<Content> = {
  readonly base: Content | undefined
  readonly mine: Content | undefined
  readonly theirs: Content | undefined
  /** Theirs: what a choice is saved on. */
  readonly revision: number
  readonly by: string
  readonly at: Date
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import type { Action } from '../../kernel/access.ts'
import type { AdministrationId, PlanId, Slug, Triennium } from '../../kernel/ids.ts'
import type { Reader, Writer } from '../../platform/db/tenants.ts'
import { fieldId } from '../../ui/forms/form-fields.tsx'
import type { Fields } from './field.ts'

/** Whose records they are: a body's, or those of one of its plans. */
export type RecordOwner = { readonly administration: AdministrationId; readonly id?: PlanId }

/** From where a record's page is asked for: a body, and the plan that is being looked at. */
export type RecordPlace = { readonly slug: Slug; readonly triennium: Triennium }

/** What people call the records of a kind. */
export type KindWords = {
  /** `scheda`, `iniziativa`. */
  readonly one: string
  /** `schede`, `iniziative`. */
  readonly many: string
}

/** Where a group of fields stands in the form. */
export type FormGroup = {
  /** A heading before its first field. */
  readonly heading?: string
  /** What its fields are folded under; it opens where one of them says something. */
  readonly folded?: string
}

/**
 * A kind of record of what a body writes: entries, texts, initiatives, lists of amounts… All are read, saved, compared
 * and kept in their revisions in the same way; what differs is here. An absent record is undefined.
 * @template Owner what `find` and `write` need to know of the plan or body.
 */
export type RecordKind<Content extends object, Owner extends RecordOwner = RecordOwner> = {
  /** `entry`, `narrative`: the beginning of the record's name, before its key. */
  readonly name: string
  readonly words: KindWords
  /** One of them in a sentence, with its article, by its key: `la scheda CAP1.PA.01`. Absent: there is only one. */
  readonly called?: (key: string) => string
  /** Of a plan, or of the body whichever plan is being looked at. */
  readonly scope: 'plan' | 'body'
  /** The page where one of them is written. */
  readonly page: (where: RecordPlace, key: string) => string
  /** What reviewers may speak of: a whole record, or its fields too. Absent: nothing. */
  readonly comments?: 'whole' | 'fields'
  /** A body's record that decides what its plans ask for: it stays as it is while one of them is being reviewed. */
  readonly decides?: true
  readonly fields: Fields<Content>
  readonly schema: z.ZodType<Content>
  /** The parts of its form by name, in their order; absent: one, without a heading. */
  readonly groups?: Readonly<Record<string, FormGroup>>
  /** What its fields offer to choose from, by name: whoever draws the form finds it. */
  readonly asks?: readonly string[]
  /** Who may write it, if not whoever writes the plan. */
  readonly writtenBy?: Action
  /** In whose hands the record is: contributors of these offices may change it. Absent: of who writes the plan. */
  readonly offices?: (content: Content) => readonly string[]
  readonly find: (reader: Reader, owner: Owner, key: string) => Promise<Content | undefined>
  /** @param before what is stored now. */
  readonly write: (
    writer: Writer,
    owner: Owner,
    key: string,
    content: Content | undefined,
    before: Content | undefined,
  ) => Promise<void>
}

/** What names a kind: enough to tell its records apart. */
export type NamedKind = Pick<RecordKind<object>, 'name' | 'scope'>

/** A kind by which its records can be reached. */
export type ReachedKind = Pick<RecordKind<object>, 'name' | 'page'>

/** The page where a record is written. @param field of its form, to go to at once. */
export const recordPage = ({ page }: ReachedKind, where: RecordPlace, key: string, field?: string): string =>
  field === undefined ? page(where, key) : `${page(where, key)}#${fieldId(field)}`

/** The name of a record among those of its owner: `entry:CAP1.PA.01`, `spending`. */
export const recordName = ({ name }: Pick<NamedKind, 'name'>, key: string): string =>
  key === '' ? name : `${name}:${key}`

/** A record's name taken apart. */
export function parseRecordName(text: string): { readonly kind: string; readonly key: string } {
  const [, kind = '', key = ''] = /^([^:]*):?(.*)$/s.exec(text) ?? []
  return { kind, key }
}

/** Under which a record's revisions are kept: `plan:12/entry:CAP1.PA.01`, `body/offices`. */
export const subjectOf = (kind: NamedKind, { id }: RecordOwner, key: string): string =>
  `${kind.scope === 'body' ? 'body' : `plan:${id}`}/${recordName(kind, key)}`

/** A revision of a record, and who made it. */
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

/** The two sides of a record that two people changed, and what it was before both. */
export type Conflict<Content> = {
  readonly base: Content | undefined
  readonly mine: Content | undefined
  readonly theirs: Content | undefined
  /** Theirs: what a choice is saved on. */
  readonly revision: number
  readonly by: string
  readonly at: Date
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import type { Viewer } from '../../../../kernel/access.ts'
import type { IsoDate } from '../../../../kernel/dates.ts'
import type { Problem } from '../../../../kernel/errors.ts'
import type { Reader, Writer } from '../../../../platform/db/tenants.ts'
import type { Crumb } from '../../../../ui/page/breadcrumb.tsx'
import type { Administration } from '../../../administrations/index.ts'
import type { Edition } from '../../../catalogue/index.ts'
import type { Offered, RecordKind, RecordOwner, RecordStanding, TypedFields } from '../../../records/index.ts'
import type { Changeable, PlanRow } from '../../plan/index.ts'
import type { Suggestion } from '../model.ts'
import type { FieldsProps } from './views/record-fields.tsx'

/** Where a record is written. @template Owner whose the record is: a plan, or a body. */
export type Edited<Owner extends RecordOwner> = {
  readonly administration: Administration
  readonly owner: Owner
  /** The plan that is being looked at: the record’s own, or else the newest of the body, if it has any. */
  readonly plan: PlanRow | undefined
  /** That plan’s edition, or else the newest. */
  readonly edition: Edition
}
export type EditedPlan = Edited<PlanRow>
export type EditedBody = Edited<RecordOwner>

/** What became of an attempt to save: `reviewed` where nothing changed, but it does not wait to be gone through any more. */
export type SavedAs = 'saved' | 'unchanged' | 'reviewed'

/**
 * How one record is written by hand: what its page is called, where it leads, what else it shows. What its fields are,
 * how they are typed, read and checked, its kind says.
 */
export type RecordForm<Content extends object, More = unknown, Owner extends RecordOwner = PlanRow> = {
  readonly kind: RecordKind<Content, Owner>
  /** Of the record among those of its kind; '' where there is only one. */
  readonly key: string
  /** The heading of its page. */
  readonly title: string | ((content: Content | undefined) => string)
  /** What to write, in a sentence or two. */
  readonly lead?: string
  /** The pages between that of the plan and this one. */
  readonly trail: readonly Crumb[]
  /** The way out without saving. */
  readonly back: { readonly href: string; readonly label: string }
  /** Where a save leads: a page that says what was done. */
  readonly after: (saved: SavedAs, change: SavedChange<Owner>) => string
  /** The page that a save leads to tells what it changed of the plan: both sides are looked up. */
  readonly comparesPlan?: true
  /** A record that nobody wrote yet is not found. */
  readonly mustExist?: true
  /** Stores it under a key of its own: it is a new one. */
  readonly newKey?: (writer: Writer, owner: Owner) => Promise<string>
  /** What a content cannot say, of what changed in it: problems whose place is a field. */
  readonly check?: (question: CheckQuestion<Content, Owner>) => Promise<readonly Problem[]>
  /** What is done with a stored record besides, in the same transaction. */
  readonly settle?: (writer: Writer, owner: Owner, saved: SavedAs, viewer: Viewer) => Promise<SavedAs>
  /** Reads the record with what else its page shows; absent: as its kind does. */
  readonly load?: (
    reader: Reader,
    edited: Edited<Owner>,
  ) => Promise<{ readonly content?: Content; readonly more: More }>
  /** Texts to begin the record’s long text from. */
  readonly suggest?: (open: OpenRecord<Owner>) => Promise<readonly Suggestion[]>
  /** Draws the fields its own way. */
  readonly Layout?: (props: FieldsProps<Content> & { readonly sheet: RecordSheet<Content, More, Owner> }) => VNode
  /** What stands above the form, beside it, below it, and around its heading. */
  readonly Above?: (props: { readonly sheet: RecordSheet<Content, More, Owner> }) => VNode | null
  readonly Beside?: (props: { readonly sheet: RecordSheet<Content, More, Owner> }) => VNode
  readonly Below?: (props: {
    readonly sheet: RecordSheet<Content, More, Owner>
    readonly problems: readonly Problem[]
  }) => VNode | null
  readonly Tags?: (props: { readonly sheet: RecordSheet<Content, More, Owner> }) => VNode
  readonly code?: string
}

/** What a check is asked of. */
export type CheckQuestion<Content, Owner extends RecordOwner = PlanRow> = {
  readonly writer: Writer
  readonly owner: Owner
  readonly before: Content | undefined
  readonly content: Content
  readonly today: IsoDate
  readonly offered: Offered
}

/** What is edited, in a transaction that reads it, with all the plans of the body, newest triennium first. */
export type OpenRecord<Owner extends RecordOwner> = Edited<Owner> & {
  readonly db: Reader
  readonly plans: readonly PlanRow[]
}

/** What is edited before and after a save, for who tells what it changed. */
export type SavedChange<Owner extends RecordOwner = PlanRow> = {
  readonly before: Edited<Owner>
  readonly after: Edited<Owner>
}

/** A record as its page shows it. */
export type RecordSheet<Content extends object, More = unknown, Owner extends RecordOwner = PlanRow> = Edited<Owner> &
  RecordStanding & {
    readonly form: RecordForm<Content, More, Owner>
    readonly content: Content | undefined
    readonly more: More
    /** Fields that the person may not change now. */
    readonly locked: ReadonlySet<keyof Content>
    /** What may be changed now, by anybody. */
    readonly now: Changeable
    /** All the plans of the body. */
    readonly plans: readonly PlanRow[]
    readonly offered: Offered
    readonly suggestions: readonly Suggestion[]
  }

/** The heading of a record’s page. */
export const headingOf = <Content extends object, More, Owner extends RecordOwner>({
  form,
  content,
}: Pick<RecordSheet<Content, More, Owner>, 'form' | 'content'>): string =>
  typeof form.title === 'string' ? form.title : form.title(content)

/** What a person typed in a form, and the revision that they had before them. */
export type TypedEdit = { readonly base: number; readonly fields: TypedFields }

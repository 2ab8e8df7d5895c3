// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import type { IsoDate } from '../../../../kernel/dates.ts'
import { invalidInput, type Problem } from '../../../../kernel/errors.ts'
import type { Slug } from '../../../../kernel/ids.ts'
import { demand } from '../../../../kernel/permission.ts'
import type { Writer } from '../../../../platform/db/tenants.ts'
import { findAdministrationById } from '../../../administrations/index.ts'
import {
  type Conflict,
  conflictFields,
  deleteDraft,
  findRevision,
  loadContentAt,
  loadCurrent,
  lockedFields,
  mergeSides,
  type Offered,
  type RecordOwner,
  readTyped,
  type Side,
  shownFields,
  sideName,
  subjectOf,
} from '../../../records/index.ts'
import { changeableNow, planActions, readPlanRows } from '../../plan/index.ts'
import { changeRecord, type RecordEdit } from './change-record.ts'
import type { WritingDependencies } from './dependencies.ts'
import { noRecord, type RecordPlaces } from './load-sheet.ts'
import { knownOffered } from './offered.ts'
import type { Edited, RecordForm, SavedAs, SavedChange, TypedEdit } from './record-form.ts'

/** What is kept of two sides, field by field. */
export type SideChoice = {
  /** Theirs: the revision that the choice was made against. */
  readonly theirs: number
  readonly sides: Readonly<Record<string, Side | undefined>>
}

/** What somebody typed of a record, or what they chose after somebody else had saved another one. */
export type Edit = TypedEdit & { readonly choice?: SideChoice }

/** What became of an attempt to save. */
export type EditOutcome<Content> =
  /** `to` is the page that says what was done. */
  | { readonly kind: SavedAs; readonly to: string }
  /** Somebody else saved meanwhile; nothing was stored. */
  | { readonly kind: 'conflict'; readonly conflict: Conflict<Content> }
  /** Fields that both changed are still to be chosen, or the choice says nothing that can be. */
  | { readonly kind: 'undecided'; readonly conflict: Conflict<Content>; readonly problems: readonly Problem[] }

/** What a save works with, besides what was typed. */
type Saving<Content extends object, More, Owner extends RecordOwner> = {
  readonly db: Writer
  readonly edited: Edited<Owner>
  readonly form: RecordForm<Content, More, Owner>
  readonly offered: Offered
  readonly viewer: Viewer
  readonly today: IsoDate
}

/**
 * Saves a record as it was typed, or the choice between two sides of it, unless somebody else saved it meanwhile; the
 * person’s draft of it goes away. What the person may not change stays as it is.
 * @throws {TimoneError} `not-found`, `forbidden`, `not-now`, or `invalid-input` with what is wrong, by control.
 */
export async function saveRecord<
  Content extends object,
  More,
  Address extends { readonly slug: Slug },
  Owner extends RecordOwner,
>(
  dependencies: WritingDependencies,
  { of, formOf }: RecordPlaces<Content, More, Address, Owner>,
  address: Address,
  edit: Edit,
  viewer: Viewer,
  today: IsoDate,
): Promise<EditOutcome<Content>> {
  const people = await dependencies.keepersOf(address.slug)
  return await of.write(dependencies, address, async ({ db, edited }) => {
    const form = formOf(edited, address)
    if (!form) throw noRecord()
    const offered = knownOffered(edited, form.kind.asks, people)
    return await save({ db, edited, form, offered, viewer, today }, edit)
  })
}

async function save<Content extends object, More, Owner extends RecordOwner>(
  saving: Saving<Content, More, Owner>,
  { base, fields, choice }: Edit,
): Promise<EditOutcome<Content>> {
  const { db, edited, form, offered, viewer } = saving
  const { kind } = form
  const { owner, administration } = edited
  const stored = await loadCurrent(db, kind, owner, form.key)
  if (form.mustExist && stored.content === undefined) throw noRecord()
  if (kind.offices) {
    const offices = (stored.content && kind.offices(stored.content)) ?? []
    demand(viewer, planActions.writeEntries, { slug: administration.slug, offices })
  }
  const subject = subjectOf(kind, owner, form.key)
  const at = async (revision: number) =>
    revision === stored.revision ? stored.content : await loadContentAt<Content>(db, owner, subject, revision)
  const before = await at(base)
  const typed = readTyped(kind.fields, fields, { before, offered, shown: shownFields(kind.fields, fields) })
  if (!choice) {
    refuseAny([...typed.problems, ...(await checked(saving, before, typed.content))])
    return await store(saving, { base, content: typed.content }, stored)
  }
  refuseAny(typed.problems)
  const theirs = await at(choice.theirs)
  const last = await findRevision<Content>(db, owner, subject, choice.theirs)
  const conflict: Conflict<Content> = {
    base: before,
    mine: typed.content,
    theirs,
    revision: choice.theirs,
    by: last?.by ?? '',
    at: last?.at ?? new Date(0),
  }
  const decided = await decide(saving, conflict, choice.sides)
  if ('problems' in decided) return { kind: 'undecided', conflict, problems: decided.problems }
  return await store(saving, { base: choice.theirs, content: decided.content }, stored)
}

/** What a person chose, field by field; what they may not change is theirs. */
async function decide<Content extends object, More, Owner extends RecordOwner>(
  saving: Saving<Content, More, Owner>,
  conflict: Conflict<Content>,
  sides: SideChoice['sides'],
): Promise<{ readonly content: Content | undefined } | { readonly problems: readonly Problem[] }> {
  const { db, form, edited, viewer } = saving
  const { fields, schema } = form.kind
  const now = changeableNow(form.kind, edited.plan, form.kind.scope === 'body' ? await readPlanRows(db) : [])
  const writesAll = viewer.may(planActions.write, { slug: edited.administration.slug })
  const locked = lockedFields(fields, now.what, writesAll)
  const open = conflictFields(fields, conflict).filter(({ field }) => !locked.has(field))
  const problem = (field: string, message: string): Problem => ({ place: sideName(field), message })
  const undecided = open.filter(({ field }) => sides[field] === undefined)
  if (undecided.length > 0)
    return { problems: undecided.map(({ field }) => problem(field, 'scegliere che cosa tenere')) }
  const chosen = Object.fromEntries(open.map(({ field }) => [field, sides[field]])) as {
    readonly [Field in keyof Content]?: Side
  }
  const content = mergeSides(fields, conflict, chosen)
  if (Object.keys(content).length === 0) return { content: undefined }
  const faulty = new Set(schema.safeParse(content).error?.issues.map(({ path }) => String(path[0])))
  const problems = [
    ...[...faulty].map((field) => problem(field, 'senza questo il resto non può stare: tenerne una')),
    ...(await checked(saving, conflict.theirs, content)).map((one) => ({ ...one, place: sideName(one.place) })),
  ]
  return problems.length > 0 ? { problems } : { content }
}

async function checked<Content extends object, More, Owner extends RecordOwner>(
  { db, edited, form, offered, today }: Saving<Content, More, Owner>,
  before: Content | undefined,
  content: Content | undefined,
): Promise<readonly Problem[]> {
  if (!form.check || !content) return []
  return await form.check({ writer: db, owner: edited.owner, before, content, today, offered })
}

async function store<Content extends object, More, Owner extends RecordOwner>(
  { db, edited, form, viewer }: Saving<Content, More, Owner>,
  edit: RecordEdit<Content>,
  stored: { readonly content: Content | undefined; readonly revision: number },
): Promise<EditOutcome<Content>> {
  const { kind, newKey, settle } = form
  const { owner, administration } = edited
  const key = newKey ? await newKey(db, owner) : form.key
  const place = { slug: administration.slug, owner, key }
  const outcome = await changeRecord(db, kind, place, edit, viewer, newKey ? undefined : stored)
  if (outcome.kind === 'conflict') return outcome
  if (viewer.person) {
    await deleteDraft(db, { person: viewer.person.id, subject: subjectOf(kind, owner, form.key) })
  }
  const saved = (await settle?.(db, owner, outcome.kind, viewer)) ?? outcome.kind
  const after = form.comparesPlan && saved === 'saved' ? await loadAfter(db, edited) : edited
  const change: SavedChange<Owner> = { before: edited, after }
  return { kind: saved, to: form.after(saved, change) }
}

/** What is edited as it is after a save. */
async function loadAfter<Owner extends RecordOwner>(db: Writer, edited: Edited<Owner>): Promise<Edited<Owner>> {
  const { administration, plan } = edited
  const plans = await readPlanRows(db)
  return {
    ...edited,
    administration: (await findAdministrationById(db, db.administration)) ?? administration,
    ...(plan && { plan: plans.find(({ id }) => id === plan.id) ?? plan }),
  }
}

function refuseAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidInput('Niente è stato salvato: ci sono valori da correggere.', problems)
}

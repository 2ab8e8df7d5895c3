// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import { notFound, type Problem } from '../../../kernel/errors.ts'
import type { Tenants, Writer } from '../../../platform/db/tenants.ts'
import { findAdministration, lockAdministration } from '../../administrations/index.ts'
import { type Conflict, type PartKind, type SaveOutcome, subjectOf } from '../parts/part-kind.ts'
import { readRevision } from '../parts/part-store.ts'
import { readContentAt } from '../parts/read-content.ts'
import { conflictFields, mergeSides, type Side } from '../parts/rules.ts'
import { changePart, type PartEdit } from '../parts/save-part.ts'
import type { PlanAddress } from '../plan/model.ts'
import { lockPlan, type PlanRow } from '../plan/store.ts'
import { deleteDraft } from '../writing/draft-store.ts'

/** What somebody makes of a part, or what they chose after somebody else had saved another one. */
export type ContentsEdit<Content> = PartEdit<Content> & { readonly choice?: SideChoice }

/** What is kept of two sides, field by field. */
export type SideChoice = {
  /** Theirs: the revision that the choice was made against. */
  readonly theirs: number
  readonly sides: Readonly<Record<string, Side | undefined>>
}

/** As `SaveOutcome`; `undecided`: fields that both changed are still to be chosen, or the choice says nothing whole. */
export type ContentsOutcome<Content> =
  | SaveOutcome<Content>
  | { readonly kind: 'undecided'; readonly conflict: Conflict<Content>; readonly problems: readonly Problem[] }

/**
 * Saves a part of a plan, or of its body, as `savePart` does, or the choice between two sides of it. What is of the body
 * is changed by one person at a time, whichever of its plans they come from.
 * @throws {TimoneError} `not-found`, `forbidden`, `not-now`, or `invalid-input` for a revision that never was.
 */
export async function saveContents<Content extends object>(
  tenants: Tenants,
  kind: PartKind<Content>,
  { slug, triennium, key }: PlanAddress & { readonly key: string },
  { base, content, choice }: ContentsEdit<Content>,
  viewer: Viewer,
): Promise<ContentsOutcome<Content>> {
  const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
  if (!administration) throw notFound(`Ente «${slug}»`)
  return await tenants.tenant(administration.id).write(async (writer) => {
    if (kind.ofBody) await lockAdministration(writer)
    const plan = await lockPlan(writer, triennium)
    if (!plan) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
    const place = { slug, plan, key }
    if (!choice) return await storePart(writer, kind, place, { base, content }, viewer)
    const conflict = await readSides(writer, kind, plan, key, { base, content, choice })
    const decided = decide(kind, conflict, choice.sides)
    if ('problems' in decided) return { kind: 'undecided', conflict, problems: decided.problems }
    return await storePart(writer, kind, place, { base: choice.theirs, content: decided.content }, viewer)
  })
}

/** Changes a part on a locked plan; the person's draft of it goes away, unless somebody else saved meanwhile. */
async function storePart<Content extends object>(
  writer: Writer,
  kind: PartKind<Content>,
  place: { readonly slug: string; readonly plan: PlanRow; readonly key: string },
  edit: PartEdit<Content>,
  viewer: Viewer,
): Promise<SaveOutcome<Content>> {
  const outcome = await changePart(writer, kind, place, edit, viewer)
  if (outcome.kind !== 'conflict' && viewer.person) {
    await deleteDraft(writer, { person: viewer.person.id, subject: subjectOf(kind, place.plan, place.key) })
  }
  return outcome
}

async function readSides<Content extends object>(
  writer: Writer,
  kind: PartKind<Content>,
  plan: PlanRow,
  key: string,
  { base, content: mine, choice: { theirs } }: PartEdit<Content> & { readonly choice: SideChoice },
): Promise<Conflict<Content>> {
  const subject = subjectOf(kind, plan, key)
  const before = await readContentAt<Content>(writer, plan, subject, base)
  const after = await readContentAt<Content>(writer, plan, subject, theirs)
  const last = await readRevision<Content>(writer, plan, subject, theirs)
  return { base: before, mine, theirs: after, revision: theirs, by: last?.by ?? '', at: last?.at ?? new Date(0) }
}

function decide<Content extends object>(
  kind: PartKind<Content>,
  conflict: Conflict<Content>,
  sides: SideChoice['sides'],
): { readonly content: Content | undefined } | { readonly problems: readonly Problem[] } {
  const problem = (field: PropertyKey, message: string): Problem => ({ place: `side-${String(field)}`, message })
  const open = conflictFields(kind, conflict).map(({ field }) => field)
  const undecided = open.filter((field) => sides[String(field)] === undefined)
  if (undecided.length > 0) return { problems: undecided.map((field) => problem(field, 'scegliere che cosa tenere')) }
  const chosen = Object.fromEntries(open.map((field) => [field, sides[String(field)]])) as {
    readonly [Field in keyof Content]?: Side
  }
  const content = mergeSides(kind, conflict, chosen)
  if (Object.keys(content).length === 0) return { content: undefined }
  const { error } = kind.schema.safeParse(content)
  const faulty = new Set(error?.issues.map(({ path }) => path[0]).filter((field) => field !== undefined))
  return error
    ? { problems: [...faulty].map((field) => problem(field, 'senza questo il resto non può stare: tenerne una')) }
    : { content }
}

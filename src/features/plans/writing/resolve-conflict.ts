// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import { type EntryContent, entryPart } from '../parts/entry-part.ts'
import { type Conflict, subjectOf } from '../parts/part-kind.ts'
import { readRevision } from '../parts/part-store.ts'
import { readContentAt } from '../parts/read-content.ts'
import { conflictFields, lockedFields, mergeSides, type Side } from '../parts/rules.ts'
import { writePlan } from '../parts/save-part.ts'
import type { PlanRow } from '../plan/store.ts'
import type { EntryPlace } from './model.ts'
import { type PreparedEdit, prepareEdit, type WritingDependencies } from './prepare-edit.ts'
import { type EntryOutcome, problemsOf, refuseAny, storeEntry } from './save-entry.ts'
import { readTypedEntry, shownFields } from './typed-entry.ts'
import type { TypedFields } from './typed-values.ts'

/** What somebody chose of the two sides of an entry. */
export type EntryChoice = {
  /** The revision that the person had before them when they typed. */
  readonly base: number
  /** Theirs: the revision that the choice was made against. */
  readonly theirs: number
  readonly fields: TypedFields
  readonly sides: Readonly<Record<string, Side | undefined>>
}

/** As `EntryOutcome`; `undecided`: fields that both changed are still to be chosen, or the choice cannot be. */
export type ChoiceOutcome =
  | EntryOutcome
  | { readonly kind: 'undecided'; readonly conflict: Conflict<EntryContent>; readonly problems: readonly Problem[] }

/**
 * Saves what a person chose, field by field, between what they typed and what somebody else saved meanwhile. Who saves
 * in between makes another conflict. What may not be changed by the person is theirs.
 * @throws {TimoneError} as `saveEntry`.
 */
export async function resolveConflict(
  { tenants, catalogue, keepersOf }: WritingDependencies,
  place: EntryPlace,
  { base, theirs, fields, sides }: EntryChoice,
  viewer: Viewer,
  today: IsoDate,
): Promise<ChoiceOutcome> {
  const keepers = await keepersOf(place.slug)
  return await writePlan(tenants, place, async (writer, plan) => {
    const prepared = await prepareEdit(writer, plan, place, base, viewer, catalogue)
    const typed = readTypedEntry(fields, { ...prepared, shown: shownFields(fields) })
    refuseAny(typed.problems)
    const conflict = await readConflict(writer, plan, place, prepared, { theirs, mine: typed.content })
    const locked = lockedFields(entryPart, plan.state, viewer.may('plan.write', { slug: place.slug }))
    const open = conflictFields(entryPart, conflict).filter(({ field }) => !locked.has(field))
    const undecided = open.filter(({ field }) => sides[field] === undefined)
    if (undecided.length > 0) {
      const problems = undecided.map(({ field }) => ({ place: `side-${field}`, message: 'scegliere che cosa tenere' }))
      return { kind: 'undecided', conflict, problems }
    }
    const content = mergeSides(entryPart, conflict, Object.fromEntries(open.map(({ field }) => [field, sides[field]])))
    const problems = await problemsOf(writer, plan, conflict.theirs, content, keepers, today)
    if (problems.length > 0) {
      return { kind: 'undecided', conflict, problems: problems.map((one) => ({ ...one, place: `side-${one.place}` })) }
    }
    return await storeEntry(writer, plan, place, { base: theirs, content }, viewer)
  })
}

/** Both sides of an entry, theirs as it was at a revision; that one may be the one that the entry came with. */
async function readConflict(
  reader: Reader,
  plan: PlanRow,
  { code }: EntryPlace,
  { before, current, revision }: PreparedEdit,
  { theirs, mine }: { readonly theirs: number; readonly mine: EntryContent },
): Promise<Conflict<EntryContent>> {
  const subject = subjectOf(entryPart, plan, code)
  const content = theirs === revision ? current : await readContentAt<EntryContent>(reader, plan, subject, theirs)
  const { by = '', at = new Date(0) } = (await readRevision<EntryContent>(reader, plan, subject, theirs)) ?? {}
  return { base: before, mine, theirs: content, revision: theirs, by, at }
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../kernel/access.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { invalidInput, type Problem } from '../../../kernel/errors.ts'
import type { Writer } from '../../../platform/db/tenants.ts'
import { readAttachment } from '../../attachments/index.ts'
import { record } from '../../audit/index.ts'
import { type EntryContent, entryPart } from '../parts/entry-part.ts'
import { type SaveOutcome, subjectOf } from '../parts/part-kind.ts'
import { changePart, writePlan } from '../parts/save-part.ts'
import { markAllReviewed, readEntry } from '../plan/entry-store.ts'
import { editable } from '../plan/lifecycle.ts'
import { type PlanRow, updatePlan } from '../plan/store.ts'
import { deleteDraft } from './draft-store.ts'
import { writingEvents } from './events.ts'
import type { EntryPlace, Keeper } from './model.ts'
import { prepareEdit, type WritingDependencies } from './prepare-edit.ts'
import { checkEntry } from './rules.ts'
import { readTypedEntry, shownFields } from './typed-entry.ts'
import type { TypedFields } from './typed-values.ts'

/** What somebody typed of an entry. */
export type EntryEdit = {
  /** The revision that the person had before them. */
  readonly base: number
  /** `shown` among them names the fields that the form has; absent: all. */
  readonly fields: TypedFields
}

/** What became of an entry; `reviewed`: nothing changed, but it does not wait to be gone through any more. */
export type EntryOutcome = SaveOutcome<EntryContent> | { readonly kind: 'reviewed'; readonly revision: number }

/**
 * Saves an entry as it was typed, unless somebody else did meanwhile; the person's draft of it goes away. Saving an
 * entry that waits to be gone through says that it has been.
 * @throws {TimoneError} `not-found`, `forbidden`, `not-now`, or `invalid-input` with what is wrong, by control.
 */
export async function saveEntry(
  { tenants, catalogue, keepersOf }: WritingDependencies,
  place: EntryPlace,
  { base, fields }: EntryEdit,
  viewer: Viewer,
  today: IsoDate,
): Promise<EntryOutcome> {
  const keepers = await keepersOf(place.slug)
  return await writePlan(tenants, place, async (writer, plan) => {
    const prepared = await prepareEdit(writer, plan, place, base, viewer, catalogue)
    const { content, problems } = readTypedEntry(fields, { ...prepared, shown: shownFields(fields) })
    refuseAny([...problems, ...(await problemsOf(writer, plan, prepared.before, content, keepers, today))])
    return await storeEntry(writer, plan, place, { base, content }, viewer)
  })
}

/** @throws {TimoneError} `invalid-input` */
export function refuseAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidInput('La scheda non è stata salvata: ci sono valori da correggere.', problems)
}

/** What an entry cannot say, of what changed in it: its dates, people who have no role, files that nobody attached. */
export async function problemsOf(
  writer: Writer,
  plan: PlanRow,
  before: EntryContent | undefined,
  content: EntryContent,
  keepers: readonly Keeper[],
  today: IsoDate,
): Promise<readonly Problem[]> {
  const problems = [...checkEntry(before, content, today)]
  const { ownerPerson, evidence = [] } = content
  if (ownerPerson && ownerPerson !== before?.ownerPerson && !keepers.some(({ id }) => id === ownerPerson)) {
    problems.push({ place: 'ownerPerson', message: 'questa persona non ha un ruolo nell’ente' })
  }
  const known = new Set((before?.evidence ?? []).map(({ file }) => file?.sha256))
  for (const { file, label } of evidence) {
    if (!file || known.has(file.sha256) || (await readAttachment(writer, plan.administration, file.sha256))) continue
    problems.push({ place: 'evidence', message: `il file di «${label}» non è fra gli allegati dell’ente` })
  }
  return problems
}

/** The part of `saveEntry` that stores what was read and found right. */
export async function storeEntry(
  writer: Writer,
  plan: PlanRow,
  { slug, code }: EntryPlace,
  edit: { readonly base: number; readonly content: EntryContent },
  viewer: Viewer,
): Promise<EntryOutcome> {
  const outcome = await changePart(writer, entryPart, { slug, plan, key: code }, edit, viewer)
  if (outcome.kind === 'conflict') return outcome
  if (viewer.person) {
    await deleteDraft(writer, { person: viewer.person.id, subject: subjectOf(entryPart, plan, code) })
  }
  const waits = (await readEntry(writer, plan, code))?.toReview
  if (outcome.kind === 'saved' || !waits || editable(plan.state) !== 'everything') return outcome
  await markAllReviewed(writer, plan, [code])
  await updatePlan(writer, plan, {})
  await record(writer, viewer.actor, writingEvents.carriedConfirmed, { triennium: plan.triennium, codes: [code] })
  return { kind: 'reviewed', revision: outcome.revision }
}

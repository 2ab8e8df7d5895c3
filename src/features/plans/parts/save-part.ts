// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../kernel/access.ts'
import { forbidden, notFound, notNow } from '../../../kernel/errors.ts'
import { demand } from '../../../kernel/permission.ts'
import type { Tenants, Writer } from '../../../platform/db/tenants.ts'
import { findAdministration, lockAdministration } from '../../administrations/index.ts'
import { record } from '../../audit/index.ts'
import { editable, planStateLabel } from '../plan/lifecycle.ts'
import type { PlanAddress } from '../plan/model.ts'
import { lockPlan, type PlanRow, updatePlan } from '../plan/store.ts'
import { writingEvents } from '../writing/events.ts'
import { type PartKind, partName, type SaveOutcome, subjectOf } from './part-kind.ts'
import { appendRevisions, readRevision, readRevisionNumber } from './part-store.ts'
import { readContentAt } from './read-content.ts'
import { changedFields, pick } from './rules.ts'

/** What somebody makes of a part. */
export type PartEdit<Content> = {
  /** The revision that the person had before them. */
  readonly base: number
  /** undefined takes the part away. */
  readonly content: Content | undefined
}

/**
 * Saves a part of a plan unless somebody else did meanwhile: then nothing is stored, and the answer has both sides.
 * The change, its revision and its journal line are one transaction.
 * @param key of the part among those of its kind: a line's code, a text's name; '' where there is only one.
 * @param edit whose content the kind's schema passed.
 * @throws {TimoneError} `not-found`, `forbidden`, or `not-now` when the plan's state does not allow the change.
 */
export async function savePart<Content extends object>(
  tenants: Tenants,
  kind: PartKind<Content>,
  { slug, triennium, key }: PlanAddress & { readonly key: string },
  edit: PartEdit<Content>,
  viewer: Viewer,
): Promise<SaveOutcome<Content>> {
  return await writePlan(
    tenants,
    { slug, triennium },
    (writer, plan) => changePart(writer, kind, { slug, plan, key }, edit, viewer),
    kind,
  )
}

/**
 * Works on a plan that nobody else changes meanwhile.
 * @param kind of the part that changes: what is of the body is not changed through another plan of it either.
 * @throws {TimoneError} `not-found`
 */
export async function writePlan<T>(
  tenants: Tenants,
  { slug, triennium }: PlanAddress,
  work: (writer: Writer, plan: PlanRow) => Promise<T>,
  { ofBody }: Pick<PartKind<object>, 'ofBody'> = {},
): Promise<T> {
  const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
  if (!administration) throw notFound(`Ente «${slug}»`)
  return await tenants.tenant(administration.id).write(async (writer) => {
    if (ofBody) await lockAdministration(writer)
    const plan = await lockPlan(writer, triennium)
    if (!plan) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
    return await work(writer, plan)
  })
}

/**
 * The part of `savePart` that is inside a transaction, on a locked plan: for changes of many parts at once. What counts
 * as changed, and must be allowed, is what the person changed of what they had before them.
 */
export async function changePart<Content extends object>(
  writer: Writer,
  kind: PartKind<Content>,
  { slug, plan, key }: { readonly slug: string; readonly plan: PlanRow; readonly key: string },
  { base, content }: PartEdit<Content>,
  viewer: Viewer,
): Promise<SaveOutcome<Content>> {
  const subject = subjectOf(kind, plan, key)
  const current = await kind.read(writer, plan, key)
  const revision = await readRevisionNumber(writer, plan, subject)
  const before = base === revision ? current : await readContentAt<Content>(writer, plan, subject, base)
  const changed = changedFields(kind, before, content)
  refuseForeign(viewer, slug, kind, current, changed)
  if (changed.length === 0 || changedFields(kind, current, content).length === 0) {
    return { kind: 'unchanged', revision }
  }
  refuseNow(plan, kind, changed)
  if (base !== revision) {
    const last = await readRevision<Content>(writer, plan, subject, revision)
    if (!last) throw new Error(`revision ${revision} of ${subject} is missing`)
    return {
      kind: 'conflict',
      conflict: { base: before, mine: content, theirs: current, revision, by: last.by, at: last.at },
    }
  }
  await kind.write(writer, plan, key, content)
  await appendRevisions(writer, [{ subject, before: current, after: content, revision }], viewer.actor)
  await updatePlan(writer, plan, {})
  await record(writer, viewer.actor, writingEvents.partChanged, {
    triennium: plan.triennium,
    part: partName(kind, key),
    revision: revision + 1,
    before: pick(current, changed),
    after: pick(content, changed),
  })
  return { kind: 'saved', revision: revision + 1, changed }
}

/** Whoever writes the plan may change all of it; contributors what is in their hands, and not whose hands it is in. */
function refuseForeign<Content extends object>(
  viewer: Viewer,
  slug: string,
  kind: PartKind<Content>,
  current: Content | undefined,
  changed: readonly (keyof Content)[],
): void {
  if (viewer.may('plan.write', { slug })) return
  if (!kind.offices) demand(viewer, 'plan.write', { slug })
  demand(viewer, 'entry.write', { slug, offices: (current && kind.offices?.(current)) ?? [] })
  const reserved = changed.find((field) => kind.reserved.includes(field))
  if (reserved !== undefined) throw forbidden(`cambiare il campo «${kind.labels[reserved]}» di questa scheda`)
}

function refuseNow<Content extends object>(
  plan: PlanRow,
  kind: PartKind<Content>,
  changed: readonly (keyof Content)[],
): void {
  const what = editable(plan.state)
  if (what === 'everything' || (what === 'progress' && changed.every((field) => kind.progress.includes(field)))) return
  throw notNow(
    `Il piano ${plan.triennium} è ${planStateLabel[plan.state].toLowerCase()}: così non si può modificare.`,
    {
      place: `piano ${plan.triennium}`,
      message:
        what === 'progress'
          ? 'dopo l’approvazione si aggiornano soltanto stato, date di completamento, note e prove'
          : 'in questo stato il contenuto è fermo',
      remedy:
        what === 'progress'
          ? 'per cambiare il resto, aprire una nuova versione'
          : 'attendere la fine della revisione, o ritirarlo',
    },
  )
}

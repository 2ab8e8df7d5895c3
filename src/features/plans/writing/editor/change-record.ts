// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import { forbidden, notNow } from '../../../../kernel/errors.ts'
import type { Slug } from '../../../../kernel/ids.ts'
import { demand } from '../../../../kernel/permission.ts'
import type { Writer } from '../../../../platform/db/tenants.ts'
import { record } from '../../../audit/index.ts'
import {
  anyField,
  appendRevisions,
  changedFields,
  findRevision,
  loadContentAt,
  loadCurrent,
  pickFields,
  type RecordKind,
  type RecordOwner,
  recordName,
  type SaveOutcome,
  subjectOf,
} from '../../../records/index.ts'
import {
  changeableNow,
  heldByReview,
  lockPlans,
  type PlanRow,
  planActions,
  planStateLabel,
  touchPlans,
  updatePlan,
} from '../../plan/index.ts'
import { writingEvents } from '../events.ts'

/** What somebody makes of a record. */
export type RecordEdit<Content> = {
  /** The revision that the person had before them. */
  readonly base: number
  /** undefined takes the record away. */
  readonly content: Content | undefined
}

/** Which record of a locked plan, or of a locked body. */
export type RecordAt<Owner extends RecordOwner> = {
  readonly slug: Slug
  readonly owner: Owner
  readonly key: string
}

/**
 * Stores a record of a locked plan, or of a locked body, unless somebody else saved it meanwhile: then nothing is
 * stored, and the answer has both sides. The change, its revision and its journal line are of the writer's transaction. What counts as changed, and
 * must be allowed, is what the person changed of what they had before them.
 * @param edit whose content the kind’s schema passed.
 * @param stored what is stored now, where the writer has read it already.
 * @throws {TimoneError} `forbidden`, or `not-now` when the plan's state does not allow the change.
 */
export async function changeRecord<Content extends object, Owner extends RecordOwner>(
  writer: Writer,
  kind: RecordKind<Content, Owner>,
  { slug, owner, key }: RecordAt<Owner>,
  { base, content }: RecordEdit<Content>,
  viewer: Viewer,
  stored?: { readonly content: Content | undefined; readonly revision: number },
): Promise<SaveOutcome<Content>> {
  const plan = isPlan(owner) && kind.scope === 'plan' ? owner : undefined
  const subject = subjectOf(kind, owner, key)
  const { content: current, revision } = stored ?? (await loadCurrent(writer, kind, owner, key))
  const before = base === revision ? current : await loadContentAt<Content>(writer, owner, subject, base)
  const changed = changedFields(kind.fields, before, content)
  refuseForeign(viewer, slug, kind, current, changed)
  if (changed.length === 0 || changedFields(kind.fields, current, content).length === 0) {
    return { kind: 'unchanged', revision }
  }
  refuseNow(plan, plan ? [plan] : await lockPlans(writer), kind, changed)
  if (base !== revision) {
    const last = await findRevision<Content>(writer, owner, subject, revision)
    if (!last) throw new Error(`revision ${revision} of ${subject} is missing`)
    const conflict = { base: before, mine: content, theirs: current, revision, by: last.by, at: last.at }
    return { kind: 'conflict', conflict }
  }
  await kind.write(writer, owner, key, content, current)
  await appendRevisions(writer, [{ subject, before: current, after: content, revision }], viewer.actor)
  await (plan ? updatePlan(writer, plan, {}) : touchPlans(writer))
  await record(writer, viewer.actor, writingEvents.partChanged, {
    ...(plan && { triennium: plan.triennium }),
    part: recordName(kind, key),
    revision: revision + 1,
    before: pickFields(current, changed),
    after: pickFields(content, changed),
  })
  return { kind: 'saved', revision: revision + 1, changed }
}

const isPlan = (owner: RecordOwner): owner is PlanRow => 'triennium' in owner

/** Whoever writes the plan may change all of it; contributors what is in their hands, and not whose hands it is in. */
function refuseForeign<Content extends object, Owner extends RecordOwner>(
  viewer: Viewer,
  slug: Slug,
  { fields, offices, writtenBy = planActions.write }: RecordKind<Content, Owner>,
  current: Content | undefined,
  changed: readonly (keyof Content)[],
): void {
  if (viewer.may(writtenBy, { slug })) return
  if (!offices) demand(viewer, writtenBy, { slug })
  demand(viewer, planActions.writeEntries, { slug, offices: (current && offices?.(current)) ?? [] })
  const reserved = changed.find((field) => anyField(fields, field).reserved)
  if (reserved !== undefined)
    throw forbidden(`cambiare il campo «${anyField(fields, reserved).label}» di questa scheda`)
}

function refuseNow<Content extends object, Owner extends RecordOwner>(
  plan: PlanRow | undefined,
  plans: readonly PlanRow[],
  kind: RecordKind<Content, Owner>,
  changed: readonly (keyof Content)[],
): void {
  const { fields } = kind
  const { what, because } = changeableNow(kind, plan, plans)
  const tells = (field: keyof Content) => anyField(fields, field).progress === true
  if (what === 'everything' || (what === 'progress' && changed.every(tells))) return
  if (!because) throw new Error(`nothing holds ${kind.name}`)
  if (!plan) throw heldByReview(because)
  throw notNow(
    `Il piano ${because.triennium} è ${planStateLabel[because.state].toLowerCase()}: così non si può modificare.`,
    {
      place: `piano ${because.triennium}`,
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

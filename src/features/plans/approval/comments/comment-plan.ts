// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import type { Clock } from '../../../../kernel/clock.ts'
import { invalidInput, notNow } from '../../../../kernel/errors.ts'
import { demand } from '../../../../kernel/permission.ts'
import type { Tenants } from '../../../../platform/db/tenants.ts'
import { record } from '../../../audit/index.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import {
  type PlanAddress,
  type PlanRow,
  planActions,
  planStateLabel,
  type RecordKinds,
  readPlan,
  tailorFor,
  writePlanAt,
} from '../../plan/index.ts'
import { approvalEvents } from '../events.ts'
import { insertComment } from './comment-store.ts'
import { type CommentSubject, listCommentSubjects } from './comment-subjects.ts'

/** What the use cases about comments work with. */
export type CommentDependencies = {
  readonly tenants: Tenants
  readonly clock: Clock
  readonly catalogue: Catalogue
  readonly kinds: RecordKinds
}

/** What somebody has to say, and of what: a part of the plan, a field of a part, or the whole plan. */
export type CommentInput = {
  readonly part?: string | undefined
  readonly field?: string | undefined
  /** Markdown, at most 5,000 characters. */
  readonly text: string
}

/**
 * Adds a comment to a plan that is not approved yet, and tells the journal. Reviewers may, and whoever writes the plan.
 * @returns the comment's key.
 * @throws {TimoneError} `not-found`, `forbidden`, `not-now` once the plan is approved, `invalid-input` for a part or a
 * field that the plan does not have.
 */
export async function commentPlan(
  { tenants, clock, catalogue, kinds }: CommentDependencies,
  address: PlanAddress,
  { part, field, text }: CommentInput,
  viewer: Viewer,
): Promise<number> {
  const { slug } = address
  if (!viewer.may(planActions.write, { slug })) demand(viewer, planActions.review, { slug })
  return await writePlanAt(tenants, address, async ({ db: writer, administration, plan }) => {
    refuseOnceApproved(plan)
    const tailored = tailorFor(administration, await readPlan(writer, plan), catalogue)
    refuseUnknown(
      await listCommentSubjects(kinds, { db: writer, administration, plan, tailored }, address),
      part,
      field,
    )
    const said = { ...(part && { part }), ...(field && { field }), markdown: text }
    const comment = await insertComment(writer, plan, { ...said, author: viewer.actor, at: clock.now() })
    await record(writer, viewer.actor, approvalEvents.planCommented, {
      triennium: plan.triennium,
      comment,
      part: part ?? null,
      field: field ?? null,
      text,
    })
    return comment
  })
}

/** A plan is discussed until it is approved; afterwards the next version is. @throws {TimoneError} `not-now` */
function refuseOnceApproved({ triennium, state }: PlanRow): void {
  if (state === 'draft' || state === 'inReview' || state === 'returned') return
  throw notNow(`Il piano ${triennium} è ${planStateLabel[state].toLowerCase()}: non si commenta più.`, {
    place: `piano ${triennium}`,
    message: 'le osservazioni servono prima dell’approvazione',
    remedy: 'aprire una nuova versione e scriverle lì',
  })
}

function refuseUnknown(subjects: readonly CommentSubject[], part: string | undefined, field: string | undefined): void {
  const subject = subjects.find(({ name }) => name === part)
  const known = part === undefined || subject !== undefined
  const fields = subject?.fields ?? []
  const problems = [
    ...(known
      ? []
      : [{ place: 'part', message: 'il piano non ha questa parte', remedy: 'sceglierne una dell’elenco' }]),
    ...(field === undefined || fields.some(([name]) => name === field)
      ? []
      : [
          { place: 'field', message: 'questa parte non ha questo campo', remedy: 'scegliere la scheda e il suo campo' },
        ]),
  ]
  if (problems.length > 0) throw invalidInput('L’osservazione non è stata aggiunta.', problems)
}

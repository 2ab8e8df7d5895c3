// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { demand } from '../../../../kernel/permission.ts'
import { record } from '../../../audit/index.ts'
import { type PlanAddress, planActions, writePlanAt } from '../../plan/index.ts'
import { approvalEvents } from '../events.ts'
import type { CommentDependencies } from './comment-plan.ts'
import { markResolved, readComments } from './comment-store.ts'

/**
 * Says that a comment was dealt with, and tells the journal; one that was dealt with already stays as it is. Who
 * reviews the plan may, and who writes it.
 * @throws {TimoneError} `not-found`, `forbidden`
 */
export async function resolveComment(
  { tenants, clock }: Pick<CommentDependencies, 'tenants' | 'clock'>,
  { id, ...address }: PlanAddress & { readonly id: number },
  viewer: Viewer,
): Promise<void> {
  const { slug } = address
  if (!viewer.may(planActions.write, { slug })) demand(viewer, planActions.review, { slug })
  await writePlanAt(tenants, address, async ({ db: writer, plan }) => {
    const comment = (await readComments(writer, plan)).find((known) => known.id === id)
    if (!comment) throw notFound(`Osservazione ${id}`)
    if (comment.resolved) return
    await markResolved(writer, plan, id, { at: clock.now(), by: viewer.actor.name })
    await record(writer, viewer.actor, approvalEvents.commentResolved, { triennium: plan.triennium, comment: id })
  })
}

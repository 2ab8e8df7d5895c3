// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../../kernel/access.ts'
import { notFound, stale } from '../../../../kernel/errors.ts'
import type { Tenants } from '../../../../platform/db/tenants.ts'
import { listLastContents, loadCurrent, subjectOf } from '../../../records/index.ts'
import { type Initiative, initiativeKind, type PlanAddress, writePlanAt } from '../../plan/index.ts'
import { changeRecord } from '../editor/change-record.ts'

/** An initiative of a body’s plan, as addresses name it. */
export type InitiativePlace = PlanAddress & { readonly number: string }

/**
 * Takes an initiative away from a plan; it stays in its revisions.
 * @param base the revision that the person had before them.
 * @throws {TimoneError} as `changeRecord`, `not-found`, and `stale` when somebody else changed it meanwhile.
 */
export async function takeInitiativeAway(
  { tenants }: { readonly tenants: Tenants },
  { slug, triennium, number }: InitiativePlace,
  base: number,
  viewer: Viewer,
): Promise<void> {
  await writePlanAt(tenants, { slug, triennium }, async ({ db, plan }) => {
    const present = await initiativeKind.find(db, plan, number)
    if (!present) throw notFound('Iniziativa')
    const place = { slug, plan, key: number }
    const { kind } = await changeRecord(db, initiativeKind, place, { base, content: undefined }, viewer)
    if (kind === 'conflict') throw stale(`Iniziativa «${present.title}»`)
  })
}

/**
 * Brings back an initiative that was taken away, as it was; one that is there stays as it is.
 * @throws {TimoneError} as `changeRecord`, `not-found`
 */
export async function bringInitiativeBack(
  { tenants }: { readonly tenants: Tenants },
  { slug, triennium, number }: InitiativePlace,
  viewer: Viewer,
): Promise<void> {
  await writePlanAt(tenants, { slug, triennium }, async ({ db, plan }) => {
    const { revision, content: present } = await loadCurrent(db, initiativeKind, plan, number)
    if (present) return
    const subject = subjectOf(initiativeKind, plan, number)
    const content = (await listLastContents(db, plan, [subject])).get(subject) as Initiative | undefined
    if (!content) throw notFound('Iniziativa')
    await changeRecord(db, initiativeKind, { slug, plan, key: number }, { base: revision, content }, viewer)
  })
}

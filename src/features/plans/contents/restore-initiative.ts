// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { subjectOf } from '../parts/part-kind.ts'
import { readCurrent } from '../parts/read-content.ts'
import { changePart, writePlan } from '../parts/save-part.ts'
import type { Initiative, PlanAddress } from '../plan/model.ts'
import { readLastContents } from './contents-store.ts'
import { initiativePart } from './initiative-part.ts'

/**
 * Brings back an initiative that was taken away, as it was; one that is there stays as it is.
 * @throws {TimoneError} as `savePart`
 */
export async function restoreInitiative(
  tenants: Tenants,
  { slug, triennium, number }: PlanAddress & { readonly number: string },
  viewer: Viewer,
): Promise<void> {
  await writePlan(tenants, { slug, triennium }, async (writer, plan) => {
    const { revision, content: present } = await readCurrent(writer, initiativePart, plan, number)
    if (present) return
    const subject = subjectOf(initiativePart, plan, number)
    const content = (await readLastContents(writer, plan, [subject])).get(subject) as Initiative | undefined
    if (!content) throw notFound('Iniziativa')
    await changePart(writer, initiativePart, { slug, plan, key: number }, { base: revision, content }, viewer)
  })
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import { notFound, stale } from '../../../kernel/errors.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { changePart, writePlan } from '../parts/save-part.ts'
import type { PlanAddress } from '../plan/model.ts'
import { initiativePart } from './initiative-part.ts'

/**
 * Takes an initiative away from a plan; it stays in its revisions.
 * @param base the revision that the person had before them.
 * @throws {TimoneError} as `savePart`, and `stale` when somebody else changed it meanwhile.
 */
export async function deleteInitiative(
  tenants: Tenants,
  { slug, triennium, number }: PlanAddress & { readonly number: string },
  base: number,
  viewer: Viewer,
): Promise<void> {
  await writePlan(tenants, { slug, triennium }, async (writer, plan) => {
    const present = await initiativePart.read(writer, plan, number)
    if (!present) throw notFound('Iniziativa')
    const place = { slug, plan, key: number }
    const { kind } = await changePart(writer, initiativePart, place, { base, content: undefined }, viewer)
    if (kind === 'conflict') throw stale(`Iniziativa «${present.title}»`)
  })
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { type SaveOutcome, subjectOf } from '../parts/part-kind.ts'
import { readRevisionNumbers } from '../parts/part-store.ts'
import { changePart, writePlan } from '../parts/save-part.ts'
import { readInitiatives } from '../plan/initiative-store.ts'
import type { Initiative, PlanAddress } from '../plan/model.ts'
import { deleteDraft } from '../writing/draft-store.ts'
import { initiativePart } from './initiative-part.ts'

/**
 * Adds an initiative to a plan, under the next number: one that was taken away keeps its own.
 * @throws {TimoneError} as `savePart`
 */
export async function addInitiative(
  tenants: Tenants,
  { slug, triennium }: PlanAddress,
  content: Initiative,
  viewer: Viewer,
): Promise<SaveOutcome<Initiative>> {
  return await writePlan(tenants, { slug, triennium }, async (writer, plan) => {
    const subject = subjectOf(initiativePart, plan, '')
    const prefix = `${subject}:`
    const former = [...(await readRevisionNumbers(writer, plan, prefix)).keys()]
    const numbers = [
      ...(await readInitiatives(writer, plan)).map(({ number }) => number),
      ...former.map((known) => Number(known.slice(prefix.length))),
    ]
    const key = String(Math.max(-1, ...numbers) + 1)
    if (viewer.person) await deleteDraft(writer, { person: viewer.person.id, subject })
    return await changePart(writer, initiativePart, { slug, plan, key }, { base: 0, content }, viewer)
  })
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Catalogue } from '../catalogue/index.ts'
import { type Draft, type DraftRequest, draftPlan } from './draft-plan.ts'
import type { DocumentTools } from './write-plan.ts'

/**
 * Drafts several plans, a few at a time: as many as keep the PDF processes busy, so that memory does not grow with the
 * number of plans. At the first that fails no more are begun.
 * @param atOnce how many plans are worked on together.
 * @param onStep called before each step, with the source it concerns.
 */
export async function draftPlans(
  requests: readonly DraftRequest[],
  catalogue: Catalogue,
  tools: DocumentTools,
  atOnce: number,
  onStep: (source: string, step: string, done: number, total: number) => void,
): Promise<readonly Draft[]> {
  const drafts: Draft[] = []
  const waiting = [...requests.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, request] = next
      drafts[index] = await draftPlan(request, catalogue, tools, (...step) => onStep(request.source, ...step))
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, work))
  } finally {
    waiting.length = 0
  }
  return drafts
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../../platform/db/tenants.ts'
import type { Administration } from '../../../administrations/index.ts'
import type { ReachedKind } from '../../../records/index.ts'
import type { PlanRow } from '../store.ts'

/** Something that a plan lacks. */
export type Missing = {
  /** `necessary`: the plan cannot be sent on without it. */
  readonly severity: 'necessary' | 'advised'
  /** The record where it is missing; its page is linked. */
  readonly kind: ReachedKind
  readonly key: string
  /** The field of its form, by the name of its control, where one field tells it. */
  readonly field?: string
  /** Who it concerns, for a person: `CAP1.PA.01`, `Introduzione`. */
  readonly subject: string
  readonly message: string
  readonly remedy: string
}

/** What a plan lacks to be sent on; a feature may add its own to those of the others. */
export type CompletenessCheck = (
  reader: Reader,
  administration: Administration,
  plan: PlanRow,
) => Promise<readonly Missing[]>

/** One check that asks all of these, in their order. */
export const allChecks =
  (...checks: readonly CompletenessCheck[]): CompletenessCheck =>
  async (reader, administration, plan) => {
    const missing: Missing[] = []
    for (const check of checks) missing.push(...(await check(reader, administration, plan)))
    return missing
  }

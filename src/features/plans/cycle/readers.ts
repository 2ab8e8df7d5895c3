// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug } from '../../../kernel/ids.ts'
import type { Administration } from '../../administrations/index.ts'
import type { ActionLine, Edition } from '../../catalogue/index.ts'
import type { KeptEntry, PlanAddress, PlanOrigin, PlanRow } from '../plan/index.ts'
import type { WorkingPlan } from '../writing/index.ts'
import type { TracedLine } from './trace-lines.ts'

/** What a plan can be begun from. */
export type PlanOptions = {
  readonly administration: Administration
  /** Newest triennium first. */
  readonly plans: readonly PlanRow[]
  /** Newest first. */
  readonly editions: readonly Edition[]
}

/** A line of either edition in the list to go through. */
export type CarriedLine = {
  readonly traced: TracedLine
  /** In the edition of the plan; absent for one that is retired. */
  readonly line?: ActionLine
  /** In the edition that the plan goes on from. */
  readonly former?: ActionLine
  /** What the plan says of it now; of a retired one, what was said. */
  readonly kept?: KeptEntry
}

/** A plan that goes on from another, as a list of lines to go through. */
export type CarriedPlan = {
  readonly plan: WorkingPlan
  readonly from: PlanOrigin
  readonly lines: readonly CarriedLine[]
}

/** What a change of edition would do to a plan. */
export type EditionOption = {
  readonly edition: Edition
  readonly kept: number
  readonly changed: number
  readonly new: number
  /** Retired lines, with those of them that have an entry. */
  readonly retired: readonly { readonly line: ActionLine; readonly written: boolean }[]
}

/** What pages read of the cycle of plans. All answer undefined when there is no such body or plan. */
export type CycleReader = {
  options(slug: Slug): Promise<PlanOptions | undefined>
  /** Without `lines` where the plan goes on from nothing. */
  carried(address: PlanAddress): Promise<CarriedPlan | { readonly plan: WorkingPlan } | undefined>
  editions(
    address: PlanAddress,
  ): Promise<{ readonly plan: WorkingPlan; readonly options: readonly EditionOption[] } | undefined>
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../../kernel/ids.ts'
import type { Administration } from '../../administrations/index.ts'
import type { TailoredPlan } from './model.ts'

/** One body's plan, cut to it: all that its pages need. */
export type AdministrationPlan = { readonly administration: Administration; readonly tailored: TailoredPlan }

/** What pages read of the plans. */
export type PlanReader = {
  /** The body's plan for a triennium; undefined when the body or the plan is unknown. */
  tailored(slug: Slug, triennium: Triennium): Promise<AdministrationPlan | undefined>
}

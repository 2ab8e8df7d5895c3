// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Route } from '../../platform/http/route.ts'
import { paths } from '../../ui/paths.ts'
import { type PartPageDependencies, PlanParams, partRoutes } from '../plans/index.ts'
import { measuresForm } from './measures-form.tsx'
import { spendingForm } from './spending-form.tsx'

/** The pages of a plan's money: its ICT spending and its PNRR measures. */
export const fundingPages = (dependencies: PartPageDependencies): readonly Route[] => [
  ...partRoutes({ path: paths.spending, params: PlanParams, form: () => spendingForm }, dependencies),
  ...partRoutes({ path: paths.measures, params: PlanParams, form: () => measuresForm }, dependencies),
]

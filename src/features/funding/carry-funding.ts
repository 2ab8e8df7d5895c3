// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CarryOver } from '../plans/index.ts'
import { readFundingMeasures, readSpending, replaceFunding } from './store.ts'

/** Copies the money of an earlier plan into the plan that continues it, unchanged: forecasts stay forecasts. */
export const carryFunding: CarryOver = async (writer, former, plan) => {
  const { administration } = writer
  const spending = await readSpending(writer, administration, former.id)
  const measures = await readFundingMeasures(writer, administration, former.id)
  await replaceFunding(writer, plan.id, spending, measures)
}

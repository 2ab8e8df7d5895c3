// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CarryOver } from '../plans/index.ts'
import { readFundingMeasures, readSpending, replaceFunding } from './store.ts'

/** Carries the money of an earlier plan into the one that goes on from it, as it is: forecasts stay forecasts. */
export const carryFunding: CarryOver = async (writer, former, plan) => {
  const { administration } = writer
  const spending = await readSpending(writer, administration, former.id)
  const measures = await readFundingMeasures(writer, administration, former.id)
  await replaceFunding(writer, plan.id, spending, measures)
}

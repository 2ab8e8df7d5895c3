// SPDX-License-Identifier: AGPL-3.0-or-later

import type { BodyLink } from '../../administrations/index.ts'
import { planPaths } from '../addresses.ts'
import { planActions } from '../plan/index.ts'

/** Where a body's next plan begins. */
export const newPlanLink: BodyLink = {
  label: 'Comincia un nuovo piano',
  address: planPaths.newPlan,
  action: planActions.create,
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { planPaths } from '../addresses.ts'
import type { PlanTab } from '../plan/index.ts'
import { planActions } from '../plan/index.ts'

/** Everything that is written in a plan besides its lines. */
export const contentsTab: PlanTab = {
  label: 'Contenuti',
  address: planPaths.contents,
  card: { label: 'Testi, organizzazione, fatti dell’ente', action: planActions.write },
}

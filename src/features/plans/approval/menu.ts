// SPDX-License-Identifier: AGPL-3.0-or-later
import { planPaths } from '../addresses.ts'
import type { PlanTab } from '../plan/index.ts'

/** How far the plan is on its way. */
export const approvalTab: PlanTab = {
  label: 'Approvazione',
  address: planPaths.approval,
  card: { label: 'Approvazione' },
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { planPaths } from '../addresses.ts'
import type { PlanTab } from '../plan/index.ts'

/** What was approved of the plan. */
export const versionsTab: PlanTab = { label: 'Versioni', address: planPaths.versions }

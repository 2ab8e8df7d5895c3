// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanTab } from '../plans/index.ts'
import { documentPaths } from './addresses.ts'

/** The documents of a plan. */
export const documentsTab: PlanTab = {
  label: 'Documenti',
  address: documentPaths.documents,
  card: { label: 'Documenti da scaricare' },
}

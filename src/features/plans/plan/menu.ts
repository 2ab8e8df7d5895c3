// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Site } from '../../../ui/page/site.ts'
import type { PlanLink } from '../../administrations/index.ts'
import { planPaths } from '../addresses.ts'

/** One side of a plan, as the tabs of its pages show it. Pages name the tab that they are in. */
export type PlanTab = Pick<PlanLink, 'label' | 'address'> & {
  /** How the plan's card on the page of its body offers it; absent: not at all. */
  readonly card?: Pick<PlanLink, 'label' | 'action'>
}

/** What the pages of a plan need to know of the rooms and features that add to them. */
export type PlanSite = Site & { readonly planTabs: readonly PlanTab[] }

/** The lines of the plan. */
export const linesTab: PlanTab = {
  label: 'Linee d’azione',
  address: planPaths.plan,
  card: { label: 'Linee d’azione' },
}

/** What is to be done when. */
export const timelineTab: PlanTab = {
  label: 'Cronologia',
  address: planPaths.timeline,
  card: { label: 'Cronologia' },
}

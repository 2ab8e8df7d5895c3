// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IconName } from '../../../../ui/icon.tsx'
import type { Tone } from '../../../../ui/tag.tsx'
import type { PlanState } from '../lifecycle.ts'

/** How the tag of a plan's state is coloured, and its icon. */
export const stateLook = {
  draft: ['neutral', 'pencil'],
  inReview: ['info', 'clock'],
  returned: ['warning', 'refresh'],
  approved: ['success', 'check'],
  inForce: ['success', 'check-circle'],
  published: ['success', 'check-circle'],
  superseded: ['quiet', 'minus-circle'],
} as const satisfies Record<PlanState, readonly [Tone, IconName]>

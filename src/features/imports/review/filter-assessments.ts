// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RecordKind } from '../model.ts'
import type { Assessment } from './assess-proposals.ts'
import { chapterOf } from './kinds.ts'

/** Which proposals to show; `open` by default. */
export type Shown = 'open' | 'toVerify' | 'same' | 'accepted' | 'discarded' | 'all'

/** A search among proposals. Absent fields do not filter. */
export type ReviewFilters = {
  readonly shown: Shown
  readonly kind?: RecordKind | undefined
  readonly chapter?: number | undefined
  readonly difference?: 'new' | 'changed' | undefined
}

/** The proposals that pass every filter, group by group, in the order of the file. */
export function filterAssessments(assessments: readonly Assessment[], filters: ReviewFilters): readonly Assessment[] {
  const { shown, kind, chapter, difference } = filters
  const found = assessments.filter(
    (assessment) =>
      isShown(assessment, shown) &&
      (kind === undefined || assessment.proposal.kind === kind) &&
      (chapter === undefined || chapterOf(assessment.proposal.kind, assessment.result) === chapter) &&
      (difference === undefined || assessment.difference === difference),
  )
  return [...Map.groupBy(found, ({ group }) => group).values()].flat()
}

/** True for a proposal that belongs to this choice. */
export function isShown({ open, sure, difference, proposal: { decision } }: Assessment, shown: Shown): boolean {
  switch (shown) {
    case 'open':
      return open
    case 'toVerify':
      return open && !sure
    case 'same':
      return decision === 'pending' && difference === 'same'
    case 'accepted':
    case 'discarded':
      return decision === shown
    case 'all':
      return true
  }
}

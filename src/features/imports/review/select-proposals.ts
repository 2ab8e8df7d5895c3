// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Assessment } from './assess-proposals.ts'

/** What a person decides with one click: one proposal, a group (a chapter, a kind), or all those surely read. */
export type Selection =
  | { readonly by: 'one'; readonly id: number }
  | { readonly by: 'group'; readonly group: string }
  | { readonly by: 'confidence'; readonly from: number }

/**
 * The proposals of a selection. A single one counts even if it was discarded before. Of many, only open ones that can
 * be stored count, never two about the same thing. Accepted proposals are not accepted again.
 */
export function selectProposals(assessed: readonly Assessment[], selection: Selection): readonly Assessment[] {
  if (selection.by === 'one') {
    return assessed.filter(({ proposal: { id, decision } }) => id === selection.id && decision !== 'accepted')
  }
  const acceptable = assessed.filter(
    ({ open, faults, removals, repeated }) => open && faults.length === 0 && removals.length === 0 && !repeated,
  )
  return selection.by === 'group'
    ? acceptable.filter(({ group }) => group === selection.group)
    : acceptable.filter(({ proposal }) => proposal.confidence >= selection.from)
}

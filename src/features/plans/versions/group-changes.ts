// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComparedSide } from '../../records/index.ts'
import type { PlanChange } from './compare-plans.ts'

/** Changes of one side of the plan: its body and texts, a chapter, the money. */
export type ChangeGroup = ComparedSide & { readonly changes: readonly PlanChange[] }

/** Sorts changes out by side of the plan, in their order; sides without changes are left out. */
export const groupChanges = (changes: readonly PlanChange[]): readonly ChangeGroup[] =>
  [...Map.groupBy(changes, ({ side }) => side.id).values()].flatMap((changes) => {
    const [first] = changes
    return first ? [{ ...first.side, changes }] : []
  })

/** How many records were added, removed, changed. */
export type ChangeCounts = Readonly<Record<PlanChange['change'], number>>

/** Counts changes by kind. */
export const countChanges = (changes: readonly PlanChange[]): ChangeCounts => {
  const count = (kind: PlanChange['change']) => changes.filter(({ change }) => change === kind).length
  return { added: count('added'), removed: count('removed'), changed: count('changed') }
}

/** What became of a record, in a word. */
export const changeWords = {
  added: 'Aggiunta',
  removed: 'Tolta',
  changed: 'Modificata',
} as const satisfies Record<PlanChange['change'], string>

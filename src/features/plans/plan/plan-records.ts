// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanId } from '../../../kernel/ids.ts'
import type { NumberedRecord } from '../../records/index.ts'
import { entryContent } from './entries/entry-kind.ts'
import type { KeptEntry } from './entries/entry-store.ts'
import type { Initiative, Plan } from './model.ts'
import { narrativeTexts } from './texts/narrative-store.ts'

/**
 * The records of a whole plan, by the subject of their revisions, with their content as their kinds have it.
 * @param kept who keeps each entry, which plans as files do not tell and which stays as it is when they are replaced.
 * @param initiatives with their numbers, which files do not tell either.
 */
export function planRecords(
  id: PlanId,
  plan: Plan,
  kept: readonly KeptEntry[],
  initiatives: readonly NumberedRecord<Initiative>[],
): ReadonlyMap<string, object> {
  const keeping = new Map(kept.map((one) => [one.entry.code, one]))
  const named = (part: string) => `plan:${id}/${part}`
  return new Map<string, object>([
    ...(plan.entries ?? []).map((entry): [string, object] => [
      named(`entry:${entry.code}`),
      entryContent({ toReview: false, ...keeping.get(entry.code), entry }),
    ]),
    ...[...narrativeTexts(plan.narrative)].map(([part, markdown]): [string, object] => [
      named(`narrative:${part}`),
      { markdown },
    ]),
    ...(plan.title === undefined ? [] : [[named('title'), { title: plan.title }] satisfies [string, object]]),
    ...(plan.choices === undefined ? [] : [[named('choices'), plan.choices] satisfies [string, object]]),
    ...initiatives.map(({ number, content }): [string, object] => [named(`initiative:${number}`), content]),
  ])
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanId } from '../../../kernel/ids.ts'
import type { Plan } from '../model.ts'
import { narrativeTexts } from '../narrative-store.ts'

/** The parts of a whole plan that the parts' kinds tell apart, by subject, with their content as those kinds have it. */
export function editorialParts(id: PlanId, plan: Plan): ReadonlyMap<string, object> {
  const named = (part: string) => `plan:${id}/${part}`
  return new Map<string, object>([
    ...(plan.entries ?? []).map(({ code, ...content }): [string, object] => [named(`entry:${code}`), content]),
    ...[...narrativeTexts(plan.narrative)].map(([part, markdown]): [string, object] => [
      named(`narrative:${part}`),
      { markdown },
    ]),
    ...(plan.title === undefined ? [] : [[named('title'), { title: plan.title }] satisfies [string, object]]),
    ...(plan.choices === undefined ? [] : [[named('choices'), plan.choices] satisfies [string, object]]),
    ...(plan.initiatives ?? []).map((content, number): [string, object] => [named(`initiative:${number}`), content]),
  ])
}

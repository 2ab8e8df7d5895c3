// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatInstant } from '../../../../kernel/dates.ts'
import { Icon } from '../../../../ui/icon.tsx'
import type { JournalLine } from '../../../audit/index.ts'
import { type PlanState, planStateLabel, planWay } from '../../plan/index.ts'
import type { StepLineEvent } from '../events.ts'

type WayProps = {
  readonly state: PlanState
  readonly version: number
  /** The journal's lines of the plan's steps, oldest first. */
  readonly steps: readonly JournalLine<StepLineEvent>[]
}

/** The way of a plan, with the step at which this version is, and when it came to each. */
export function Way({ state, version, steps }: WayProps) {
  const present = planWay.findIndex((step) => step === (state === 'returned' ? 'draft' : state))
  return (
    <ol class="t-way" aria-label={`Il percorso della versione ${version}`}>
      {planWay.map((step, index) => {
        const at = index <= present ? reachedAt(step, version, steps) : undefined
        return (
          <li
            key={step}
            class={index < present ? 't-way-done' : index === present ? 't-way-present' : undefined}
            aria-current={index === present ? 'step' : undefined}
          >
            <span class="t-way-mark">{index < present ? <Icon name="check" size="xs" /> : index + 1}</span>
            <span class="t-way-label">
              {index === present && state === 'returned' ? planStateLabel.returned : planStateLabel[step]}
              {index < present && <span class="visually-hidden"> (fatto)</span>}
            </span>
            {at && (
              <time class="t-note" dateTime={at.toISOString()}>
                {formatInstant(at)}
              </time>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** When a version last came to a state, as its journal tells. */
function reachedAt(state: PlanState, version: number, steps: readonly JournalLine<StepLineEvent>[]): Date | undefined {
  return steps.findLast(({ event }) => {
    if (event.type === 'planCreated') return state === 'draft' && version === 1
    if (event.type !== 'planMoved' || event.version !== version) return false
    return event.after === state || (state === 'draft' && event.after === 'returned')
  })?.at
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { useViewer } from '../../../../ui/page/viewer.tsx'
import { planPaths } from '../../addresses.ts'
import {
  type PlanAddress,
  type PlanState,
  planStateLabel,
  planWay,
  type TransitionName,
  transitionsFrom,
} from '../../plan/index.ts'
import type { ApprovalSheet } from '../read-approval.ts'
import { stepOf } from '../rules.ts'
import { needWords, stepWords } from './step-words.ts'

type StepLinksProps = { readonly sheet: ApprovalSheet; readonly where: PlanAddress }

/** What whoever looks at the page may do now, each step leading to its own form; why not, for what waits for more. */
export function StepLinks({ sheet, where }: StepLinksProps) {
  const viewer = useViewer()
  const { state } = sheet.standing
  const possible = transitionsFrom(state)
  const mine = possible
    .filter((name) => viewer.may(stepOf(name).action, { slug: where.slug }))
    .toSorted((a, b) => Number(goesOn(state, b)) - Number(goesOn(state, a)))
  if (mine.length === 0) return <p class="t-empty">{waitingWords(sheet)}</p>
  return (
    <ul class="t-steps">
      {mine.map((name) => {
        const waits = obstacles(sheet, name)
        return (
          <li key={name}>
            {waits.length > 0 ? (
              <p class="t-step-waiting">
                <strong>{stepOf(name).label}</strong>
                <span class="t-note">Non ancora: {waits.join(' e ')}.</span>
              </p>
            ) : (
              <a
                class={goesOn(state, name) ? 'btn btn-primary' : 'btn btn-outline-primary'}
                href={planPaths.planStep({ ...where, step: stepWords[name].word })}
              >
                {stepOf(name).label}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** True for a step towards publication; the others go back. */
const goesOn = (state: PlanState, name: TransitionName): boolean => wayIndex(stepOf(name).to) > wayIndex(state)

const wayIndex = (state: PlanState): number => (planWay as readonly PlanState[]).indexOf(state)

const waitingWords = ({ standing: { state } }: ApprovalSheet): string =>
  state === 'superseded'
    ? 'Questo piano è superato: resta consultabile com’è.'
    : `Il piano è ${planStateLabel[state].toLowerCase()}: il prossimo passo non tocca a te.`

/** Why a step cannot be taken yet, in words; nothing when its form can be opened. */
export function obstacles({ missing, comments }: ApprovalSheet, name: TransitionName): readonly string[] {
  const { needs } = stepOf(name)
  const lacks = missing.some(({ severity }) => severity === 'necessary')
  const discussed = comments.some(({ resolved }) => !resolved)
  return [
    ...(needs.includes('completeness') && lacks ? [needWords.completeness] : []),
    ...(needs.includes('commentsResolved') && discussed ? [needWords.commentsResolved] : []),
  ]
}

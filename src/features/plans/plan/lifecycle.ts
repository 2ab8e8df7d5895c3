// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Action } from '../../../kernel/access.ts'
import { planActions } from './actions.ts'

/** Where a plan stands on its way (approved, in force and published are three states: DESIGN §6). */
export const planStates = ['draft', 'inReview', 'returned', 'approved', 'inForce', 'published', 'superseded'] as const
export type PlanState = (typeof planStates)[number]

export const planStateLabel = {
  draft: 'In bozza',
  inReview: 'In revisione',
  returned: 'Rinviato',
  approved: 'Approvato',
  inForce: 'Esecutivo',
  published: 'Pubblicato',
  superseded: 'Superato',
} satisfies Record<PlanState, string>

/** What a step asks for before it can be taken. */
export type Need =
  /** Nothing that `assessCompleteness` calls necessary is missing. */
  | 'completeness'
  /** No comment of the review is open. */
  | 'commentsResolved'
  /** Why, in words. */
  | 'reason'
  /** The body's act: organ, number, date, file. */
  | 'act'
  /** The day from which the act is in force. */
  | 'date'

/** A step of a plan on its way. */
export type Transition = {
  /** On the button. */
  readonly label: string
  readonly from: readonly PlanState[]
  readonly to: PlanState
  readonly action: Action
  readonly needs: readonly Need[]
  /** Freezes the working copy into a version, or opens the next one. */
  readonly effect?: 'freeze' | 'openVersion'
}

/** Every step that a plan can take: the one table of pages, API and command line. */
export const transitions = {
  submit: {
    label: 'Invia in revisione',
    from: ['draft', 'returned'],
    to: 'inReview',
    action: planActions.submit,
    needs: ['completeness'],
  },
  withdraw: { label: 'Ritira dalla revisione', from: ['inReview'], to: 'draft', action: planActions.submit, needs: [] },
  return: {
    label: 'Rinvia con osservazioni',
    from: ['inReview'],
    to: 'returned',
    action: planActions.review,
    needs: ['reason'],
  },
  approve: {
    label: 'Registra l’approvazione',
    from: ['inReview'],
    to: 'approved',
    action: planActions.approve,
    needs: ['completeness', 'commentsResolved', 'act'],
    effect: 'freeze',
  },
  enforce: {
    label: 'Dichiara esecutivo',
    from: ['approved'],
    to: 'inForce',
    action: planActions.approve,
    needs: ['date'],
  },
  publish: { label: 'Pubblica', from: ['inForce'], to: 'published', action: planActions.publish, needs: [] },
  revise: {
    label: 'Apri una nuova versione',
    from: ['approved', 'inForce', 'published'],
    to: 'draft',
    action: planActions.write,
    needs: ['reason'],
    effect: 'openVersion',
  },
} as const satisfies Record<string, Transition>
export type TransitionName = keyof typeof transitions

/** The way of a plan that nobody sends back, as people see it. */
export const planWay = ['draft', 'inReview', 'approved', 'inForce', 'published', 'superseded'] as const satisfies [
  ...PlanState[],
]

/** The names of the steps, as pages, API and command line say them. */
export const transitionNames = Object.keys(transitions) as readonly TransitionName[]

/** The steps that can be taken from a state. */
export const transitionsFrom = (state: PlanState): readonly TransitionName[] =>
  transitionNames.filter((name) => (transitions[name].from as readonly PlanState[]).includes(state))

/**
 * What of a plan may be changed in a state: all of it while it is written; progress alone once it is approved, since
 * what the body approved stands in the frozen version; nothing while it is being reviewed, or when it is superseded.
 */
export function editable(state: PlanState): 'everything' | 'progress' | 'nothing' {
  if (state === 'draft' || state === 'returned') return 'everything'
  return state === 'inReview' || state === 'superseded' ? 'nothing' : 'progress'
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate } from '../../../kernel/dates.ts'
import type { Triennium } from '../../../kernel/ids.ts'
import { declareEvents, type EventOf } from '../../audit/index.ts'
import { type PlanEvents, type PlanState, planStateLabel, type TransitionName } from '../plan/index.ts'

/** What the journal tells about the way of a plan to its approval. */
type ApprovalEvents = {
  /** A plan took a step of its life cycle. */
  readonly planMoved: {
    readonly triennium: Triennium
    readonly transition: string
    readonly version: number
    readonly before: string
    readonly after: string
    readonly reason?: string
    readonly act?: {
      readonly body: string
      readonly number: string
      readonly date: string
      readonly file: string | null
    }
    readonly date?: string
    /** SHA-256 of the canonical JSON of the version that was frozen. */
    readonly sha256?: string
  }
  /** A step of a plan was asked for and refused. */
  readonly stepRefused: {
    readonly triennium: Triennium
    readonly transition: string
    readonly state: string
    /** The error's code. */
    readonly why: string
  }
  /** Somebody commented on a plan in review. */
  readonly planCommented: {
    readonly triennium: Triennium
    readonly comment: number
    readonly part: string | null
    readonly field: string | null
    readonly text: string
  }
  /** A comment was resolved. */
  readonly commentResolved: { readonly triennium: Triennium; readonly comment: number }
}

/** The events of approval, with their words. */
export const approvalEvents = declareEvents<ApprovalEvents>({
  planMoved: {
    label: 'Passi del piano',
    words: ({ triennium, transition, version, before, after, reason, act, date, sha256 }) => ({
      summary: `${stepWords(transition)} il piano ${triennium}, versione ${version}: da ${stateWords(before)} a ${stateWords(after)}`,
      facts: [
        ['Motivo', reason],
        ['Atto', act && `${act.body}, n. ${act.number} del ${formatDate(act.date)}`],
        ['Data', date && formatDate(date)],
        ['Impronta della versione (SHA-256)', sha256],
      ],
    }),
  },
  stepRefused: {
    label: 'Passi rifiutati',
    words: ({ triennium, transition, state, why }) => ({
      summary: `Ha chiesto un passo del piano ${triennium} (${stateWords(state)}), che è stato rifiutato: ${refusals[why] ?? why}`,
      facts: [['Passo', requestWords(transition)]],
    }),
  },
  planCommented: {
    label: 'Osservazioni',
    words: ({ triennium, part, field, text }, vocabulary) => ({
      summary: `Ha fatto un’osservazione su ${part ? `${vocabulary.part(part)} del` : 'tutto il'} piano ${triennium}`,
      facts: [
        ['Campo', part && field ? vocabulary.field(part, field) : undefined],
        ['Osservazione', text],
      ],
    }),
  },
  commentResolved: {
    label: 'Osservazioni chiuse',
    words: ({ triennium, comment }) => ({
      summary: `Ha chiuso l’osservazione n. ${comment} sul piano ${triennium}`,
    }),
  },
})

/** What begins a plan, and what takes it further, as the journal tells them. */
export type StepLineEvent = EventOf<Pick<PlanEvents, 'planCreated'>> | StepEvent

/** A step of a plan, as it comes back from the journal. */
export type StepEvent = EventOf<Pick<ApprovalEvents, 'planMoved'>>

const stateWords = (state: string): string =>
  state in planStateLabel ? `«${planStateLabel[state as PlanState]}»` : `«${state}»`

const steps = {
  submit: ['Ha inviato in revisione', 'invio in revisione'],
  withdraw: ['Ha ritirato dalla revisione', 'ritiro dalla revisione'],
  return: ['Ha rinviato con osservazioni', 'rinvio con osservazioni'],
  approve: ['Ha registrato l’approvazione per', 'registrazione dell’approvazione'],
  enforce: ['Ha dichiarato esecutivo', 'dichiarazione di esecutività'],
  publish: ['Ha pubblicato', 'pubblicazione'],
  revise: ['Ha aperto una nuova versione per', 'apertura di una nuova versione'],
} as const satisfies Record<TransitionName, readonly [done: string, asked: string]>

const stepWords = (name: string): string => (name in steps ? steps[name as TransitionName][0] : 'Ha portato avanti')
const requestWords = (name: string): string => (name in steps ? steps[name as TransitionName][1] : name)

const refusals: Readonly<Record<string, string>> = {
  forbidden: 'la persona non ne aveva il permesso',
  incomplete: 'mancava qualcosa',
  'invalid-input': 'mancava qualcosa, o era da correggere',
  'not-now': 'lo stato del piano non lo consentiva',
  stale: 'il piano era cambiato nel frattempo',
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate, type IsoDate } from '../../../kernel/dates.ts'
import { invalidInput, notNow, type Problem, type TimoneError } from '../../../kernel/errors.ts'
import type { Triennium } from '../../../kernel/ids.ts'
import type { Act } from '../../administrations/index.ts'
import {
  type PlanState,
  planStateLabel,
  type Transition,
  type TransitionName,
  transitions,
  transitionsFrom,
} from '../plan/index.ts'
import type { StepInput } from './model.ts'

/** A step of the table, whatever its literal type. */
export const stepOf = (name: TransitionName): Transition => transitions[name]

/**
 * Refuses a step from a state that it does not leave from, naming the state and what can be done instead.
 * @throws {TimoneError} `not-now`
 */
export function refuseState(triennium: Triennium, state: PlanState, name: TransitionName): void {
  if (stepOf(name).from.includes(state)) return
  const possible = transitionsFrom(state).map((other) => `«${transitions[other].label}»`)
  throw notNow(`Il piano ${triennium} è ${planStateLabel[state].toLowerCase()}: il passo non è stato fatto.`, {
    place: `piano ${triennium}`,
    message: `da qui non si può fare «${transitions[name].label}»`,
    remedy:
      possible.length === 0
        ? 'un piano superato resta com’è: si lavora su quello che lo ha sostituito'
        : `si può fare: ${possible.join(', ')}`,
  })
}

/** A line of the journal that says something of how a plan came about; `day` is in Italy. */
export type Milestone = {
  readonly day: IsoDate
  readonly kind: 'begun' | 'imported' | 'revised'
}

/** The first day that an act of approval may bear, and why. */
export type EarliestDay = { readonly day: IsoDate; readonly why: string }

/**
 * From which day on an act can have approved a version. A text that was written here cannot have been approved before
 * it was begun. One that was brought in from a file can: the body approved it before it was in Timone, though not
 * before the year that precedes the triennium, nor before the version that it follows.
 * @param milestones of the plan, oldest first.
 * @param formerAct the date of the act of the version before this one.
 */
export function earliestActDay(
  triennium: Triennium,
  milestones: readonly Milestone[],
  formerAct: IsoDate | undefined,
): EarliestDay {
  const opened = milestones.findLastIndex(({ kind }) => kind === 'revised')
  const since = milestones.slice(Math.max(opened, 0))
  const [first] = since
  if (first && !since.some(({ kind }) => kind === 'imported')) {
    const what = opened >= 0 ? 'questa versione è stata aperta' : 'il piano è stato iniziato'
    return { day: first.day, why: `${what} il ${formatDate(first.day)}` }
  }
  if (formerAct) return { day: formerAct, why: `la versione precedente è stata approvata il ${formatDate(formerAct)}` }
  const year = Number(triennium.slice(0, 4)) - 1
  return { day: `${year}-01-01`, why: `un piano ${triennium} non si approva prima del ${year}` }
}

/** What is missing or wrong in an act of approval, by field; nothing when it can be recorded. */
export function actProblems(act: StepInput['act'], earliest: EarliestDay, today: IsoDate): readonly Problem[] {
  const missing = (
    [
      ['act.body', act?.body, 'è obbligatorio', 'scrivere, per esempio, Giunta comunale'],
      ['act.number', act?.number, 'è obbligatorio', 'scriverlo come è sull’atto'],
      ['act.date', act?.date, 'è obbligatoria', 'scriverla come gg/mm/aaaa'],
    ] as const
  ).flatMap(([place, value, message, remedy]): Problem[] => (value ? [] : [{ place, message, remedy }]))
  return act?.date ? [...missing, ...actDateProblems(act.date, earliest, today)] : missing
}

function actDateProblems(date: IsoDate, { day, why }: EarliestDay, today: IsoDate): readonly Problem[] {
  if (date > today) {
    const message = `il ${formatDate(date)} deve ancora venire`
    return [{ place: 'act.date', message, remedy: 'registrare l’approvazione dopo la seduta, con la data dell’atto' }]
  }
  // The machine's clock and the database's may differ: what is dated today is always taken.
  if (date >= day || date === today) return []
  const message = `il ${formatDate(date)} viene prima del piano: ${why}`
  return [{ place: 'act.date', message, remedy: 'controllare la data scritta sull’atto' }]
}

/**
 * What is wrong with the day from which an act is in force. It is declared when it has come: a municipality's
 * deliberation is in force from the tenth day of its publication, or at once when it says so (d.lgs. 267/2000,
 * art. 134), and until then nobody knows that nothing will stop it.
 */
export function inForceProblems(date: IsoDate | undefined, act: Pick<Act, 'date'>, today: IsoDate): readonly Problem[] {
  const place = 'date'
  if (!date) return [{ place, message: 'è obbligatoria', remedy: 'scriverla come gg/mm/aaaa' }]
  if (date < act.date) {
    const message = `il ${formatDate(date)} viene prima dell’atto, che è del ${formatDate(act.date)}`
    return [{ place, message, remedy: 'scrivere il giorno da cui l’atto è esecutivo' }]
  }
  if (date > today) {
    const message = `il ${formatDate(date)} deve ancora venire`
    return [{ place, message, remedy: 'dichiarare il piano esecutivo da quel giorno in poi' }]
  }
  return []
}

/** A step that lacks something, or has it wrong. */
export const faultyStep = (problems: readonly Problem[]): TimoneError =>
  invalidInput('Il passo non è stato fatto: manca qualcosa, o è da correggere.', problems)

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Action, PersonId } from '../../../kernel/access.ts'
import { daysBetween, type IsoDate } from '../../../kernel/dates.ts'
import type { Triennium } from '../../../kernel/ids.ts'
import { dayMeant } from '../../../kernel/printed-dates.ts'
import { fold } from '../../../kernel/text.ts'
import { bindingTiming, legalTiming, titleOf } from '../../catalogue/index.ts'
import {
  editable,
  goesOn,
  isOpen,
  latenessOf,
  type PlanState,
  standingOf,
  type TailoredLine,
  type TransitionName,
  transitions,
  transitionsFrom,
} from '../plan/index.ts'
import type { DatedWork, PlanWork } from './model.ts'

/** An entry in progress is stale after this many days without a change. */
const staleAfter = 90

/** How many days before a date it counts as due, and as coming. */
const dueWithin = 60
const seenWithin = 180

/** The owner of an entry. */
export type Hands = {
  readonly ownerPerson?: PersonId
  readonly ownerOffice?: string
  readonly offices?: readonly string[]
}

/** The person who looks at the list. */
export type Me = { readonly person: PersonId; readonly offices: readonly string[] }

/**
 * True when the entry is the person's: by name, or through the office that owns it (the first office when no owner is
 * named).
 */
export function isMine({ ownerPerson, ownerOffice, offices }: Hands, me: Me): boolean {
  const office = ownerOffice ?? (ownerPerson === undefined ? offices?.[0] : undefined)
  return ownerPerson === me.person || (office !== undefined && me.offices.some((mine) => fold(mine) === fold(office)))
}

/** A line of a body's plan, its owner, and the day on which its entry was last changed. */
export type KeptLine = {
  readonly tailored: TailoredLine
  readonly hands: Hands
  readonly updatedOn: IsoDate | undefined
  readonly toReview: boolean
}

/** The item for one of the person's own entries: about its date, or about a long time without a change. */
export function ownWork(triennium: Triennium, { tailored, updatedOn }: KeptLine, today: IsoDate): readonly PlanWork[] {
  const dated = datedWork(triennium, tailored, today)
  if (dated && dated.kind !== 'ahead') return [dated]
  const stale = staleWork(triennium, tailored, updatedOn, today)
  return [...(stale ? [stale] : []), ...(dated ? [dated] : [])]
}

/**
 * The item for an entry without an owner. None when it is done or set aside, or when its line does not bind; where it is
 * not known whether it binds, only once its date has passed.
 */
export function unownedWork(triennium: Triennium, { tailored }: KeptLine, today: IsoDate): readonly PlanWork[] {
  const lateness = latenessOf(tailored, today)
  if (!goesOn(tailored) || (standingOf(tailored) !== 'applies' && lateness === undefined)) return []
  const dated = datedWork(triennium, tailored, today)
  return [
    {
      kind: 'unowned',
      triennium,
      ...nameOf(tailored),
      ...(lateness && { lateness }),
      ...(dated && { date: dated.date }),
    },
  ]
}

/** The item for an entry carried over from an earlier plan that must be reviewed. */
export const carriedWork = (triennium: Triennium, { tailored }: KeptLine): PlanWork => ({
  kind: 'carried',
  triennium,
  ...nameOf(tailored),
})

/** True when the list includes the entries of a plan: as long as they may be changed, if only in their progress. */
export const isBeingKept = (state: PlanState): boolean => editable(state) !== 'nothing'

/** A plan with its state, and the number of open review comments. */
export type StandingPlan = { readonly triennium: Triennium; readonly state: PlanState; readonly comments: number }

/** The item about a plan's next step, for a person who may do these actions. */
export function planWork(
  { triennium, state, comments }: StandingPlan,
  may: (action: Action) => boolean,
): readonly PlanWork[] {
  const possible = transitionsFrom(state).filter((name) => may(transitions[name].action))
  if (state === 'inReview') {
    return possible.some((name) => reviewing.has(name)) ? [{ kind: 'review', triennium, comments }] : []
  }
  if (state === 'returned') return possible.includes('submit') ? [{ kind: 'returned', triennium, comments }] : []
  if (state === 'draft') return possible.includes('submit') ? [{ kind: 'toSend', triennium }] : []
  const step = possible.find((name) => closing.has(name))
  return step ? [{ kind: 'publish', triennium, step }] : []
}

const reviewing: ReadonlySet<TransitionName> = new Set(['return', 'approve'])
const closing: ReadonlySet<TransitionName> = new Set(['enforce', 'publish'])

/** The nearest date that a line must meet, if it is past or near enough. */
function datedWork(triennium: Triennium, tailored: TailoredLine, today: IsoDate): DatedWork | undefined {
  const [nearest, other] = [...askedDate(tailored), ...ownDate(tailored)].toSorted((one, next) =>
    one.date.localeCompare(next.date),
  )
  if (!nearest) return undefined
  const days = daysBetween(today, nearest.date)
  if (days > seenWithin) return undefined
  return {
    kind: latenessOf(tailored, today) ?? (days < 0 ? 'overdue' : days <= dueWithin ? 'due' : 'ahead'),
    triennium,
    ...nameOf(tailored),
    ...nearest,
    ...(other && other.date !== nearest.date && { other: other.date, otherBy: other.by }),
  }
}

type OwnedDate = Pick<DatedWork, 'date' | 'by'>

/** The date that the national plan, or the law where it moves it, sets to what is still to be done. */
function askedDate(tailored: TailoredLine): readonly OwnedDate[] {
  const timing = bindingTiming(tailored)
  if (timing.kind !== 'by' || !isOpen(tailored)) return []
  return [{ date: timing.date, by: legalTiming(tailored) ? 'law' : 'edition' }]
}

/** The body's own date, where it wrote one and did not keep it yet. */
function ownDate(tailored: TailoredLine): readonly OwnedDate[] {
  const planned = dayMeant(tailored.entry?.planned)
  return planned && isOpen(tailored) ? [{ date: planned, by: 'body' }] : []
}

function staleWork(
  triennium: Triennium,
  tailored: TailoredLine,
  updatedOn: IsoDate | undefined,
  today: IsoDate,
): PlanWork | undefined {
  if (updatedOn === undefined || !goesOn(tailored)) return undefined
  const days = daysBetween(updatedOn, today)
  return days > staleAfter ? { kind: 'stale', triennium, ...nameOf(tailored), date: updatedOn, days } : undefined
}

const nameOf = ({ line }: TailoredLine) => ({ code: line.code, title: titleOf(line) })

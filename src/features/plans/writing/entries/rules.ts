// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../../kernel/dates.ts'
import type { Problem } from '../../../../kernel/errors.ts'
import { dayMeant } from '../../../../kernel/printed-dates.ts'
import { contradictionsOf, type EntryContent, isCarriedOut, type Status, statusLabel } from '../../plan/index.ts'

/** Dates outside of these years are slips of the hand. */
const years = { from: 2000, to: 2100 } as const

/**
 * What an entry's dates and status cannot say together. What was so before, and was not touched, is not held against
 * who changes something else.
 * @returns problems whose place is the field.
 */
export function checkEntry(before: EntryContent | undefined, after: EntryContent, today: IsoDate): readonly Problem[] {
  const touched = (...fields: readonly (keyof EntryContent)[]) =>
    fields.some((field) => after[field] !== before?.[field])
  const { status, planned, completed } = after
  const notYet = completed !== undefined && !isCarriedOut(status)
  const against = contradictionsOf(after, today).filter(({ field }) => field === 'completed')
  return [
    ...(touched('planned') ? yearProblems('planned', planned) : []),
    ...(touched('completed') ? yearProblems('completed', completed) : []),
    ...(touched('completed', 'status') ? (notYet ? [notDone(status)] : against.map(asProblem)) : []),
  ]
}

const asProblem = ({ field, message, remedy }: ReturnType<typeof contradictionsOf>[number]): Problem => ({
  place: field,
  message,
  remedy,
})

function yearProblems(place: 'planned' | 'completed', date: string | undefined): Problem[] {
  const meant = dayMeant(date)
  if (meant === undefined) return []
  const year = Number(meant.slice(0, 4))
  if (year >= years.from && year <= years.to) return []
  return [{ place, message: `l’anno ${year} non è plausibile`, remedy: `usare un anno dal ${years.from}` }]
}

const notDone = (status: Status | undefined): Problem => ({
  place: 'completed',
  message: status
    ? `una scheda «${statusLabel[status]}» non ha una data di completamento`
    : 'una data di completamento vuole uno stato',
  remedy: 'scegliere lo stato «Completata» o «Continuativa», oppure togliere la data',
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../../kernel/dates.ts'
import { compareItalian } from '../../../../kernel/text.ts'
import { bindingTiming } from '../../../catalogue/index.ts'
import type { TailoredLine, TailoredPlan } from '../model.ts'
import { concerning, isOpen, latenessOf, standingOf } from './progress.ts'

/** A line with the date on which it binds, the law’s where it moves it. */
export type DatedLine = TailoredLine & { readonly date: IsoDate }

/** The dated lines that may concern the body, each group by date. */
export type DeadlineGroups = {
  /** Their date has passed and they are still to be done. */
  readonly late: readonly DatedLine[]
  /** Their date has passed and the body says no status: whether they are late is to be told. */
  readonly toTell: readonly DatedLine[]
  /** To be done by a date that has not passed. */
  readonly upcoming: readonly DatedLine[]
  /** Left to the body’s choice, on which it has not decided: nothing is owed. */
  readonly free: readonly DatedLine[]
  /** Lines with a date to be done by, that are done, continuing or set aside. */
  readonly settled: readonly DatedLine[]
  /** Lines that bind from a date on. */
  readonly starting: readonly DatedLine[]
}

/** Sorts out the dates of a plan on a given day. Lines that do not apply are left out. */
export function groupDeadlines(tailored: TailoredPlan, today: IsoDate): DeadlineGroups {
  const lines = concerning(tailored).flatMap((chapter) => chapter.lines)
  const dated = (kind: 'by' | 'from') =>
    lines
      .flatMap((tailored): DatedLine[] => {
        const timing = bindingTiming(tailored)
        return timing.kind === kind ? [{ ...tailored, date: timing.date }] : []
      })
      .toSorted((a, b) => a.date.localeCompare(b.date) || compareItalian(a.line.code, b.line.code))
  const groups = Map.groupBy(dated('by'), (line) => groupOf(line, today))
  return {
    late: groups.get('late') ?? [],
    toTell: groups.get('toTell') ?? [],
    upcoming: groups.get('upcoming') ?? [],
    free: groups.get('free') ?? [],
    settled: groups.get('settled') ?? [],
    starting: dated('from'),
  }
}

function groupOf(tailored: DatedLine, today: IsoDate): Exclude<keyof DeadlineGroups, 'starting'> {
  if (standingOf(tailored) === 'to-choose') return 'free'
  return latenessOf(tailored, today) ?? (isOpen(tailored) ? 'upcoming' : 'settled')
}

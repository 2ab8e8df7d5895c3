// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../kernel/dates.ts'
import { dayMeant } from '../../../kernel/printed-dates.ts'
import { slug } from '../../../kernel/text.ts'
import { type Duty, formatDutyTiming, sourcesWithLinks } from '../../catalogue/index.ts'
import type { FundingProject } from '../../funding/index.ts'
import type { TailoredPlan } from '../../plans/index.ts'
import type { Deadline } from './deadlines.ts'

/**
 * The last days until which the law asks to keep up what was financed: one for each PNRR project that is known to be paid.
 * @param today a payment that is still to come begins nothing.
 */
export const upkeepDeadlines = (
  { duties }: Pick<TailoredPlan, 'duties'>,
  projects: readonly FundingProject[],
  today: IsoDate,
): readonly Deadline[] =>
  duties.flatMap(({ duty }) =>
    duty.when.kind === 'upkeep' ? paidProjects(projects, today).map((paid) => upkeepDeadline(duty, paid)) : [],
  )

/** A project with the year in which it was paid, and what it is known by for good: its CUP or, without one, its name. */
type PaidProject = { readonly project: FundingProject; readonly year: number; readonly key: string }

function paidProjects(projects: readonly FundingProject[], today: IsoDate): readonly PaidProject[] {
  const times = new Map<string, number>()
  return projects.flatMap((project): PaidProject[] => {
    const name = slug(project.cup ?? `${project.measure} ${project.title}`)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    const day = dayMeant(project.payment)
    if (day === undefined || day > today) return []
    return [{ project, year: Number(day.slice(0, 4)), key: time > 1 ? `${name}-${time}` : name }]
  })
}

function upkeepDeadline(duty: Duty, { project, year, key }: PaidProject): Deadline {
  const last = year + (duty.when.kind === 'upkeep' ? duty.when.years : 0)
  return {
    key: `${duty.code}-${key}-${last}`,
    date: `${last}-12-31`,
    summary: `${duty.title}: ${project.measure} ${project.title}`,
    description: [duty.summary, `${formatDutyTiming(duty.when)}.`, `Fonte: ${sourcesWithLinks(duty)}`].join('\n\n'),
    category: duty.matter,
  }
}

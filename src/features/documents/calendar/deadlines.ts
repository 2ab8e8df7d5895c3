// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate, type IsoDate } from '../../../kernel/dates.ts'
import { dayMeant } from '../../../kernel/printed-dates.ts'
import { compareItalian, slug } from '../../../kernel/text.ts'
import {
  type Applicability,
  type Duty,
  dutyDay,
  formatDutyTiming,
  formatTiming,
  legalTiming,
  sourcesWithLinks,
  titleOf,
  withTitle,
} from '../../catalogue/index.ts'
import {
  groupDeadlines,
  isCarriedOut,
  isOpen,
  isSetAside,
  shownStatus,
  standingOf,
  statusOrUnsaidLabel,
  type TailoredLine,
  type TailoredPlan,
} from '../../plans/index.ts'

/** A deadline, before it is written as an event. */
export type Deadline = {
  /**
   * Identifies it among the body's deadlines in every version of every plan, on every edition of the same cycle: inside
   * a cycle the codes of lines are stable.
   */
  readonly key: string
  readonly date: IsoDate
  /** AgID moved its date in an update of the cycle, or the law did. */
  readonly moved?: boolean | undefined
  readonly summary: string
  readonly description: string
  readonly category: string
}

/** Every deadline of a plan: of lines, of what the body planned itself, of what the law asks beside them. */
export const deadlinesOf = (plan: TailoredPlan): readonly Deadline[] => [
  ...lineDeadlines(plan),
  ...plannedDays(plan),
  ...dutyDeadlines(plan),
]

const cycleOf = ({ edition: { triennium } }: TailoredPlan): string => `${triennium.from}-${triennium.to}`
const nameOf = ({ line }: TailoredLine): string => withTitle(line.code, line.title)

/** The open lines to be done by a date: those that apply or are to be verified, and are neither done nor put aside. */
function lineDeadlines(plan: TailoredPlan): Deadline[] {
  // On the first of days everything is still to come.
  const open = groupDeadlines(plan, '0000-01-01').upcoming.toSorted((a, b) => compareItalian(a.line.code, b.line.code))
  return open.map((tailored) => {
    const { line, applicability, date } = tailored
    const text = line.summary ?? line.officialText
    const legal = legalTiming(tailored)
    return {
      key: `${cycleOf(plan)}-${line.code}`,
      date,
      moved: line.replanned || legal !== undefined,
      summary: nameOf(tailored),
      description: [
        ...(text === undefined ? [] : [text]),
        ...(legal
          ? [
              `Data di legge: ${formatDate(legal.timing.date)}. Il piano nazionale stampa: ${formatTiming(line.timing)}.`,
              `Fonte: ${legal.sourceWithLinks}`,
            ]
          : []),
        `Stato: ${statusOrUnsaidLabel[shownStatus(tailored) ?? 'unsaid']}`,
        ...(standingOf(tailored) === 'to-verify' ? [`Da verificare. ${applicability.reason}`] : []),
      ].join('\n\n'),
      category: `Capitolo ${line.chapter}`,
    }
  })
}

/** The days by which the body itself means to be done: with lines that are open, and with its own initiatives. */
function plannedDays(plan: TailoredPlan): Deadline[] {
  const ofLines = plan.chapters
    .flatMap(({ lines }) => lines)
    .filter((tailored) => standingOf(tailored) !== 'does-not-apply' && isOpen(tailored))
    .flatMap((tailored): Deadline[] => {
      const date = dayMeant(tailored.entry?.planned)
      if (date === undefined) return []
      return [
        {
          key: `${cycleOf(plan)}-${tailored.line.code}-prevista`,
          date,
          summary: `Previsto dall’ente: ${nameOf(tailored)}`,
          description: tailored.entry?.activity ?? titleOf(tailored.line),
          category: `Capitolo ${tailored.line.chapter}`,
        },
      ]
    })
  const titles = new Map<string, number>()
  const own = (plan.plan.initiatives ?? []).flatMap(({ title, description, planned, status }): Deadline[] => {
    const word = slug(title)
    const time = (titles.get(word) ?? 0) + 1
    titles.set(word, time)
    const date = dayMeant(planned)
    if (date === undefined || (status && (isCarriedOut(status) || isSetAside(status)))) return []
    return [
      {
        key: `iniziativa-${word}${time > 1 ? `-${time}` : ''}`,
        date,
        summary: `Previsto dall’ente: ${title}`,
        description: description ?? title,
        category: 'Iniziative dell’ente',
      },
    ]
  })
  return [...ofLines, ...own]
}

/**
 * What the law asks beside the lines, in the years of the plan: each year is an event of its own, since plans of two
 * triennia have years in common. A date that the law gives a line of the edition is the line’s.
 */
function dutyDeadlines(tailored: TailoredPlan): Deadline[] {
  const [from = 0, to = 0] = tailored.plan.triennium.split('-').map(Number)
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return tailored.duties.flatMap(({ duty, applicability }) =>
    isOfLine(duty, tailored)
      ? []
      : years.flatMap((year) => {
          const date = dutyDay(duty.when, year)
          return date === undefined ? [] : [dutyDeadline(duty, applicability, date)]
        }),
  )
}

const isOfLine = ({ line }: Duty, tailored: TailoredPlan): boolean =>
  line?.movesDate === true &&
  line.cycle === cycleOf(tailored) &&
  tailored.edition.lines.some(({ code }) => code === line.code)

const dutyDeadline = (duty: Duty, { verdict, reason }: Applicability, date: IsoDate): Deadline => ({
  key: `${duty.code}-${date.slice(0, 4)}`,
  date,
  summary: duty.title,
  description: [
    duty.summary,
    `${formatDutyTiming(duty.when)}.`,
    `Fonte: ${sourcesWithLinks(duty)}`,
    ...(verdict === 'applies' ? [] : [`Da verificare. ${reason}`]),
  ].join('\n\n'),
  category: duty.matter,
})

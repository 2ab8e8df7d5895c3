// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../kernel/dates.ts'
import type { Triennium } from '../../../kernel/ids.ts'
import { dayMeant } from '../../../kernel/printed-dates.ts'
import { compareItalian, slug } from '../../../kernel/text.ts'
import { titleOf, withTitle } from '../../catalogue/index.ts'
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
  /** AgID moved its date in an update of the cycle. */
  readonly moved?: boolean | undefined
  readonly summary: string
  readonly description: string
  readonly category: string
}

/** Every deadline of a plan: of lines, of what the body planned itself, of each year. */
export const deadlinesOf = (plan: TailoredPlan): readonly Deadline[] => [
  ...lineDeadlines(plan),
  ...plannedDays(plan),
  ...yearlyDeadlines(plan.plan.triennium),
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
    return {
      key: `${cycleOf(plan)}-${line.code}`,
      date,
      moved: line.replanned,
      summary: nameOf(tailored),
      description: [
        ...(text === undefined ? [] : [text]),
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
 * What every administration owes each year of the triennium: accessibility goals by 31 March (d.l. 179/2012, art. 9
 * c. 7) and accessibility statement by 23 September (l. 4/2004, art. 3-quater, and AgID's guidelines). Each year is an
 * event of its own: plans of two triennia have years in common.
 */
function yearlyDeadlines(triennium: Triennium): Deadline[] {
  const [from = 0, to = 0] = triennium.split('-').map(Number)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((year) => [
    {
      key: `${year}-obiettivi-accessibilita`,
      date: `${year}-03-31`,
      summary: 'Obiettivi di accessibilità: pubblicazione annuale',
      description:
        'Entro il 31 marzo l’ente pubblica gli obiettivi annuali di accessibilità con il modulo di AgID (d.l. 179/2012, art. 9 c. 7).',
      category: 'Accessibilità',
    },
    {
      key: `${year}-dichiarazione-accessibilita`,
      date: `${year}-09-23`,
      summary: 'Dichiarazione di accessibilità: riesame annuale',
      description:
        'Entro il 23 settembre l’ente riesamina e aggiorna la dichiarazione di accessibilità dei propri siti e app con il modulo di AgID (l. 4/2004, art. 3-quater).',
      category: 'Accessibilità',
    },
  ])
}

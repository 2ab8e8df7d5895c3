// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../kernel/dates.ts'
import { compareItalian } from '../../../kernel/text.ts'
import { groupDeadlines, shownStatus, standingOf, statusOrUnsaidLabel, type TailoredPlan } from '../../plans/index.ts'

/** A deadline, before it is written as an event. */
export type Deadline = {
  /** Identifies it among the body's deadlines, in every version of the plan. */
  readonly key: string
  readonly date: IsoDate
  /** How many years it is repeated, including the first. */
  readonly years?: number
  readonly summary: string
  readonly description: string
  readonly category: string
}

/** The open lines to be done by a date: those that apply or are to be verified, and are neither done nor put aside. */
export function lineDeadlines(plan: TailoredPlan): Deadline[] {
  // On the first of days everything is still to come.
  const open = groupDeadlines(plan, '0000-01-01').upcoming.toSorted((a, b) => compareItalian(a.line.code, b.line.code))
  return open.map((tailored) => {
    const { line, applicability, date } = tailored
    const text = line.summary ?? line.officialText
    return {
      key: `${plan.edition.id}-${line.code}`,
      date,
      summary: line.title === undefined ? line.code : `${line.code} – ${line.title}`,
      description: [
        ...(text === undefined ? [] : [text]),
        `Stato: ${statusOrUnsaidLabel[shownStatus(tailored) ?? 'unsaid']}`,
        ...(standingOf(tailored) === 'to-verify' ? [`Da verificare. ${applicability.reason}`] : []),
      ].join('\n\n'),
      category: `Capitolo ${line.chapter}`,
    }
  })
}

/**
 * What every administration owes each year of the triennium: accessibility goals by 31 March (d.l. 179/2012, art. 9
 * c. 7) and accessibility statement by 23 September (l. 4/2004, art. 3-quater, and AgID's guidelines).
 */
export function yearlyDeadlines(triennium: string): Deadline[] {
  const [from = '', to = ''] = triennium.split('-')
  const years = Number(to) - Number(from) + 1
  return [
    {
      key: `${triennium}-obiettivi-accessibilita`,
      date: `${from}-03-31`,
      years,
      summary: 'Obiettivi di accessibilità: pubblicazione annuale',
      description:
        'Entro il 31 marzo l’ente pubblica gli obiettivi annuali di accessibilità con il modulo di AgID (d.l. 179/2012, art. 9 c. 7).',
      category: 'Accessibilità',
    },
    {
      key: `${triennium}-dichiarazione-accessibilita`,
      date: `${from}-09-23`,
      years,
      summary: 'Dichiarazione di accessibilità: riesame annuale',
      description:
        'Entro il 23 settembre l’ente riesamina e aggiorna la dichiarazione di accessibilità dei propri siti e app con il modulo di AgID (l. 4/2004, art. 3-quater).',
      category: 'Accessibilità',
    },
  ]
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import ical, { escape as escapeText, type ICalEventData, ICalEventTransparency } from 'ical-generator'
import { daysBetween, type IsoDate } from '../../../kernel/dates.ts'
import type { FundingProject } from '../../funding/index.ts'
import type { TailoredPlan } from '../../plans/index.ts'
import { xmlCharacters } from '../layout/xml-characters.ts'
import type { WrittenDocument } from '../model.ts'
import { type Deadline, deadlinesOf } from './deadlines.ts'
import { upkeepDeadlines } from './upkeep.ts'

/** Whose calendar it is and which plan it comes from. */
export type CalendarMetadata = {
  readonly administration: string
  /** What the body is known by for good: its cadastral code, else its IPA code, else the word of its addresses. */
  readonly bodyKey: string
  /** When the plan was written, `yyyy-mm-dd`: written on every event, so that the same plan gives the same bytes. */
  readonly date: IsoDate
  /** SHA-256, hex, of the plan's canonical JSON. */
  readonly planHash: string
  /** The word that its name begins with when the plan is not approved. */
  readonly draft?: string
  /** The body’s PNRR projects. */
  readonly projects?: readonly FundingProject[]
}

/**
 * The deadlines of a plan as an iCalendar file (RFC 5545): all-day events with reminders thirty and seven days before.
 * It holds the dated lines that apply or are to be verified and are still to be done, the days that the body planned
 * itself, what the law asks in the years of the plan, and until when it asks to keep up the PNRR projects that are paid.
 * An event keeps its identifier from one plan and edition to the next, so programs put the newer one in the place of the
 * older. What has passed has no reminders.
 */
export function writeCalendar(plan: TailoredPlan, metadata: CalendarMetadata): WrittenDocument {
  const kept = upkeepDeadlines(plan, metadata.projects ?? [], metadata.date)
  const events = [...deadlinesOf(plan), ...kept].map((deadline) => event(deadline, metadata))
  const calendar = ical({
    prodId: { company: 'Timone', product: 'Piano triennale', language: 'IT' },
    name: header(
      `${metadata.draft === undefined ? '' : `${metadata.draft} – `}Scadenze del piano triennale – ${metadata.administration}`,
    ),
    description: header(`Triennio ${plan.plan.triennium}; impronta del piano: ${metadata.planHash}`),
    events,
  })
  return { format: 'ics', bytes: new TextEncoder().encode(`${calendar.toString()}\r\n`), rows: events.length }
}

/** The library does not escape the calendar's own name and description. */
const header = (text: string): string => escapeText(xmlCharacters(text), false)

const secondsPerDay = 86_400

/**
 * Grows with the day on which the calendar is written and, on one day, with a date that AgID moved: of two events with
 * one identifier programs take the one with the higher number (RFC 5545, 3.8.7.4).
 */
const sequenceOf = ({ moved }: Deadline, written: IsoDate): number =>
  2 * daysBetween('2020-01-01', written) + (moved ? 1 : 0)

const event = (deadline: Deadline, metadata: CalendarMetadata): ICalEventData => ({
  id: `${metadata.bodyKey}-${deadline.key}@timone`.toLowerCase(),
  sequence: sequenceOf(deadline, metadata.date),
  stamp: metadata.date,
  start: deadline.date,
  allDay: true,
  summary: xmlCharacters(deadline.summary),
  description: xmlCharacters(deadline.description),
  categories: [{ name: xmlCharacters(deadline.category) }],
  transparency: ICalEventTransparency.TRANSPARENT,
  alarms: (deadline.date < metadata.date ? [] : [30, 7]).map((days) => ({
    triggerBefore: days * secondsPerDay,
    description: xmlCharacters(`Fra ${days} giorni: ${deadline.summary}`),
  })),
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import ical, { escape as escapeText, type ICalEventData, ICalEventTransparency } from 'ical-generator'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { TailoredPlan } from '../../plans/index.ts'
import { xmlCharacters } from '../layout/xml-characters.ts'
import type { WrittenDocument } from '../model.ts'
import { type Deadline, lineDeadlines, yearlyDeadlines } from './deadlines.ts'

/** Whose calendar it is and which plan it comes from. */
export type CalendarMetadata = {
  readonly administration: string
  /** The body's slug. With the edition and the code it makes an event's lasting identifier. */
  readonly slug: string
  /** When the plan was written, `yyyy-mm-dd`: written on every event, so that the same plan gives the same bytes. */
  readonly date: IsoDate
  /** SHA-256, hex, of the plan's canonical JSON. */
  readonly planHash: string
  /** The word that its name begins with when the plan is not approved. */
  readonly draft?: string
}

/**
 * The deadlines of a plan as an iCalendar file (RFC 5545): all-day events with reminders thirty and seven days before.
 * It holds the dated lines that apply or are to be verified and are still to be done, and the yearly duties on
 * accessibility. An event keeps its identifier from one version of the plan to the next.
 */
export function writeCalendar(plan: TailoredPlan, metadata: CalendarMetadata): WrittenDocument {
  const events = [...lineDeadlines(plan), ...yearlyDeadlines(plan.plan.triennium)].map((deadline) =>
    event(deadline, metadata),
  )
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

const event = (deadline: Deadline, metadata: CalendarMetadata): ICalEventData => ({
  id: `${metadata.slug}-${deadline.key}@timone`.toLowerCase(),
  stamp: metadata.date,
  start: deadline.date,
  allDay: true,
  ...(deadline.years && { repeating: `FREQ=YEARLY;COUNT=${deadline.years}` }),
  summary: xmlCharacters(deadline.summary),
  description: xmlCharacters(deadline.description),
  categories: [{ name: xmlCharacters(deadline.category) }],
  transparency: ICalEventTransparency.TRANSPARENT,
  alarms: [30, 7].map((days) => ({
    triggerBefore: days * secondsPerDay,
    description: xmlCharacters(`Fra ${days} giorni: ${deadline.summary}`),
  })),
})

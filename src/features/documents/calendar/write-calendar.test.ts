// SPDX-License-Identifier: AGPL-3.0-or-later
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { TailoredPlan } from '../../plans/index.ts'
import { sampleLine, samplePlan } from '../sheets/fixture.ts'
import { writeCalendar } from './write-calendar.ts'

const metadata = {
  administration: 'Comune di Vallechiara',
  slug: 'vallechiara',
  date: '2026-01-15',
  planHash: 'ab12'.repeat(16),
}

const text = (plan: TailoredPlan, changes: Partial<typeof metadata> = {}): string =>
  new TextDecoder().decode(writeCalendar(plan, { ...metadata, ...changes }).bytes)

/** The calendar as read by another implementation of the standard. */
const read = (plan: TailoredPlan, changes: Partial<typeof metadata> = {}) => {
  const calendar = ICAL.Component.fromString(text(plan, changes))
  const components = calendar.getAllSubcomponents('vevent')
  return { calendar, components, events: components.map((component) => new ICAL.Event(component)) }
}

const summaries = (plan: TailoredPlan): string[] => read(plan).events.map(({ summary }) => summary)

describe('writeCalendar', () => {
  it('leaves out the lines that ask nothing more of the body', () => {
    const plan = samplePlan(
      sampleLine({ code: 'CAP3.PA.01' }, { status: 'completed' }),
      sampleLine({ code: 'CAP3.PA.02' }, { status: 'notApplicable' }),
      sampleLine({ code: 'CAP3.PA.03' }, undefined, { declaredNotApplicable: true }),
      sampleLine({ code: 'CAP3.PA.04' }, undefined, {
        applicability: { verdict: 'does-not-apply', reason: 'Riguarda le Regioni.' },
      }),
      sampleLine({ code: 'CAP3.PA.05', timing: { kind: 'from', date: '2025-01-01' } }),
      sampleLine({ code: 'CAP3.PA.06', timing: { kind: 'in-force' } }),
    )
    expect(summaries(plan).filter((summary) => summary.startsWith('CAP'))).toEqual([])
  })

  it('lets no text of the plan add a property or an event', () => {
    const hostile = 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT;x,y\\n "z" \u0000\u001b 🏛 \ud800'
    const plan = samplePlan(sampleLine({ title: hostile, summary: hostile }))
    const { calendar, events } = read(plan, { administration: hostile })
    expect(events).toHaveLength(3)
    expect(events[0]?.summary).toBe('CAP3.PA.14 – a\nEND:VEVENT\nBEGIN:VEVENT;x,y\\n "z"  🏛 ')
    expect(calendar.getAllProperties().map(({ name }) => name)).toEqual([
      'version',
      'prodid',
      'name',
      'x-wr-calname',
      'x-wr-caldesc',
    ])
  })

  it('gives each deadline a whole day, its text, its status and two reminders', () => {
    const { components, events } = read(samplePlan(sampleLine({}, { status: 'inProgress' })))
    const [event] = events
    expect(event?.startDate.isDate).toBe(true)
    expect(event?.startDate.toString()).toBe('2025-12-31')
    expect(event?.endDate.toString()).toBe('2026-01-01')
    expect(event?.summary).toBe('CAP3.PA.14 – Descrivere i servizi con parole semplici')
    expect(event?.description).toBe(
      'Le schede dei servizi si scrivono in una lingua che tutti capiscono.\n\nStato: In corso',
    )
    expect(components[0]?.getFirstPropertyValue('categories')).toBe('Capitolo 3')
    const alarms = components[0]?.getAllSubcomponents('valarm') ?? []
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-P30D', '-P7D'])
  })

  it('says what is to be verified in a line that may apply', () => {
    const applicability = { verdict: 'to-verify', reason: 'Manca il fatto «suap».' } as const
    const { events } = read(samplePlan(sampleLine({}, undefined, { applicability })))
    expect(events[0]?.description).toMatch(/Stato: Non indicato\n\nDa verificare\. Manca il fatto «suap»\.$/)
  })

  it('recalls the yearly duties on accessibility in each year of the triennium', () => {
    const { events } = read(samplePlan())
    const days = events.map((event) => {
      const occurrences = event.iterator()
      return Array.from({ length: 4 }, () => occurrences.next()?.toString())
    })
    expect(days).toEqual([
      ['2025-03-31', '2026-03-31', '2027-03-31', undefined],
      ['2025-09-23', '2026-09-23', '2027-09-23', undefined],
    ])
  })

  it('keeps identifiers from one version of the plan to the next, and apart between bodies and editions', () => {
    const line = sampleLine({})
    const plan = samplePlan(line)
    const moved = samplePlan(sampleLine({ timing: { kind: 'by', date: '2026-06-30' }, title: 'Altro titolo' }))
    const other = { ...plan, edition: { ...plan.edition, id: '2024-2026-update-2025' } }
    const uid = (of: TailoredPlan, slug = 'vallechiara') => read(of, { slug }).events[0]?.uid
    expect(uid(moved)).toBe(uid(plan))
    expect(new Set([uid(plan), uid(other), uid(plan, 'montechiaro')]).size).toBe(3)
  })

  it('gives the same bytes for the same plan', () => {
    expect(text(samplePlan(sampleLine({})))).toBe(text(samplePlan(sampleLine({}))))
  })

  it('ends every line with CRLF and folds it at 75 octets', () => {
    const written = text(samplePlan(sampleLine({ summary: 'È già però così. '.repeat(30) })))
    expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const octets = written.split('\r\n').map((line) => Buffer.byteLength(line))
    expect(Math.max(...octets)).toBeLessThanOrEqual(75)
  })
})

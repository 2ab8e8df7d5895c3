// SPDX-License-Identifier: AGPL-3.0-or-later

import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { trienniumOf } from '../../../kernel/ids.ts'
import type { TailoredPlan } from '../../plans/index.ts'
import { sampleLine, samplePlan } from '../sheets/fixture.ts'
import { writeCalendar } from './write-calendar.ts'

const metadata = {
  administration: 'Comune di Vallechiara',
  bodyKey: 'Z901',
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
    expect(events).toHaveLength(7)
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
    const { components, events } = read(samplePlan(sampleLine({}, { status: 'inProgress' })), { date: '2025-11-01' })
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

  it('recalls the yearly duties on accessibility in each year of the triennium, each year once', () => {
    const { events } = read(samplePlan())
    expect(events.map(({ startDate, uid }) => `${startDate.toString()} ${uid}`).toSorted()).toEqual(
      [2025, 2026, 2027].flatMap((year) => [
        `${year}-03-31 z901-${year}-obiettivi-accessibilita@timone`,
        `${year}-09-23 z901-${year}-dichiarazione-accessibilita@timone`,
      ]),
    )
  })

  it('has the days that the body planned itself, in whatever Italian words', () => {
    const line = (code: string, planned: string, entry = {}) =>
      sampleLine({ code, timing: { kind: 'in-force' } }, { activity: `Attività di ${code}`, planned, ...entry })
    const plan = samplePlan(
      line('CAP3.PA.01', '2026-06-30'),
      line('CAP3.PA.02', 'dicembre 2026'),
      line('CAP3.PA.03', 'dic-26'),
      line('CAP3.PA.04', '31.01.2026'),
      line('CAP3.PA.05', 'attività continuativa'),
      line('CAP3.PA.06', '31/02/2026'),
      line('CAP3.PA.07', '2026-06-30', { status: 'completed' }),
    )
    const initiatives = [
      { title: 'Sportello unico', planned: '1° marzo 2027' },
      { title: 'Sportello unico', planned: 'entro giugno 2027' },
      { title: 'Senza data' },
      { title: 'Finita', planned: '2026-01-01', status: 'completed' as const },
    ]
    const { events } = read({ ...plan, plan: { ...plan.plan, initiatives } })
    const own = events.filter(({ summary }) => summary.startsWith('Previsto dall’ente'))
    expect(own.map(({ startDate, uid }) => `${startDate.toString()} ${uid}`)).toEqual([
      '2026-06-30 z901-2024-2026-cap3.pa.01-prevista@timone',
      '2026-12-31 z901-2024-2026-cap3.pa.02-prevista@timone',
      '2026-12-31 z901-2024-2026-cap3.pa.03-prevista@timone',
      '2026-01-31 z901-2024-2026-cap3.pa.04-prevista@timone',
      '2027-03-01 z901-iniziativa-sportello-unico@timone',
      '2027-06-30 z901-iniziativa-sportello-unico-2@timone',
    ])
    expect(own[0]?.description).toBe('Attività di CAP3.PA.01')
  })

  it('reminds of nothing that has passed', () => {
    const { components, events } = read(samplePlan(sampleLine({})), { date: '2026-01-15' })
    const withAlarms = components.map((component, index) => [
      events[index]?.startDate.toString(),
      component.getAllSubcomponents('valarm').length,
    ])
    expect(withAlarms).toContainEqual(['2025-12-31', 0])
    expect(withAlarms).toContainEqual(['2026-03-31', 2])
  })

  it('keeps identifiers from one name, plan and edition to the next, and apart between bodies and cycles', () => {
    const plan = samplePlan(sampleLine({}))
    const moved = samplePlan(sampleLine({ timing: { kind: 'by', date: '2026-06-30' }, title: 'Altro titolo' }))
    const later: TailoredPlan = {
      ...moved,
      plan: { triennium: trienniumOf('2026-2028'), edition: '2024-2026-update-2026' },
      edition: { ...moved.edition, id: '2024-2026-update-2026', follows: '2024-2026' },
    }
    const nextCycle = { ...plan, edition: { ...plan.edition, triennium: { from: 2027, to: 2029 } } }
    const uid = (of: TailoredPlan, changes: Partial<typeof metadata> = {}) => read(of, changes).events[0]?.uid
    expect(uid(later, { administration: 'Comune di Vallechiara Terme', date: '2026-12-01' })).toBe(uid(plan))
    expect(new Set([uid(plan), uid(nextCycle), uid(plan, { bodyKey: 'Z902' })]).size).toBe(3)
  })

  it('of two plans on two editions, put together by identifier, has no event twice, and the newer date of each', () => {
    const before = samplePlan(sampleLine({}))
    const moved = sampleLine({ timing: { kind: 'by', date: '2026-06-30' }, replanned: true })
    const after: TailoredPlan = {
      ...samplePlan(moved, sampleLine({ code: 'CAP3.PA.15' })),
      plan: { triennium: trienniumOf('2026-2028'), edition: '2024-2026-update-2026' },
    }
    const merged = new Map<string, { sequence: number; day: string }>()
    const all = [read(after), read(before)].flatMap(({ events }) => events)
    for (const { uid, sequence, startDate } of all) {
      if (sequence >= (merged.get(uid)?.sequence ?? 0)) merged.set(uid, { sequence, day: startDate.toString() })
    }
    const days = [...merged.values()].map(({ day }) => day).toSorted()
    // Two lines, and two yearly duties in each of the four years of the two triennia.
    expect(days).toEqual(
      [
        '2025-12-31',
        '2026-06-30',
        ...[2025, 2026, 2027, 2028].flatMap((year) => [`${year}-03-31`, `${year}-09-23`]),
      ].toSorted(),
    )
    expect(merged.get('z901-2024-2026-cap3.pa.14@timone')?.day).toBe('2026-06-30')
    expect(merged.size).toBeLessThan(all.length)
  })

  it('raises the sequence with the day on which it is written', () => {
    const plan = samplePlan(sampleLine({}))
    const sequence = (date: string) => read(plan, { date }).events[0]?.sequence ?? 0
    expect(sequence('2026-01-16')).toBeGreaterThan(sequence('2026-01-15'))
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

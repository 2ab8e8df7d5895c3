// SPDX-License-Identifier: AGPL-3.0-or-later

import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { trienniumOf } from '../../../kernel/ids.ts'
import { packageRoot } from '../../../platform/config/config.ts'
import { openCatalogue } from '../../catalogue/index.ts'
import { type TailoredPlan, tailorFor } from '../../plans/index.ts'
import { sampleLine, samplePlan } from '../sheets/fixture.ts'
import { type CalendarMetadata, writeCalendar } from './write-calendar.ts'

const metadata = {
  administration: 'Comune di Vallechiara',
  bodyKey: 'Z901',
  date: '2026-01-15',
  planHash: 'ab12'.repeat(16),
}

const text = (plan: TailoredPlan, changes: Partial<CalendarMetadata> = {}): string =>
  new TextDecoder().decode(writeCalendar(plan, { ...metadata, ...changes }).bytes)

const catalogue = openCatalogue({
  shipped: join(packageRoot(import.meta.url), 'catalogue'),
  imported: 'no-such-folder',
})

/** A plan of a municipality on the edition in force, with what the law asks of it. */
const lawful = (
  triennium: string,
  body: { kind?: 'healthAuthority'; population?: number | undefined } = {},
): TailoredPlan =>
  tailorFor(
    { name: 'Comune di Vallechiara', kind: 'municipality', population: 900, facts: {}, ...body },
    { triennium: trienniumOf(triennium), edition: '2024-2026-update-2026' },
    catalogue,
  )

/** The calendar as read by another implementation of the standard. */
const read = (plan: TailoredPlan, changes: Partial<CalendarMetadata> = {}) => {
  const calendar = ICAL.Component.fromString(text(plan, changes))
  const components = calendar.getAllSubcomponents('vevent')
  return { calendar, components, events: components.map((component) => new ICAL.Event(component)) }
}

/** Calendars put together by identifier, as programs do: the event with the higher number stays. */
function merge(...plans: readonly TailoredPlan[]) {
  const merged = new Map<string, { sequence: number; day: string }>()
  for (const { uid, sequence, startDate } of plans.flatMap((plan) => read(plan).events)) {
    if (sequence >= (merged.get(uid)?.sequence ?? 0)) merged.set(uid, { sequence, day: startDate.toString() })
  }
  return merged
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
    expect(events).toHaveLength(1)
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

  it('recalls what the law asks each year, each year once, with the source and where it can be read', () => {
    const { components, events } = read(lawful('2026-2028'))
    const duties = events.filter(({ uid }) => uid.includes('accessibilita'))
    expect(duties.map(({ startDate, uid }) => `${startDate.toString()} ${uid}`)).toEqual([
      ...[2026, 2027, 2028].map((year) => `${year}-03-31 z901-obiettivi-accessibilita-${year}@timone`),
      ...[2026, 2027, 2028].map((year) => `${year}-09-23 z901-dichiarazione-accessibilita-${year}@timone`),
    ])
    expect(duties[0]?.description).toContain('Ogni anno, entro il 31 marzo.')
    expect(duties[0]?.description).toMatch(/Fonte: d\.l\. 179\/2012, art\. 9 c\. 7 \(https:\/\/www\.normattiva\.it\//)
    expect(components.find((one) => one.getFirstPropertyValue('uid') === duties[0]?.uid)).toBeDefined()
    expect(summaries(lawful('2026-2028'))).toEqual(
      expect.arrayContaining(['Documento unico di programmazione (DUP)', 'Nota di aggiornamento del DUP']),
    )
  })

  it('holds no duty of others, none before its first year, and what may bind says that it is to be verified', () => {
    const uids = (plan: TailoredPlan) => read(plan).events.map(({ uid }) => uid)
    expect(uids(lawful('2026-2028')).filter((uid) => uid.includes('-nis-'))).toEqual([])
    expect(uids(lawful('2026-2028', { population: 120_000 })).filter((uid) => uid.includes('-nis-'))).toHaveLength(6)
    expect(uids(lawful('2024-2026')).filter((uid) => uid.includes('formazione'))).toEqual([
      'z901-formazione-2025@timone',
      'z901-formazione-2026@timone',
    ])
    expect(uids(lawful('2026-2028', { kind: 'healthAuthority' }))).toContain('z901-spazio-dati-sanitari-2027@timone')
    const { events } = read(lawful('2026-2028', { population: undefined }))
    const [doubtful] = events.filter(({ uid }) => uid.includes('nis-registrazione'))
    expect(doubtful?.description).toMatch(/Da verificare\. Non è indicata la popolazione/)
  })

  it('puts a line on the day of the law, tells the printed date and the source, and has no other event for the duty', () => {
    const { events } = read(lawful('2026-2028'), { date: '2026-12-01' })
    const suap = events.find(({ uid }) => uid === 'z901-2024-2026-cap4.pa.14@timone')
    expect(suap?.startDate.toString()).toBe('2026-02-26')
    expect(suap?.description).toContain(
      'Data di legge: 26/02/2026. Il piano nazionale stampa: Entro agosto 2025.\n\nFonte: d.m. Imprese e made in Italy',
    )
    const ansc = events.find(({ uid }) => uid === 'z901-2024-2026-cap4.pa.18@timone')
    expect(ansc?.startDate.toString()).toBe('2026-12-30')
    expect(ansc?.description).toContain('Il piano nazionale stampa: Da febbraio 2024.')
    expect(events.filter(({ uid }) => /ansc|suap-inter/.test(uid))).toEqual([])
  })

  it('tells until when each PNRR project that is paid is to be kept up, by its CUP', () => {
    const projects = [
      { measure: '1.4.1', title: 'Sito', cup: 'J51F22001230006', payment: '12/03/2025' },
      { measure: '1.2', title: 'Cloud', payment: 'novembre 2024' },
      { measure: '1.2', title: 'Cloud', payment: '2026' },
      { measure: '1.4.3', title: 'pagoPA', payment: 'Attesa per giugno' },
      { measure: '1.4.4', title: 'SPID', payment: '30/06/2027' },
    ]
    const { events } = read(lawful('2026-2028'), { date: '2026-12-31', projects })
    const kept = events.filter(({ uid }) => uid.includes('mantenimento'))
    expect(kept.map(({ startDate, uid }) => `${startDate.toString()} ${uid}`)).toEqual([
      '2030-12-31 z901-mantenimento-pnrr-j51f22001230006-2030@timone',
      '2029-12-31 z901-mantenimento-pnrr-1-2-cloud-2029@timone',
      '2031-12-31 z901-mantenimento-pnrr-1-2-cloud-2-2031@timone',
    ])
    expect(kept[0]?.summary).toBe('Mantenimento dei progetti PNRR di PA digitale 2026: 1.4.1 Sito')
    expect(kept[0]?.description).toContain('Per 5 anni, dal 31 dicembre dell’anno in cui il progetto PNRR è pagato.')
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
    const upcoming = sampleLine({ code: 'CAP3.PA.15', timing: { kind: 'by', date: '2026-03-31' } })
    const { components, events } = read(samplePlan(sampleLine({}), upcoming), { date: '2026-01-15' })
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
    const uid = (of: TailoredPlan, changes: Partial<CalendarMetadata> = {}) => read(of, changes).events[0]?.uid
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
    const merged = merge(after, before)
    expect([...merged.values()].map(({ day }) => day).toSorted()).toEqual(['2025-12-31', '2026-06-30'])
    expect(merged.get('z901-2024-2026-cap3.pa.14@timone')?.day).toBe('2026-06-30')
  })

  it('of two triennia, put together by identifier, has each duty of the law once a year', () => {
    const [older, newer] = [lawful('2025-2027'), lawful('2026-2028')]
    const goals = [...merge(newer, older)].filter(([uid]) => uid.includes('obiettivi-accessibilita'))
    expect(goals.map(([, { day }]) => day).toSorted()).toEqual([2025, 2026, 2027, 2028].map((year) => `${year}-03-31`))
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

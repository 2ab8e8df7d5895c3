// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { AdministrationDetails } from '../../administrations/index.ts'
import { bindingTiming, describeLegalTiming } from '../duties/legal-timing.ts'
import type { Duty } from '../duties/model.ts'
import { inventedDuty, inventedEdition, inventedLine } from '../fixture/editions.ts'
import { assessBody, assessEdition } from './rules.ts'

const body: AdministrationDetails = { name: 'Comune di Vallechiara', kind: 'municipality', population: 900 }

/** The line CAP1.PA.01, which its addressees may choose to do from 2027 on. */
const line = inventedLine({
  code: 'CAP1.PA.01',
  timing: { kind: 'from', date: '2027-01-01' },
  addressees: { kinds: ['municipality', 'union'], voluntary: true },
})
const editionWith = (...duties: Duty[]) =>
  inventedEdition({ lines: [line, inventedLine({ code: 'CAP1.PA.02' })], duties })

const onLine = (touched: Partial<Duty['line']>, duty: Partial<Duty> = {}): Duty =>
  inventedDuty({
    when: { kind: 'by', date: '2028-12-30' },
    line: { cycle: '2027-2029', code: 'CAP1.PA.01', ...touched },
    ...duty,
  })

const verdict = (duty: Duty, administration = body, choices?: Record<string, boolean>) => {
  const applicability = assessEdition(administration, {}, choices, editionWith(duty)).get('CAP1.PA.01')
  if (!applicability) throw new Error('no line')
  return { ...applicability, timing: bindingTiming({ line, applicability }) }
}

describe('the law leaves a line as the plan has it', () => {
  it('when it says nothing of it, or speaks of another cycle or line', () => {
    const { verdicts } = assessBody(body, {}, undefined, editionWith(inventedDuty()))
    expect(verdicts.get('CAP1.PA.01')).toMatchObject({ verdict: 'to-choose' })
    expect(verdicts.get('CAP1.PA.01')).not.toHaveProperty('law')
    for (const other of [{ cycle: '2024-2026' }, { code: 'CAP1.PA.02' }]) {
      expect(verdict(onLine({ compels: true, movesDate: true, ...other }))).toMatchObject({
        verdict: 'to-choose',
        timing: line.timing,
      })
    }
  })

  it('for bodies that it does not bind', () => {
    const duty = onLine({ compels: true, movesDate: true })
    const union = verdict(duty, { ...body, kind: 'union' })
    expect(union).toMatchObject({ verdict: 'to-choose', timing: line.timing })
    expect(union).not.toHaveProperty('law')
    expect(verdict(duty, { ...body, kind: 'region' })).toMatchObject({ verdict: 'does-not-apply' })
  })

  it('as to date and verdict when it only speaks of the same matter', () => {
    const duty = onLine({}, { when: { kind: 'yearly', by: '03-31', since: 2026 } })
    expect(verdict(duty)).toMatchObject({ verdict: 'to-choose', timing: line.timing, law: [duty] })
    expect(describeLegalTiming({ line, applicability: verdict(duty) })).toBeUndefined()
  })
})

describe('the law', () => {
  it('compels whom it binds, whatever they chose, and says by which source', () => {
    for (const choices of [undefined, { 'CAP1.PA.01': false }, { 'CAP1.PA.01': true }]) {
      expect(verdict(onLine({ compels: true }), body, choices)).toMatchObject({
        verdict: 'applies',
        reason: 'Obbligo di legge (l. 1/2026, art. 2). Riguarda tutti i Comuni',
        timing: line.timing,
      })
    }
  })

  it('asks what decides whether it compels', () => {
    const rule = { kinds: ['municipality' as const], conditions: [{ fact: 'suap' as const, is: true }] }
    const found = verdict(onLine({ compels: true }, { binds: [{ kinds: ['province'] }, rule] }))
    expect(found).toMatchObject({ verdict: 'to-verify', missing: ['facts.suap'] })
    expect(found.reason).toBe(
      'Obbligo di legge da verificare (l. 1/2026, art. 2). Non è indicato se l’ente tratta procedimenti SUAP',
    )
  })

  it('moves the date of a line for whom the line concerns, the earliest of several, with its source', () => {
    const { binds: _, ...ofTheLine } = onLine({ movesDate: true })
    const later = { ...ofTheLine, code: 'altro', when: { kind: 'by' as const, date: '2029-01-01' } }
    const applicability = assessEdition(body, {}, undefined, editionWith(later, ofTheLine)).get('CAP1.PA.01') ?? {}
    expect(bindingTiming({ line, applicability })).toEqual({ kind: 'by', date: '2028-12-30' })
    expect(describeLegalTiming({ line, applicability })).toBe('Per legge entro il 30 dicembre 2028 (l. 1/2026, art. 2)')
  })

  it('gives way to the date that the platform’s administrator wrote of the line, with its source', () => {
    const written = { ...line, legalDate: { date: '2029-03-31', source: 'Legge inventata 3/2028' } }
    const applicability = verdict(onLine({ movesDate: true }))
    expect(bindingTiming({ line: written, applicability })).toEqual({ kind: 'from', date: '2029-03-31' })
    expect(describeLegalTiming({ line: written, applicability: {} })).toBe(
      'Per legge dal 31 marzo 2029 (Legge inventata 3/2028)',
    )
    const byNow = { ...written, timing: { kind: 'in-force' } as const }
    expect(bindingTiming({ line: byNow, applicability: {} })).toEqual({ kind: 'by', date: '2029-03-31' })
  })

  it('binds a body by any of its rules, and says what it asks of it beside the lines', () => {
    const rules = [
      { kinds: ['municipality' as const], population: { min: 100_001 } },
      { kinds: ['municipality' as const], conditions: [{ fact: 'regionalCapital' as const, is: true }] },
    ]
    const duties = (population: number | undefined, regionalCapital?: boolean) =>
      assessBody(
        { name: body.name, kind: 'municipality', ...(population !== undefined && { population }) },
        regionalCapital === undefined ? {} : { regionalCapital },
        undefined,
        editionWith(inventedDuty({ binds: rules })),
      ).duties.map(({ applicability }) => applicability.verdict)
    expect(duties(900, false)).toEqual([])
    expect(duties(900, true)).toEqual(['applies'])
    expect(duties(120_000, false)).toEqual(['applies'])
    expect(duties(120_000)).toEqual(['applies'])
    expect(duties(undefined, false)).toEqual(['to-verify'])
  })
})

it('kinds that a rule leaves out are told so', () => {
  const applicability = assessEdition(body, {}, undefined, {
    ...editionWith(),
    lines: [{ ...line, addressees: { exceptKinds: ['municipality'] } }],
  }).get('CAP1.PA.01')
  expect(applicability).toEqual({ verdict: 'does-not-apply', reason: 'Non riguarda i Comuni' })
})

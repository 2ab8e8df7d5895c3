// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { sampleLine, samplePlan, vallechiara } from './fixture.ts'
import { deadlineRows, sheetRows } from './rows.ts'

describe('sheetRows', () => {
  it('says what is asked, whether it applies and what the body says', () => {
    const line = sampleLine(
      { officialText: 'Testo di prova.' },
      {
        activity: 'Riscriviamo le schede.',
        status: 'ongoing',
        statusLabel: 'Sempre in corso',
        progress: 80,
        offices: ['Ufficio relazioni', 'Ufficio tributi'],
        funding: ['Bilancio comunale'],
        allocations: [{ source: 'Bilancio comunale', year: 2026, amount: '1234.50' }],
        planned: '2026-03-31',
        completed: 'ogni anno',
        notes: 'Un mese per ufficio.',
        evidence: [{ label: 'Elenco', url: 'https://vallechiara.example/schede' }],
      },
    )
    expect(sheetRows(samplePlan(line), vallechiara)).toEqual([
      {
        administration: 'Comune di Vallechiara',
        administrationCode: 'Z999',
        code: 'CAP3.PA.14',
        chapter: '3 – Servizi',
        objective: 'OB.3.1 – Servizi facili da usare',
        results: 'RA3.1.1 – Più servizi in rete',
        title: 'Descrivere i servizi con parole semplici',
        officialText: 'Testo di prova.',
        timing: 'Entro il',
        timingDate: '2025-12-31',
        legalDate: '',
        legalSource: '',
        verdict: 'Sì',
        reason: 'La linea riguarda tutti i comuni.',
        status: 'Continuativa',
        statusLabel: 'Sempre in corso',
        progress: '80 %',
        activity: 'Riscriviamo le schede.',
        offices: 'Ufficio relazioni\nUfficio tributi',
        funding: 'Bilancio comunale',
        allocations: 'Bilancio comunale, 2026: 1.234,50\u00a0€',
        planned: '2026-03-31',
        completed: 'ogni anno',
        notes: 'Un mese per ufficio.',
        evidence: 'Elenco <https://vallechiara.example/schede>',
      },
    ])
  })

  it('keeps the lines that do not apply and those of which nothing is said', () => {
    const applicability = { verdict: 'does-not-apply', reason: 'Riguarda le Regioni.' } as const
    const rows = sheetRows(samplePlan(sampleLine({ timing: { kind: 'in-force' } }, undefined, { applicability })), {
      name: 'Unione delle Valli',
      ipaCode: 'unval',
    })
    expect(rows).toMatchObject([
      {
        administrationCode: 'unval',
        verdict: 'No',
        status: '',
        timing: 'In vigore',
        timingDate: '',
        legalDate: '',
        legalSource: '',
        activity: '',
      },
    ])
  })
})

describe('deadlineRows', () => {
  it('leaves out the lines without a date and those that do not concern the body', () => {
    const plan = samplePlan(
      sampleLine({ timing: { kind: 'in-force' } }),
      sampleLine({}, undefined, { declaredNotApplicable: true }),
      sampleLine({}, undefined, { applicability: { verdict: 'does-not-apply', reason: 'Riguarda le Regioni.' } }),
    )
    expect(deadlineRows(plan, vallechiara)).toEqual([])
  })

  it('goes by date, then by code, with the dates from which a line is in force, and no status where the body says none', () => {
    const plan = samplePlan(
      sampleLine({ code: 'CAP3.PA.103' }, { status: 'planned' }),
      sampleLine({ code: 'CAP3.PA.02', timing: { kind: 'from', date: '2026-01-01' } }),
      sampleLine({ code: 'CAP3.PA.21' }, undefined, { applicability: { verdict: 'to-verify', reason: 'Da vedere.' } }),
    )
    const rows = deadlineRows(plan, vallechiara)
    expect(rows.map(({ status }) => status)).toEqual(['', 'Pianificata', ''])
    expect(rows.map(({ code, timing, timingDate }) => [code, timing, timingDate])).toEqual([
      ['CAP3.PA.21', 'Entro il', '2025-12-31'],
      ['CAP3.PA.103', 'Entro il', '2025-12-31'],
      ['CAP3.PA.02', 'In vigore dal', '2026-01-01'],
    ])
  })
})

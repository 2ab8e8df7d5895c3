// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from 'vitest'
import type { ActionLineCode } from '../../../kernel/ids.ts'
import type { ActionLine, Edition } from '../../catalogue/index.ts'
import type { FoundEntry } from '../recognisers/recogniser.ts'
import { findCodes, type PrintedCode } from '../values/codes.ts'
import { matchLines } from './match-lines.ts'

const line = (code: ActionLineCode, more: Partial<ActionLine> = {}): ActionLine => ({
  code,
  chapter: Number(code[3]),
  objective: `OB.${code[3]}.1`,
  results: [],
  timing: { kind: 'by', date: '2025-12-31' },
  ...more,
})

const edition = (lines: readonly ActionLine[], more: Partial<Edition> = {}): Edition => ({
  id: '2024-2026',
  title: 'Piano',
  triennium: { from: 2024, to: 2026 },
  complete: true,
  chapters: [{ number: 1, title: 'Uno' }],
  objectives: [],
  results: [],
  institutionalLines: [],
  lines,
  ...more,
})

const found = (code: ActionLineCode, more: Partial<FoundEntry> = {}): FoundEntry => ({
  printed: findCodes(code)[0] as PrintedCode,
  objective: null,
  expectedResult: null,
  timing: null,
  officialText: null,
  activity: null,
  status: null,
  responsible: [],
  funding: [],
  plannedDate: null,
  completedDate: null,
  notes: null,
  source: { text: code },
  confidence: 1,
  warnings: [],
  ...more,
})

const matched = (code: ActionLineCode, lines: readonly ActionLine[], more: Partial<FoundEntry> = {}) =>
  matchLines([found(code, more)], edition(lines))[0]

describe('a doubtful match', () => {
  it('of a code that the edition does not have is kept as printed, with a warning', () => {
    const entry = matched('CAP9.PA.77', [line('CAP1.PA.01')])
    expect(entry).toMatchObject({
      code: 'CAP9.PA.77',
      warnings: ['CAP9.PA.77 non è una linea dell’edizione 2024-2026'],
    })
    expect(entry?.confidence).toBe(0.5)
  })

  it('is no doubt where the edition itself is known in part', () => {
    const [entry] = matchLines([found('CAP1.PA.07')], edition([line('CAP1.PA.01')], { complete: false }))
    expect(entry).toMatchObject({ code: 'CAP1.PA.07', warnings: [] })
  })

  it('of a code without chapter is proposed by objective and date', () => {
    const lines = [line('CAP1.PA.09'), line('CAP2.PA.09', { timing: { kind: 'from', date: '2024-01-01' } })]
    const entry = matched('CAP.PA.09', lines, { objective: '2.1', timing: 'Da gennaio 2024' })
    expect(entry).toMatchObject({ code: 'CAP2.PA.09', codeAsPrinted: 'CAP.PA.09' })
    expect(entry?.confidence).toBeLessThan(0.8)
    expect(entry?.warnings[0]).toContain('proposto CAP2.PA.09 per obiettivo e data')
  })

  it('of a code without chapter names the other lines that it may be', () => {
    const entry = matched('CAP.PA.09', [line('CAP1.PA.09'), line('CAP2.PA.09')], { timing: 'Dicembre 2025' })
    expect(entry?.warnings[0]).toContain('ma può essere CAP2.PA.09')
    expect(entry?.confidence).toBeLessThan(0.5)
  })

  it('of a code without chapter that no line has stays unread', () => {
    const entry = matched('CAP.PA.55', [line('CAP1.PA.09')])
    expect(entry).toMatchObject({ code: 'CAP.PA.55', confidence: 0.3 })
  })

  it('whose text is that of another line says so', () => {
    const lines = [
      line('CAP1.PA.01', { officialText: 'Gli uffici aprono uno sportello per chi abita lontano' }),
      line('CAP1.PA.02', { officialText: 'Le biblioteche prestano tavolette a chi studia' }),
    ]
    const entry = matched('CAP1.PA.01', lines, { officialText: 'Le biblioteche prestano tavolette a chi studia.' })
    expect(entry).toMatchObject({ code: 'CAP1.PA.01', confidence: 0.5 })
    expect(entry?.warnings).toEqual(['il testo è quello di CAP1.PA.02: verificare il codice'])
  })
})

describe('a match', () => {
  it('mends punctuation and scheme, and says so', () => {
    const lines = [line('CAP4.PA.06'), line('CAP3.PA.17')]
    expect(matched('CAP4.PA.LA06', lines)).toMatchObject({ code: 'CAP4.PA.06', codeAsPrinted: 'CAP4.PA.LA06' })
    expect(matched('CAP3.PA17', lines)?.warnings).toEqual(['codice stampato CAP3.PA17, letto CAP3.PA.17'])
    const legacy = edition([line('CAP4.PA.LA06')])
    expect(matchLines([found('CAP4.PA.06')], legacy)[0]?.code).toBe('CAP4.PA.LA06')
  })

  it('notes a date that is not the edition’s; the month is enough', () => {
    const lines = [line('CAP1.PA.01', { timing: { kind: 'by', date: '2025-09-23' } })]
    expect(matched('CAP1.PA.01', lines, { timing: 'Settembre 2025' })?.warnings).toEqual([])
    const [warning] = matched('CAP1.PA.01', lines, { timing: 'Da settembre 2025' })?.warnings ?? []
    expect(warning).toBe('la data stampata («Da settembre 2025») non è quella dell’edizione (entro il 23/09/2025)')
  })

  it('tells lines of the same text apart by their date', () => {
    const officialText = 'Gli uffici pubblicano gli obiettivi di accessibilità'
    const lines = [
      line('CAP1.PA.01', { officialText: 'Altro, che non c’entra con il resto' }),
      line('CAP1.PA.09', { officialText, timing: { kind: 'by', date: '2024-03-31' } }),
      line('CAP1.PA.13', { officialText, timing: { kind: 'by', date: '2025-03-31' } }),
    ]
    const entry = matched('CAP1.PA.01', lines, { officialText, timing: 'Marzo 2025' })
    expect(entry?.warnings[0]).toContain('CAP1.PA.13')
  })

  it('is made without an edition too, as printed', () => {
    expect(matchLines([found('CAP3.PA17'), found('CAP.PA.LA19')], undefined).map(({ code }) => code)).toEqual([
      'CAP3.PA.17',
      'CAP.PA.LA19',
    ])
  })
})

describe('an entry that comes again', () => {
  const lines = edition([line('CAP1.PA.01')])
  const entry = found('CAP1.PA.01', { officialText: 'Si apre', objective: '1.1' })

  it('word for word under the same objective or none is left out', () => {
    expect(matchLines([entry, entry, { ...entry, objective: null }], lines)).toHaveLength(1)
  })

  it('under another objective, or with other words, is kept', () => {
    expect(
      matchLines([entry, { ...entry, objective: '1.2' }, { ...entry, activity: 'Il Comune apre' }], lines),
    ).toHaveLength(3)
  })
})

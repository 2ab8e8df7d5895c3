// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { OfficialEdition, OfficialLine } from '../editions/catalogue.ts'
import { inventedEdition, inventedLine } from '../fixture/editions.ts'
import { mergeOfficial, missingParts } from './merge-official.ts'

const printed = (line: Partial<OfficialLine> & Pick<OfficialLine, 'code'>): OfficialLine => ({
  chapter: 1,
  objective: 'OB.1.1',
  results: [],
  timing: { kind: 'by', date: '2027-06-30' },
  officialText: `Testo di ${line.code}`,
  ...line,
})

const official = (edition: Partial<OfficialEdition> = {}): OfficialEdition => ({
  id: '2027-2029',
  chapters: [{ number: 1, title: 'Persone e uffici' }],
  objectives: [{ code: 'OB.1.1', chapter: 1, title: 'Formare tutti' }],
  results: [],
  lines: [printed({ code: 'CAP1.PA.01' })],
  institutionalLines: [],
  complete: true,
  provenance: { source: 'piano', format: 'docs-italia', importedOn: '2027-01-10', sha256: 'a'.repeat(64) },
  ...edition,
})

describe('official texts laid over a shipped edition', () => {
  it('delete nothing: what the source lacks stays as it was', () => {
    const absent = inventedLine({ code: 'CAP1.PA.02' })
    const shipped = inventedEdition({
      objectives: [
        { code: 'OB.1.1', chapter: 1, title: 'Formare gli sportelli' },
        { code: 'OB.1.2', chapter: 1, title: 'Unire gli uffici' },
      ],
      lines: [inventedLine({ code: 'CAP1.PA.01' }), absent],
    })
    const merged = mergeOfficial(shipped, official())
    expect(merged.lines[1]).toEqual(absent)
    expect(merged.objectives.map(({ title }) => title)).toEqual(['Formare tutti', 'Unire gli uffici'])
  })

  it('win with texts, dates and titles of chapters, and leave rules, short titles and summaries alone', () => {
    const rule = { kinds: ['municipality' as const], population: { min: 5000 } }
    const shipped = inventedEdition({
      lines: [
        inventedLine({ code: 'CAP1.PA.01', replanned: true, addressees: rule, title: 'Formazione', summary: 'Corsi.' }),
      ],
    })
    const timing = { kind: 'from', date: '2028-01-01' } as const
    const merged = mergeOfficial(shipped, official({ lines: [printed({ code: 'CAP1.PA.01', timing })] }))
    expect(merged).toMatchObject({ title: shipped.title, chapters: [{ title: 'Persone e uffici' }] })
    expect(merged.lines).toEqual([
      { ...printed({ code: 'CAP1.PA.01', timing }), addressees: rule, title: 'Formazione', summary: 'Corsi.' },
    ])
    expect(merged.provenance?.source).toBe('piano')
  })

  it('bring lines that did not ship, in order of code, with nothing guessed about them', () => {
    const shipped = inventedEdition({ lines: [inventedLine({ code: 'CAP1.PA.02' })] })
    const merged = mergeOfficial(
      shipped,
      official({ lines: ['CAP1.PA.10', 'CAP1.PA.01'].map((code) => printed({ code })) }),
    )
    expect(merged.lines.map(({ code }) => code)).toEqual(['CAP1.PA.01', 'CAP1.PA.02', 'CAP1.PA.10'])
    expect(missingParts(merged)).toEqual({
      rule: ['CAP1.PA.01', 'CAP1.PA.10'],
      title: ['CAP1.PA.01', 'CAP1.PA.10'],
      summary: ['CAP1.PA.01', 'CAP1.PA.10'],
    })
  })

  it('keep the short title of an institutional line', () => {
    const line = {
      code: 'CAP1.01',
      chapter: 1,
      objective: 'OB.1.1',
      results: [],
      timing: { kind: 'in-force' } as const,
      owners: ['Agenzia'],
    }
    const shipped = inventedEdition({ institutionalLines: [{ ...line, title: 'Quaderni' }] })
    const printedLine = { ...line, officialText: 'Stampa dei quaderni' }
    expect(mergeOfficial(shipped, official({ institutionalLines: [printedLine] })).institutionalLines).toEqual([
      { ...printedLine, title: 'Quaderni' },
    ])
  })
})

describe('an edition that does not ship', () => {
  it.each([
    ['2027-2029', 'Piano triennale per l’informatica nella Pubblica Amministrazione 2027-2029'],
    [
      '2024-2026-update-2026',
      'Piano triennale per l’informatica nella Pubblica Amministrazione 2024-2026, aggiornamento 2026',
    ],
  ])('%s is made of its official texts alone', (id, title) => {
    const merged = mergeOfficial(undefined, official({ id }))
    expect(merged).toMatchObject({ id, title, complete: true, lines: [printed({ code: 'CAP1.PA.01' })] })
    expect(merged.triennium).toEqual({ from: Number(id.slice(0, 4)), to: Number(id.slice(5, 9)) })
  })
})

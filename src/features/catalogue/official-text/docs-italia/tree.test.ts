// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLongDate, formatMonth } from '../../../../kernel/dates.ts'
import type { OfficialInstitutionalLine, OfficialLine } from '../../editions/catalogue.ts'
import type { Timing } from '../../model.ts'
import { assembleEdition } from '../assemble-edition.ts'
import { readTree } from './tree.ts'

type Line = OfficialLine | OfficialInstitutionalLine

/** Ways in which people type the same line. */
type Typing = {
  readonly dash: '-' | '–' | '—'
  readonly bullet: string
  readonly width: number
  readonly star: 'before' | 'inside' | 'after'
  readonly bold: boolean
  readonly newline: '\n' | '\r\n'
}

const typing: fc.Arbitrary<Typing> = fc.record({
  dash: fc.constantFrom('-', '–', '—'),
  bullet: fc.constantFrom('-  ', '- ', '*  '),
  width: fc.integer({ min: 20, max: 120 }),
  star: fc.constantFrom('before', 'inside', 'after'),
  bold: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
})

const month = fc.record({ year: fc.integer({ min: 2020, max: 2035 }), month: fc.integer({ min: 1, max: 12 }) })
const timing: fc.Arbitrary<Timing> = fc.oneof(
  fc.constant({ kind: 'in-force' as const }),
  month.map(({ year, month }) => ({ kind: 'from' as const, date: `${year}-${String(month).padStart(2, '0')}-01` })),
  month.map(({ year, month }) => ({ kind: 'by' as const, date: `${year}-${String(month).padStart(2, '0')}-17` })),
)
const officialText = fc
  .array(
    fc.constantFrom(
      'sportello',
      '-',
      'l’orario',
      '(anche online)',
      'SIOPE+',
      '2027',
      'https://a.example/b-c',
      'e;',
      '"pagine"',
    ),
    {
      maxLength: 25,
    },
  )
  .map((words) => ['Le PA aprono', ...words, 'ogni giorno'].join(' '))
const owner = fc.constantFrom('Agenzia della Valle', 'Ufficio Sport', 'Uffici di cui alla legge 3 maggio 2020, n. 66')

const lines: fc.Arbitrary<Line[]> = fc
  .array(
    fc.record({ timing, replanned: fc.boolean(), officialText, owners: fc.option(fc.array(owner, { minLength: 1 })) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((drafts) =>
    drafts.map(({ timing, replanned, officialText, owners }, index) => ({
      code: `CAP4.${owners ? '' : 'PA.'}${String(index + 1).padStart(2, '0')}`,
      chapter: 4,
      objective: 'OB.4.1',
      results: ['RA4.1.2'],
      timing,
      ...(replanned && timing.kind !== 'in-force' && { replanned }),
      officialText,
      ...(owners && { owners }),
    })),
  )

describe('AgID’s tree', () => {
  it('gives back every line as it was, however it was typed', () => {
    const administrations: Line = {
      code: 'CAP4.PA.99',
      chapter: 4,
      objective: 'OB.4.1',
      results: ['RA4.1.2'],
      timing: { kind: 'by', date: '2027-03-31' },
      officialText: 'Le PA chiudono il giro',
    }
    fc.assert(
      fc.property(lines, typing, (drafts, typed) => {
        const all = [...drafts, administrations]
        const file = { path: 'capitolo-4_sportelli/servizi.rst', text: typeFile(all, typed) }
        const { content, unread } = assembleEdition('prova', readTree([file], new Map()))
        expect(unread).toEqual([])
        expect([...content.lines, ...content.institutionalLines].sort(byCode)).toEqual(all.sort(byCode))
      }),
    )
  })

  it('names a chapter by its own file, else by its folder', () => {
    const text = typeFile([], { dash: '-', bullet: '- ', width: 80, star: 'after', bold: true, newline: '\n' })
    const { chapters } = readTree(
      [
        { path: 'capitolo-4_sportelli-aperti.rst', text: 'Capitolo 4 – Sportelli, sempre aperti\n=====' },
        { path: 'capitolo-4_sportelli-aperti/servizi.rst', text },
        { path: 'capitolo-5_dati-e-mappe/dati.rst', text },
        { path: 'allegati/capitolo-6_altro.rst', text },
      ],
      new Map(),
    )
    expect(chapters.map(({ value }) => value)).toEqual([
      { number: 4, title: 'Sportelli, sempre aperti' },
      { number: 5, title: 'Dati e mappe' },
    ])
  })
})

const byCode = (a: Line, b: Line) => (a.code < b.code ? -1 : 1)

function typeFile(all: readonly Line[], typed: Typing): string {
  const inForce = all.filter(({ timing }) => timing.kind === 'in-force')
  const dated = all.filter(({ timing }) => timing.kind !== 'in-force')
  return [
    'Obiettivo 4.1 - Sportelli aperti\n--------------------------------',
    'RA4.1.2 - Ore di apertura\n~~~~~~~~~~~~~~~~~~~~~~~~~',
    'Linee di azione per le PA\n~~~~~~~~~~~~~~~~~~~~~~~~~',
    'RA4.1.2\n^^^^^^^',
    '**Linee di azione vigenti**',
    ...inForce.map((line) => typeLine(line, typed)),
    '**Linee di azione 2027-2029**',
    ...dated.map((line) => typeLine(line, typed)),
  ]
    .join('\n\n')
    .replaceAll('\n', typed.newline)
}

function typeLine(line: Line, { dash, bullet, width, star, bold }: Typing): string {
  const { timing, replanned, officialText, code } = line
  const mark = bold ? '**' : ''
  const stars = (place: Typing['star'], text: string) => (replanned && star === place ? text : '')
  const when =
    timing.kind === 'in-force'
      ? ''
      : `${stars('before', '\\* ')}${mark}${printed(timing)}${stars('inside', ' \\*')}${mark}${stars('after', ' \\*')} ${dash} `
  const owners = 'owners' in line ? ` ${dash} (${line.owners.join(', ')})` : ''
  return wrap(`${bullet}${when}${officialText}${owners} ${dash} ${code}`, width, ' '.repeat(bullet.length))
}

const printed = (timing: Exclude<Timing, { kind: 'in-force' }>) =>
  timing.kind === 'from' ? `Da ${formatMonth(timing.date)}` : `Entro il ${formatLongDate(timing.date)}`

function wrap(text: string, width: number, indent: string): string {
  const rows: string[] = []
  for (const word of text.split(/(?<=\S) /)) {
    const row = rows.at(-1)
    if (row !== undefined && row.length + word.length < width) rows[rows.length - 1] = `${row} ${word}`
    else rows.push(row === undefined ? word : `${indent}${word}`)
  }
  return rows.join('\n')
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { TimoneError } from '../../../kernel/errors.ts'
import { readAgidJson } from './agid-json.ts'
import { assembleEdition } from './assemble-edition.ts'

const line = {
  code: 'CAP1.PA.01',
  chapter: 1,
  objective: 'OB.1.1',
  results: ['RA1.1.1'],
  timing: { kind: 'from', date: '2027-03-01' },
  replanned: false,
  text: 'Le PA iscrivono il personale',
  file: 'una-chiave-in-più.rst',
}
const edition = {
  edition: '2027-2029',
  chapters: [{ n: 1, title: 'Persone' }],
  objectives: [{ code: 'OB.1.1', chapter: 1, title: 'Formare gli sportelli' }],
  results: [
    {
      code: 'RA1.1.1',
      objective: 'OB.1.1',
      title: 'Persone formate',
      targets: [
        { year: 2027, text: 'Cento' },
        { year: 2028, text: '' },
      ],
    },
  ],
  lines_pa: [line, { ...line, code: 'CAP1.PA.02', timing: { kind: 'in_force', date: null }, replanned: true }],
  lines_ist: [{ ...line, code: 'CAP1.01', owner: 'Agenzia, Ufficio' }],
}

const read = (json: unknown) => readAgidJson('piano.json', typeof json === 'string' ? json : JSON.stringify(json))
const refusal = (json: unknown) => {
  try {
    read(json)
  } catch (error) {
    if (error instanceof TimoneError) return { code: error.code, places: error.problems.map(({ place }) => place) }
  }
  return undefined
}

describe('a JSON file that is no national edition', () => {
  it.each([
    ['', 'unreadable-file', ['piano.json']],
    ['{"edition": ', 'unreadable-file', ['piano.json']],
    ['[]', 'invalid-input', ['piano.json']],
    ['null', 'invalid-input', ['piano.json']],
    [{ ...edition, lines_pa: [] }, 'invalid-input', ['piano.json: lines_pa']],
    [
      { ...edition, chapters: undefined, lines_ist: {} },
      'invalid-input',
      ['piano.json: chapters', 'piano.json: lines_ist'],
    ],
    [{ ...edition, edition: 2027 }, 'invalid-input', ['piano.json: edition']],
  ])('is refused with the place: %j', (json, code, places) => {
    expect(refusal(json)).toEqual({ code, places })
  })
})

describe('a JSON file of a national edition', () => {
  it('is read with its own id, its targets that are not blank, its lines and their owners', () => {
    const { edition: id, reading } = read(edition)
    const { content, unread } = assembleEdition('piano.json', reading)
    const printed = {
      chapter: 1,
      objective: 'OB.1.1',
      results: ['RA1.1.1'],
      officialText: 'Le PA iscrivono il personale',
    }
    const from = { kind: 'from', date: '2027-03-01' }
    expect(id).toBe('2027-2029')
    expect(unread).toEqual([])
    expect(content).toEqual({
      chapters: [{ number: 1, title: 'Persone' }],
      objectives: edition.objectives,
      results: [
        { code: 'RA1.1.1', objective: 'OB.1.1', title: 'Persone formate', targets: [{ year: 2027, text: 'Cento' }] },
      ],
      lines: [
        { code: 'CAP1.PA.01', ...printed, timing: from },
        { code: 'CAP1.PA.02', ...printed, timing: { kind: 'in-force' }, replanned: true },
      ],
      institutionalLines: [{ code: 'CAP1.01', ...printed, timing: from, owners: ['Agenzia', 'Ufficio'] }],
    })
  })

  it.each([{ kind: 'in_force' }, { kind: 'in-force' }, { kind: 'in_force', date: null }])(
    'needs no date for a line in force: %j',
    (timing) => {
      const { content, unread } = assembleEdition(
        'piano.json',
        read({ ...edition, lines_pa: [{ ...line, timing }] }).reading,
      )
      expect({ timing: content.lines[0]?.timing, unread }).toEqual({ timing: { kind: 'in-force' }, unread: [] })
    },
  )

  it.each([
    [{ ...line, timing: { kind: 'by' } }, 'CAP1.PA.01: campi non validi: data'],
    [
      { ...line, objective: null, timing: { kind: 'unspecified', date: null } },
      'CAP1.PA.01: campi non validi: obiettivo, data',
    ],
    [{ ...line, code: 'CAP1-7' }, 'CAP1-7: campi non validi: codice'],
    [{ ...line, text: '' }, 'CAP1.PA.01: campi non validi: testo'],
    [{ ...line, timing: { kind: 'by', date: '2027-02-30' } }, 'CAP1.PA.01: campi non validi: data'],
    [{ ...line, code: 'CAP2.PA.01' }, 'CAP2.PA.01: sta nel capitolo 1'],
    [{ ...line, code: 'CAP1.PA.09', objective: 'OB.1.9' }, 'CAP1.PA.09: si riferisce a OB.1.9, che non c’è'],
    [{ ...line, code: 'CAP1.PA.09', results: ['RA1.1.9'] }, 'CAP1.PA.09: si riferisce a RA1.1.9, che non c’è'],
    [
      { ...line, code: 'CAP1.PA.02', text: 'Altro' },
      'CAP1.PA.02: c’è già in piano.json: lines_pa[1], con altre parole',
    ],
    ['una riga', 'voce: campi non validi: tutti'],
  ])('tells the entries that it leaves out: %j', (entry, message) => {
    const { content, unread } = assembleEdition(
      'piano.json',
      read({ ...edition, lines_pa: [line, edition.lines_pa[1], entry] }).reading,
    )
    expect(content.lines).toHaveLength(2)
    expect(unread).toMatchObject([{ place: 'piano.json: lines_pa[2]', message }])
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../kernel/access.ts'
import { fromCents } from '../../../kernel/money.ts'
import { type EntryContent, EntryContentSchema, entryPart } from '../parts/entry-part.ts'
import { statuses } from '../plan/model.ts'
import { checkEntry } from './rules.ts'
import { entryFields, readTypedEntry, shownFields, typeEntry } from './typed-entry.ts'

const offices = ['Ufficio tributi', 'Ufficio anagrafe']
const read = (fields: Record<string, string>, before?: EntryContent, shown = entryFields) =>
  readTypedEntry(fields, { before, offices, shown })

describe('what is typed in the form of an entry', () => {
  test.each([
    ['a date that does not exist', { planned: '31/02/2026' }, 'planned', 'non è una data che esiste'],
    ['a date of no month', { planned: '2026-13-01' }, 'planned', 'non è una data che esiste'],
    ['a year of two digits', { completed: '31/12/25' }, 'completed', 'due cifre'],
    ['an unknown status', { status: 'fatto' }, 'status', 'non è fra i valori ammessi'],
    ['a long label', { statusLabel: 'a'.repeat(201) }, 'statusLabel', 'supera i 200 caratteri'],
    ['a long text', { activity: 'a'.repeat(20_001) }, 'activity', '20.000 caratteri'],
    [
      'an amount without source',
      { 'allocations-2-year': '2026', 'allocations-2-amount': '1' },
      'allocations-2-source',
      'fonte',
    ],
    [
      'an amount without year',
      { 'allocations-0-source': 'PNRR', 'allocations-0-amount': '1' },
      'allocations-0-year',
      'anno',
    ],
    [
      'an amount that is none',
      { 'allocations-0-source': 'PNRR', 'allocations-0-year': '2026', 'allocations-0-amount': 'mille' },
      'allocations-0-amount',
      'importo in euro',
    ],
    ['evidence without place', { 'evidence-0-label': 'Delibera' }, 'evidence-0-url', 'manca l’indirizzo'],
    ['evidence without label', { 'evidence-0-url': 'https://a.example' }, 'evidence-0-label', 'che cosa prova'],
    [
      'an address of a script',
      { 'evidence-0-label': 'Delibera', 'evidence-0-url': 'javascript:alert(1)' },
      'evidence-0-url',
      'comincia con https://',
    ],
    [
      'a forged file',
      { 'evidence-0-label': 'Delibera', 'evidence-0-file': 'abc verbale.pdf' },
      'evidence-0-label',
      'SHA-256',
    ],
    [
      'too many offices',
      { 'offices-others': Array.from({ length: 51 }, (_, n) => `Ufficio ${n}`).join('\n') },
      'offices',
      '50 voci',
    ],
  ])('%s is refused at its control', (_, fields, place, words) => {
    expect(read(fields).problems).toEqual([expect.objectContaining({ place, message: expect.stringContaining(words) })])
  })

  test('is read as people write it', () => {
    expect(
      read({
        activity: '  Prima riga.\r\nSeconda riga. ',
        status: 'completed',
        planned: '1.6.2026',
        completed: '2026-02-03',
        'offices-1': 'Ufficio anagrafe',
        'offices-others': 'Biblioteca\n\nPolizia locale',
        funding: 'Bilancio\nPNRR 1.4.3',
        'allocations-3-source': 'Bilancio',
        'allocations-3-year': '2026',
        'allocations-3-amount': '€ 1.234,5',
        'evidence-5-label': 'Delibera',
        'evidence-5-url': 'https://a.example/d',
        'evidence-6-label': 'Da togliere',
        'evidence-6-url': 'https://a.example/e',
        'evidence-6-drop': '1',
        ownerPerson: 'lucia',
        altro: 'ignorato',
      }),
    ).toEqual({
      problems: [],
      content: {
        activity: 'Prima riga.\nSeconda riga.',
        status: 'completed',
        planned: '2026-06-01',
        completed: '2026-02-03',
        offices: ['Ufficio anagrafe', 'Biblioteca', 'Polizia locale'],
        funding: ['Bilancio', 'PNRR 1.4.3'],
        allocations: [{ source: 'Bilancio', year: 2026, amount: '1234.50' }],
        evidence: [{ label: 'Delibera', url: 'https://a.example/d' }],
        ownerPerson: 'lucia',
      },
    })
  })

  test.each(['dicembre 2026', 'attività continuativa', '2025-2027', '12/2026', '2026'])(
    'the words «%s» instead of a date are kept',
    (planned) => expect(read({ planned })).toEqual({ content: { planned }, problems: [] }),
  )

  test('that is untouched stays as it was, even where the form could not say it so', () => {
    const before = {
      activity: ' Con spazi attorno.\r\n',
      planned: '03/04/2026',
      offices: ['Biblioteca', 'Ufficio tributi'],
      evidence: [{ label: 'Vecchia', url: 'http://a.example' }],
    } satisfies EntryContent
    expect(read({ ...typeEntry(before, offices) }, before)).toEqual({ content: before, problems: [] })
    expect(read({ ...typeEntry(before, offices), notes: 'Nuova.' }, before).content).toEqual({
      ...before,
      notes: 'Nuova.',
    })
  })

  test('of what the form does not have is not read', () => {
    const before = { offices: ['Ufficio tributi'], activity: 'Com’era.' } satisfies EntryContent
    expect(
      read({ activity: 'Altro.', planned: 'mai', notes: 'Sì.' }, before, shownFields({ shown: 'notes status' })),
    ).toEqual({
      content: { ...before, notes: 'Sì.' },
      problems: [],
    })
  })

  test('is every valid entry: what is shown and sent back untouched, or typed anew, is the same entry', () => {
    fc.assert(
      fc.property(entries, (content) => {
        expect(EntryContentSchema.parse(content)).toEqual(content)
        const fields = typeEntry(content, offices)
        expect(read({ ...fields }, content)).toEqual({ content, problems: [] })
        const { content: anew, problems } = read({ ...fields })
        expect(problems).toEqual([])
        const sorted = (entry: EntryContent) => ({ ...entry, offices: entry.offices?.toSorted() })
        expect(sorted(anew)).toEqual(sorted(content))
      }),
    )
  })

  test('has a control for every field', () => {
    expect(entryFields).toEqual(Object.keys(entryPart.labels))
  })
})

describe('dates and status', () => {
  const today = '2026-03-10'
  test.each([
    ['completed tomorrow', {}, { status: 'completed', completed: '2026-03-11' }, 'nel futuro'],
    ['completed while planned', {}, { status: 'planned', completed: '2026-03-01' }, '«Pianificata»'],
    ['completed without a status', {}, { completed: '2026-03-01' }, 'vuole uno stato'],
    ['completed before Timone was thought of', {}, { status: 'completed', completed: '1925-03-01' }, '1925'],
    ['planned for another century', {}, { planned: '2226-03-01' }, '2226'],
    [
      'gone back from completed with its date',
      { status: 'completed', completed: 'sì' },
      { status: 'planned', completed: 'sì' },
      '«Pianificata»',
    ],
  ] satisfies [string, EntryContent, EntryContent, string][])('%s is refused', (_, before, after, words) => {
    expect(checkEntry(before, after, today).map(({ message }) => message)).toEqual([expect.stringContaining(words)])
  })

  test.each([
    ['completed today', {}, { status: 'completed', completed: today }],
    ['completed for a year, and going on', {}, { status: 'ongoing', completed: '2025-12-31' }],
    ['completed without a date', {}, { status: 'completed' }],
    ['planned in the past', {}, { status: 'planned', planned: '2025-01-31' }],
    ['imported so, and given a note', { completed: '2030-01-01' }, { completed: '2030-01-01', notes: 'Nota.' }],
  ] satisfies [string, EntryContent, EntryContent][])('%s is taken', (_, before, after) => {
    expect(checkEntry(before, after, today)).toEqual([])
  })
})

const word = fc.constantFrom('rubrica', 'sportello', 'perché', '«qui»', '12', 'l’ente', '<b>', '€')
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'))
const someOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 })
const distinct = (item: fc.Arbitrary<string>) => fc.uniqueArray(item, { minLength: 1, maxLength: 3 })
const date = fc.oneof(line, fc.constantFrom('2026-06-30', '2025-01-01', 'dic-25'))

const entries: fc.Arbitrary<EntryContent> = fc.record(
  {
    activity: lines,
    status: fc.constantFrom(...statuses),
    statusLabel: line,
    planned: date,
    completed: date,
    offices: distinct(fc.oneof(line, fc.constantFrom(...offices))),
    funding: someOf(lines),
    allocations: someOf(
      fc.record({
        source: line,
        year: fc.integer({ min: 2000, max: 2100 }),
        amount: fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }).map(fromCents),
      }),
    ),
    notes: lines,
    evidence: someOf(
      fc.oneof(
        fc.record({ label: line, url: fc.constant('https://www.vallechiara.example/atto?n=1') }),
        fc.record({
          label: line,
          file: fc.record({ name: fc.constant('verbale finale.pdf'), sha256: fc.constant('0f'.repeat(32)) }),
        }),
      ),
    ),
    ownerOffice: line,
    ownerPerson: fc.constant('lucia' as PersonId),
  },
  { requiredKeys: [] },
)

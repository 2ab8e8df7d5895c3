// SPDX-License-Identifier: AGPL-3.0-or-later

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../../tests/factories/profile.ts'
import { trienniumOf } from '../../../kernel/ids.ts'
import { EntrySchema, type KeptEntry, statuses } from '../plan/index.ts'
import { carryEntries, rebaseEntries } from './carry-entries.ts'
import { type TracedLine, traceLines } from './trace-lines.ts'

const trace = (from: string, to: string) =>
  traceLines(catalogue.edition(from), catalogue.edition(to), catalogue.lineage())

const steps = [
  ['2022-2024', '2024-2026'],
  ['2022-2024', '2024-2026-update-2025'],
  ['2024-2026', '2024-2026-update-2025'],
  ['2024-2026-update-2025', '2024-2026-update-2026'],
  ['2024-2026', '2024-2026'],
] as const

describe.each(steps)('lines of %s in %s', (from, to) => {
  const traced = trace(from, to)
  const codesOf = (id: string) => catalogue.edition(id).lines.map(({ code }) => code)

  test('each line of the second is told once', () => {
    const told = traced.filter(({ kind }) => kind !== 'retired').map(({ code }) => code)
    expect(told.toSorted()).toEqual(codesOf(to).toSorted())
  })

  test('each line of the first goes on, or is retired', () => {
    const onward = traced.flatMap((line) => {
      if (line.kind === 'new') return []
      return line.kind === 'continued' ? line.from.map(({ from: code }) => code) : [line.code]
    })
    expect(new Set(onward)).toEqual(new Set(codesOf(from)))
  })

  const entries = fc
    .subarray(codesOf(from), { minLength: 1 })
    .chain((codes) =>
      fc.tuple(
        ...codes.map((code) =>
          fc.record(
            {
              code: fc.constant(code),
              activity: fc.integer({ min: 1, max: 19_000 }).map((length) => `${code} ${'a'.repeat(length)}`),
              status: fc.constantFrom(...statuses),
              statusLabel: fc.constantFrom('Fatta', 'Completata per il 2024, continuativa', 'x'.repeat(199)),
              completed: fc.constantFrom('2025-03-01', 'dic-23', 'a fine 2024'),
              offices: fc.uniqueArray(fc.constantFrom('Tributi', 'Anagrafe', 'Biblioteca'), { minLength: 1 }),
              notes: fc.constantFrom('Nota.', 'Altra nota.'),
            },
            { requiredKeys: ['code'] },
          ),
        ),
      ),
    )
    .map((written) => written.map((entry): KeptEntry => ({ toReview: false, ownerOffice: 'Tributi', entry })))

  test('nothing is lost: an entry is carried, closed by its year, or told as retired', () => {
    fc.assert(
      fc.property(entries, (kept) => {
        const { entries: carried, retired } = carryEntries({ triennium: trienniumOf(from), entries: kept }, traced)
        for (const former of kept) {
          const { code, activity, offices = [] } = former.entry
          const after = carried.filter(({ carriedFrom = '' }) => carriedFrom.split(/[ ,]+/).includes(code))
          expect(after.length > 0).toBe(!retired.includes(former))
          for (const { entry, ownerOffice } of after) {
            expect(entry.offices ?? []).toEqual(expect.arrayContaining(offices))
            expect(ownerOffice).toBe('Tributi')
            const whole = entry.activity?.includes(activity ?? '') ?? activity === undefined
            expect(whole || entry.activity?.includes(`**${code}**: il testo`)).toBe(true)
          }
        }
        expect(carried.every(({ toReview, entry }) => toReview || entry.status === 'completed')).toBe(true)
        expect(new Set(carried.map(({ entry }) => entry.code)).size).toBe(carried.length)
        for (const { entry } of carried) expect(EntrySchema.parse(entry)).toEqual(entry)
      }),
      { numRuns: 30 },
    )
  })
})

const kept = (entry: Partial<KeptEntry['entry']>, more: Partial<KeptEntry> = {}): KeptEntry => ({
  toReview: false,
  ...more,
  entry: { code: 'CAP1.PA.01', ...entry },
})
const same = [{ kind: 'kept', code: 'CAP1.PA.01' }] as const
const changed = [{ kind: 'changed', code: 'CAP1.PA.01', changes: ['reworded'] }] as const
const carriedOne = (entry: Partial<KeptEntry['entry']>, traced: Parameters<typeof carryEntries>[1] = same) =>
  carryEntries({ triennium: trienniumOf('2024-2026'), entries: [kept(entry)] }, traced).entries[0]

describe('what was completed', () => {
  test.each([
    ['in the year of its date', { completed: '2025-03-01' }, 'Completata nel 2025'],
    ['in the year of its words', { completed: 'a fine 2024' }, 'Completata nel 2024'],
    ['somewhen', {}, 'Completata nel triennio 2024-2026'],
    ['with its own words', { statusLabel: 'Fatta', completed: '2025-03-01' }, 'Fatta (completata nel 2025)'],
    ['with its own year', { statusLabel: 'Completata per il 2024' }, 'Completata per il 2024'],
  ])('%s is closed by its year', (_, entry, label) => {
    expect(carriedOne({ status: 'completed', ...entry })).toMatchObject({
      toReview: false,
      carriedFrom: '2024-2026 CAP1.PA.01',
      entry: { status: 'completed', statusLabel: label },
    })
  })

  test('is to be gone through where its line changed, or where it comes back each year', () => {
    expect(carriedOne({ status: 'completed', completed: '2025-03-01' }, changed)).toMatchObject({
      toReview: true,
      entry: { statusLabel: 'Completata nel 2025' },
    })
    const words = 'Completata per il 2024, continuativa'
    expect(carriedOne({ status: 'completed', statusLabel: words })).toMatchObject({
      toReview: true,
      entry: { statusLabel: words },
    })
  })
})

test('what is still to be done is to be gone through, and keeps what it says', () => {
  const entry = { status: 'planned', activity: 'Si farà.', planned: '2026-12-31' } as const
  expect(carriedOne(entry)).toEqual({ ...kept(entry), toReview: true, carriedFrom: '2024-2026 CAP1.PA.01' })
})

test('many entries of one line of the next cycle become one, whose status is to be said', () => {
  const link = { certainty: 'high', near: [], reason: '', to: ['CAP5.PA.01'] } as const
  const traced: readonly TracedLine[] = [
    {
      kind: 'continued',
      code: 'CAP5.PA.01',
      from: [
        { ...link, from: 'CAP2.PA.LA06', relation: 'sameActivity', to: [...link.to], near: [] },
        { ...link, from: 'CAP2.PA.LA02', relation: 'absorbed', to: [...link.to], near: [] },
      ],
    },
  ]
  const entries = [
    kept({ code: 'CAP2.PA.LA02', activity: 'I servizi.', status: 'completed', offices: ['SIT'] }),
    kept({ code: 'CAP2.PA.LA06', activity: 'I metadati.', status: 'completed', offices: ['SIT', 'CED'] }),
  ]
  expect(carryEntries({ triennium: trienniumOf('2022-2024'), entries }, traced).entries).toEqual([
    {
      toReview: true,
      carriedFrom: '2022-2024 CAP2.PA.LA06, CAP2.PA.LA02',
      entry: {
        code: 'CAP5.PA.01',
        activity: '**CAP2.PA.LA06**\n\nI metadati.\n\n**CAP2.PA.LA02**\n\nI servizi.',
        offices: ['SIT', 'CED'],
      },
    },
  ])
})

test('in a plan that moves to another edition, only entries of lines that changed are to be gone through', () => {
  const entries = [kept({ status: 'planned' })]
  const rebased = (traced: Parameters<typeof rebaseEntries>[1]) =>
    rebaseEntries({ triennium: trienniumOf('2024-2026'), entries }, traced)
  expect(rebased(same).entries).toEqual(entries)
  expect(rebased(changed).entries).toEqual([
    kept({ status: 'planned' }, { toReview: true, carriedFrom: '2024-2026 CAP1.PA.01' }),
  ])
  expect(rebased([{ kind: 'retired', code: 'CAP1.PA.01' }])).toEqual({ entries: [], retired: entries })
})

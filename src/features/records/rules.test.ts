// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EntryContent, editable, entryContentFields as fields, type PlanState } from '../plans/index.ts'
import { fieldNames } from './field.ts'
import { changedFields, conflictFields, lockedFields, mergeSides, proposedSide, type Side } from './rules.ts'

const every = fieldNames(fields)

describe('what may not be changed', () => {
  test.each([
    ['of a draft, by who writes the plan', 'draft', true, []],
    ['of a returned plan, by a contributor', 'returned', false, ['offices', 'ownerOffice', 'ownerPerson']],
    ['of an approved plan', 'approved', true, ['activity', 'offices', 'funding', 'allocations', 'planned']],
    ['of a plan in review', 'inReview', true, every],
    ['of a superseded plan', 'superseded', true, every],
  ] satisfies [string, PlanState, boolean, readonly string[]][])('%s', (_, state, writesPlan, locked) => {
    expect([...lockedFields(fields, editable(state), writesPlan)]).toEqual(locked)
  })
})

test('nothing and empty say the same; the order of keys says nothing; the order of a list does', () => {
  const one: EntryContent = { offices: [], notes: '', allocations: [{ source: 'A', year: 2026, amount: '1.00' }] }
  const other: EntryContent = { allocations: [{ amount: '1.00', year: 2026, source: 'A' }] }
  expect(changedFields(fields, one, other)).toEqual([])
  expect(changedFields(fields, undefined, {})).toEqual([])
  expect(changedFields(fields, { offices: ['A', 'B'] }, { offices: ['B', 'A'] })).toEqual(['offices'])
})

const words = fc.constantFrom('prima', 'seconda', 'terza')
const contents: fc.Arbitrary<EntryContent | undefined> = fc.option(
  fc.record(
    { activity: words, notes: words, planned: words, offices: fc.array(words, { maxLength: 2 }) },
    { requiredKeys: [] },
  ),
  { nil: undefined },
)

test('of three versions of an entry, every difference is told, and the choice of sides is what is stored', () => {
  const sides = fc.constantFrom<Side>('mine', 'theirs')
  fc.assert(
    fc.property(contents, contents, contents, fc.func(sides), (base, mine, theirs, choose) => {
      const conflict = { base, mine, theirs }
      const told = conflictFields(fields, conflict)
      expect(told.map(({ field }) => field)).toEqual(changedFields(fields, mine, theirs))

      const proposed = mergeSides(
        fields,
        conflict,
        Object.fromEntries(told.map((one) => [one.field, proposedSide(one) ?? 'mine'])),
      )
      for (const field of changedFields(fields, base, mine)) {
        expect(changedFields(fields, proposed, mine)).not.toContain(field)
      }
      const both = told.filter(({ changedBy }) => changedBy === 'both').map(({ field }) => field)
      for (const field of changedFields(fields, base, theirs).filter((one) => !both.includes(one))) {
        expect(changedFields(fields, proposed, theirs)).not.toContain(field)
      }

      const chosen = Object.fromEntries(told.map(({ field }) => [field, choose(field)]))
      const merged = mergeSides(fields, conflict, chosen)
      for (const { field } of told) {
        const kept = chosen[field] === 'mine' ? mine : theirs
        expect(changedFields(fields, merged, kept)).not.toContain(field)
      }
    }),
    { numRuns: 500 },
  )
})

// SPDX-License-Identifier: AGPL-3.0-or-later

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profiles } from '../../../../tests/factories/profile.ts'
import { slugOf, trienniumOf } from '../../../kernel/ids.ts'
import { recordKinds } from '../../../main/record-kinds.ts'
import { canonicalJson, type Profile } from '../../profiles/index.ts'
import type { ComparedRecord } from '../../records/index.ts'
import type { WholePlan } from '../plan/index.ts'
import { comparePlans, type PlanChange } from './compare-plans.ts'

const comparedKinds = recordKinds.flatMap(({ compared = [] }) => compared)

type ComparedPart = ComparedRecord & { readonly kind: string }

const terms = {
  kinds: comparedKinds,
  names: new Map(),
  where: { slug: slugOf('comune-di-vallechiara'), triennium: trienniumOf('2025-2027') },
}
const compare = (before: WholePlan, after: WholePlan) => comparePlans(terms, before, after)
const partsOf = (whole: WholePlan): readonly ComparedPart[] =>
  comparedKinds.flatMap((kind) => kind.recordsOf(whole).map((record) => ({ kind: kind.name, ...record })))

const canonical = profiles.map((profile) => JSON.parse(canonicalJson(profile)) as WholePlan)

/** What the changes make of the parts of a plan. */
function apply(parts: readonly ComparedPart[], changes: readonly PlanChange[]): Map<string, ComparedPart> {
  const result = new Map(parts.map((part) => [part.key, part]))
  for (const { change, kind, record, fields } of changes) {
    const { key, identity } = record
    if (change === 'removed') {
      result.delete(key)
      continue
    }
    const said = new Map(Object.entries(result.get(key)?.fields ?? {}))
    for (const { field, after } of fields) {
      if (after === undefined) said.delete(field)
      else said.set(field, after)
    }
    result.set(key, { kind, key, identity, fields: Object.fromEntries(said) })
  }
  return result
}

/** Puts parts together again, lists in the order of their keys: the inverse of `partsOf` but for order. */
function assemble(parts: Iterable<ComparedPart>): unknown {
  const sorted = [...parts].toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const all = (kind: ComparedPart['kind']) =>
    sorted.filter((part) => part.kind === kind).map(({ identity, fields }) => ({ ...identity, ...fields }))
  const [administration, plan, facts, choices] = (['administration', 'plan', 'facts', 'choices'] as const).map(
    (kind) => all(kind)[0],
  )
  const texts = all('narrative').map((text) => text as { name: string; markdown: string })
  const isChapter = ({ name }: { name: string }) => name.startsWith('chapter-')
  const byName = (list: typeof texts) => Object.fromEntries(list.map(({ name, markdown }) => [name, markdown]))
  const chapters = texts.filter(isChapter).map((text) => ({ ...text, name: text.name.slice('chapter-'.length) }))
  return {
    administration,
    facts,
    offices: all('office'),
    roles: all('role'),
    plan: {
      ...plan,
      choices,
      narrative: { ...byName(texts.filter((text) => !isChapter(text))), chapters: byName(chapters) },
      entries: all('entry'),
      initiatives: all('initiative'),
    },
    spending: all('spending'),
    fundingMeasures: all('fundingProject'),
  }
}

const withoutMark = (plan: WholePlan) => ({ ...plan, demonstration: undefined })
/** Canonical JSON with every list of objects in an order of its own. */
const unordered = (plan: object) =>
  canonicalJson(
    JSON.parse(canonicalJson(plan), (_, value: unknown) =>
      Array.isArray(value) && typeof value[0] === 'object' ? value.map((item) => JSON.stringify(item)).sort() : value,
    ) as object,
  )

describe('the comparison of two plans', () => {
  test('takes a plan apart without losing anything', () => {
    fc.assert(
      fc.property(canonical, (plan) => {
        expect(unordered(assemble(partsOf(plan)) as object)).toBe(unordered(withoutMark(plan)))
      }),
      { numRuns: 100 },
    )
  })

  test('of a plan with itself is empty', () => {
    fc.assert(
      fc.property(canonical, (plan) => {
        expect(compare(plan, plan)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('lists exactly the changes that make the second of the first', () => {
    fc.assert(
      fc.property(canonical, canonical, (before, after) => {
        const changes = compare(before, after)
        const changed = assemble(apply(partsOf(before), changes).values())
        expect(unordered(changed as object)).toBe(unordered(withoutMark(after)))
        const keys = new Set(partsOf(before).map(({ key }) => key))
        for (const { change, record, fields } of changes) {
          expect(keys.has(record.key)).toBe(change !== 'added')
          expect(fields.length > 0 || change !== 'changed').toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('is by code for entries, by title for initiatives, by year for money', () => {
    const administration = { name: 'Comune di Vallechiara', kind: 'municipality' } as const
    const plan = { triennium: trienniumOf('2025-2027'), edition: '2024-2026' }
    const before: Profile = {
      administration,
      plan: {
        ...plan,
        entries: [
          { code: 'CAP1.PA.02', status: 'planned' },
          { code: 'CAP1.PA.01', activity: 'Una rubrica per tutti.' },
        ],
        initiatives: [{ title: 'Sportello' }, { title: 'Archivio', status: 'planned' }],
      },
      spending: [{ year: 2025, kind: 'forecast', amount: '10.00' }],
    }
    const after: Profile = {
      administration,
      plan: {
        ...plan,
        entries: [
          { code: 'CAP1.PA.01', activity: 'Una rubrica per tutti.', status: 'completed' },
          { code: 'CAP1.PA.10', activity: 'Corsi.' },
        ],
        initiatives: [{ title: 'Archivio', status: 'completed' }],
      },
      spending: [{ year: 2025, kind: 'forecast', amount: '12.00' }],
    }
    const told = ({ record: { key }, change, fields }: PlanChange) => [
      key,
      change,
      fields.map(({ field, before, after }) => ({ field, before, after })),
    ]
    expect(compare(before, after).map(told)).toEqual([
      ['entry:CAP1.PA.01', 'changed', [{ field: 'status', before: undefined, after: 'completed' }]],
      ['entry:CAP1.PA.02', 'removed', [{ field: 'status', before: 'planned', after: undefined }]],
      ['entry:CAP1.PA.10', 'added', [{ field: 'activity', before: undefined, after: 'Corsi.' }]],
      ['initiative:Sportello', 'removed', []],
      ['initiative:Archivio', 'changed', [{ field: 'status', before: 'planned', after: 'completed' }]],
      ['spending:2025 forecast', 'changed', [{ field: 'amount', before: '10.00', after: '12.00' }]],
    ])
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryContent } from '../../../../../tests/factories/arbitrary-of.ts'
import { catalogue } from '../../../../../tests/factories/profile.ts'
import { factsKind, officesKind, rolesKind } from '../../../administrations/index.ts'
import {
  anyField,
  type Fields,
  fieldNames,
  fieldWords,
  type Offered,
  readTyped,
  type TypedFields,
  typeContent,
} from '../../../records/index.ts'
import { choicesKind, entryKind, initiativeKind, textKind, titleKind } from '../../plan/index.ts'

const edition = catalogue.edition('2024-2026')
const kinds = [entryKind, initiativeKind, textKind, titleKind, choicesKind(edition), factsKind, officesKind, rolesKind]
const codes = edition.lines.map(({ code }) => code)
const all = kinds.map((kind) => [kind.name, kind.fields as unknown as Fields<Record<string, unknown>>] as const)

const offered: Offered = {
  offices: [
    {
      heading: '',
      options: [
        ['rubrica', 'rubrica'],
        ['Ufficio tributi', 'Ufficio tributi'],
      ],
    },
  ],
  lines: [{ heading: 'Tutte', options: edition.lines.map(({ code }) => [code, code] as const) }],
}

/** Offices are a list of different names, whichever the generator found. */
const distinct = (content: Record<string, unknown>): Record<string, unknown> => {
  const tidy = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value
    const seen = new Set<string>()
    return value.filter((item) => {
      const name = (
        typeof item === 'string' ? item : ((item as { name?: string }).name ?? JSON.stringify(item))
      ).toLowerCase()
      return !seen.has(name) && seen.add(name)
    })
  }
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, tidy(value)]))
}

const read = (fields: Fields<Record<string, unknown>>, typed: TypedFields, before?: Record<string, unknown>) =>
  readTyped(fields, typed, { before, offered, shown: fieldNames(fields) })

describe.each(all)('the form of %s', (name, fields) => {
  test('gives back what is shown in it', () => {
    fc.assert(
      fc.property(arbitraryContent(fields, codes).map(distinct), (content) => {
        const again = read(fields, typeContent(fields, content, offered))
        expect(again.problems).toEqual([])
        // What is offered comes first in a list of choices: an order that says nothing.
        expect(sorted(again.content)).toEqual(sorted(content))
      }),
      { numRuns: 60 },
    )
  })

  test('leaves what is not touched as it was, and takes away what is emptied', () => {
    fc.assert(
      fc.property(arbitraryContent(fields, codes).map(distinct), (content) => {
        const typed = typeContent(fields, content, offered)
        expect(read(fields, typed, content).content).toEqual(content)
        const emptied = read(fields, {}, content)
        expect(emptied.content).toBeUndefined()
      }),
      { numRuns: 30 },
    )
  })

  test('tells every field in words', () => {
    fc.assert(
      fc.property(arbitraryContent(fields, codes), (content) => {
        for (const field of fieldNames(fields)) {
          const words = fieldWords(fields, field, content, offered)
          expect(words !== '').toBe(content[field] !== undefined)
          expect(anyField(fields, field).label, `${name}.${field}`).not.toBe('')
        }
      }),
      { numRuns: 20 },
    )
  })
})

/** The same with its lists in an order of their own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, sorted(member)]))
}

describe('a form refuses', () => {
  const offices = officesKind.fields
  const roles = rolesKind.fields
  const problems = <Content extends object>(fields: Fields<Content>, typed: TypedFields) =>
    readTyped(fields, typed, { before: undefined, offered, shown: fieldNames(fields) }).problems

  test('two offices of one name', () => {
    const typed = { 'offices-0-name': 'Ufficio tributi', 'offices-1-name': 'ufficio TRIBUTI' }
    expect(problems(offices, typed)).toEqual([
      { place: 'offices-1-name', message: 'l’ufficio «ufficio TRIBUTI» c’è già', remedy: 'toglierne uno' },
    ])
  })

  test('half an act, and a day that does not exist', () => {
    const role = { 'roles-0-role': 'RTD', 'roles-0-holder': 'Segretario comunale' }
    expect(problems(roles, { ...role, 'roles-0-act-body': 'Giunta' }).map(({ place }) => place)).toEqual([
      'roles-0-act-number',
      'roles-0-act-date',
    ])
    const wrong = { 'roles-0-act-body': 'Giunta', 'roles-0-act-number': '1', 'roles-0-act-date': '31/02/2026' }
    expect(problems(roles, { ...role, ...wrong }).map(({ place }) => place)).toEqual(['roles-0-act-date'])
  })

  test('an amount that is none, and a row with half of what it needs', () => {
    const typed = {
      'allocations-0-source': 'Bilancio',
      'allocations-0-year': '26',
      'allocations-0-amount': 'molto',
      'allocations-1-source': 'PNRR',
    }
    expect(problems(entryKind.fields, typed).map(({ place }) => place)).toEqual([
      'allocations-0-year',
      'allocations-0-amount',
      'allocations-1-year',
      'allocations-1-amount',
    ])
  })
})

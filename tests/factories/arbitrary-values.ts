// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import type { z } from 'zod'
import { type Fields, fieldNames } from '../../src/features/records/index.ts'

/** Words with what spoils files: accents, quotes, tags, signs that sheets and forms give a meaning. */
const word = fc.constantFrom(
  'rubrica',
  'perché',
  '«qui»',
  'l’ente',
  '<b>',
  '€',
  '1.234,50',
  '=1+1',
  'a;b',
  '"virgolette"',
  '**forte**',
)
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

/** What a schema is made of, as far as the schemas of records go. */
type Definition = {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly in?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, string>>
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly checks?: readonly z.core.$ZodCheck[]
  readonly format?: string
}

/** Values that a schema takes, as they come out of it: nothing is listed by hand, so that no field can be forgotten. */
function arbitraryOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = schema.def as unknown as Definition
  const parsed = (values: fc.Arbitrary<unknown>) =>
    values
      .map((value) => schema.safeParse(value))
      .filter(({ success }) => success)
      .map(({ data }) => data)
  switch (def.type) {
    case 'optional':
      return arbitraryOf(def.innerType as z.ZodType)
    case 'string':
      return parsed(textOf(def))
    case 'number':
      return parsed(numberOf(def))
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'array':
      return parsed(fc.array(arbitraryOf(def.element as z.ZodType), { minLength: 1, maxLength: 4 }))
    case 'object':
      return parsed(recordOf(def.shape ?? {}))
    case 'pipe':
      return parsed(
        fc.bigInt({ min: 0n, max: 10n ** 13n }).map((cents) => `${cents / 100n}.${`0${cents % 100n}`.slice(-2)}`),
      )
    default:
      throw new Error(`no arbitrary for ${def.type}: add it here`)
  }
}

function recordOf(shape: Readonly<Record<string, z.ZodType>>): fc.Arbitrary<unknown> {
  const required = Object.keys(shape).filter((key) => shape[key]?.def.type !== 'optional')
  return fc.record(Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, arbitraryOf(value)])), {
    requiredKeys: required as [],
  })
}

function checkOf({ checks = [] }: Definition, check: string): Readonly<Record<string, unknown>> | undefined {
  return checks
    .map(({ _zod: { def } }): Readonly<Record<string, unknown>> => ({ ...def }))
    .find((def) => def.check === check)
}

function textOf(def: Definition): fc.Arbitrary<string> {
  const format = def.format ?? (checkOf(def, 'string_format')?.format as string | undefined)
  const pattern = checkOf(def, 'string_format')?.pattern as RegExp | undefined
  if (format === 'url') return fc.webUrl()
  if (format === 'date') return fc.constantFrom('2024-02-29', '2026-12-31', '2025-01-01')
  return pattern ? fc.stringMatching(pattern) : line
}

function numberOf(def: Definition): fc.Arbitrary<number> {
  const min = Number(checkOf(def, 'greater_than')?.value ?? 0)
  const max = Number(checkOf(def, 'less_than')?.value ?? 1_000_000)
  return fc.integer({ min, max })
}

/** Contents of a record with these fields: the required ones always, the others sometimes. */
export const arbitraryContent = <Content extends object>(fields: Fields<Content>): fc.Arbitrary<Content> => {
  const names = fieldNames(fields)
  return fc
    .record(Object.fromEntries(names.map((name) => [name, arbitraryOf(fields[name].schema)])), {
      requiredKeys: names.filter((name) => fields[name].required) as [],
    })
    .filter((content) => Object.keys(content).length > 0) as fc.Arbitrary<Content>
}

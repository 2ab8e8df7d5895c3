// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { z } from 'zod'
import { ActionLineCode } from '../../src/features/catalogue/index.ts'
import { type Fields, fieldNames } from '../../src/features/records/index.ts'

/** A schema as JSON: what values are made from. */
type JsonSchema = {
  readonly type?: string
  readonly anyOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly format?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly description?: string
}

/** A text that people can see and files can hold, with what is special to CSV, XML, Markdown and formulas in it. */
const visibleText = fc
  .tuple(
    fc.constantFrom('', '=1+1 ', "'", '"a";b ', '<b>&amp; ', '\\', '🏛 ', '- ', '1. '),
    fc.lorem({ maxCount: 3 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
      .trim(),
  )
  .filter((value) => value !== '')

/**
 * Values that a schema takes, whatever its fields are called: a new field is in the properties from the day on which it
 * is declared.
 * @param codes the action lines that values may speak of.
 */
export function arbitraryOf<Value>(schema: z.ZodType<Value>, codes: readonly string[]): fc.Arbitrary<Value> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return valuesOf(json, codes)
    .filter((value) => schema.safeParse(value).success)
    .map((value) => schema.parse(value))
}

/** Contents of a record with these fields: the required ones always, the others sometimes. */
export function arbitraryContent<Content extends object>(
  fields: Fields<Content>,
  codes: readonly string[],
): fc.Arbitrary<Content> {
  const names = fieldNames(fields)
  return fc
    .record(Object.fromEntries(names.map((name) => [name, arbitraryOf<unknown>(fields[name].schema, codes)])), {
      requiredKeys: names.filter((name) => fields[name].required) as [],
    })
    .filter((content) => Object.keys(content).length > 0) as fc.Arbitrary<Content>
}

function valuesOf(schema: JsonSchema, codes: readonly string[]): fc.Arbitrary<unknown> {
  const { type, anyOf, properties, required = [], items, minimum = 0, maximum = 1000 } = schema
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.description?.startsWith('Importo')) return amount
  if (anyOf) return fc.oneof(...anyOf.map((one) => valuesOf(one, codes)))
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer' || type === 'number') return fc.integer({ min: minimum, max: maximum })
  if (type === 'array') return fc.array(valuesOf(items ?? {}, codes), { minLength: 1, maxLength: 3 })
  if (type === 'object') {
    const members = Object.entries(properties ?? {}).map(([name, member]) => [name, valuesOf(member, codes)] as const)
    return fc.record(Object.fromEntries(members), { requiredKeys: [...required] })
  }
  if (type === 'string') return textOf(schema, codes)
  throw new Error(`no values for ${JSON.stringify(schema)}`)
}

const codePattern = (z.toJSONSchema(ActionLineCode) as JsonSchema).pattern

function textOf(schema: JsonSchema, codes: readonly string[]): fc.Arbitrary<string> {
  const { pattern, format, maxLength = 1000, allOf = [] } = schema
  if (pattern === codePattern && pattern !== undefined) return fc.constantFrom(...codes)
  if (format === 'uri') return fc.webUrl()
  if (format === 'date') return day
  const [found] = [pattern, ...allOf.map((one) => one.pattern)].filter((one) => one !== undefined)
  if (found !== undefined) return fc.stringMatching(new RegExp(found))
  const long = maxLength > 1000
  const short = visibleText.map((text) => Array.from(text).slice(0, maxLength).join('').trim())
  if (!long) return fc.oneof(short, day)
  return fc.array(short, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n- '))
}

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const amount = fc
  .bigInt({ min: 0n, max: 99_999_999_999n })
  .map((cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`)

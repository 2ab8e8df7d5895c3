// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { FieldSettings, FieldType } from './field.ts'

/** Declared fields of any values, as `schemaOf` takes them. */
// biome-ignore lint/suspicious/noExplicitAny: a function type is not covariant in its arguments; each field keeps its own.
type Declared = Readonly<Record<string, FieldType<any> & FieldSettings>>

type ValueOf<F> = F extends FieldType<infer Value> ? Value : never
type RequiredNames<D> = { [Name in keyof D]: D[Name] extends { readonly required: true } ? Name : never }[keyof D]

/** What a record with these fields says: the required ones, and the others where something is said. */
export type ContentOf<D> = { [Name in RequiredNames<D> & keyof D]: ValueOf<D[Name]> } & {
  [Name in Exclude<keyof D, RequiredNames<D>>]?: ValueOf<D[Name]> | undefined
} extends infer Whole
  ? { [Name in keyof Whole]: Whole[Name] }
  : never

/** The schemas of declared fields by name, optional unless required, each with its description. */
export type ShapeOf<D> = {
  [Name in keyof D]: D[Name] extends { readonly required: true }
    ? z.ZodType<ValueOf<D[Name]>>
    : z.ZodOptional<z.ZodType<ValueOf<D[Name]>>>
}

/** The shape of a record's schema, made from its fields: what is not declared is refused. */
export const shapeOf = <const D extends Declared>(fields: D): ShapeOf<D> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { schema, required, label, description }]) => [
      name,
      (required ? schema : schema.optional()).describe(description ?? label),
    ]),
  ) as ShapeOf<D>

/** The schema of a record, made from its fields. */
export const schemaOf = <const D extends Declared>(fields: D): z.ZodObject<ShapeOf<D>, z.core.$strict> =>
  z.strictObject(shapeOf(fields))

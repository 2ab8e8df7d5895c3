// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { ProfileSchema } from './model.ts'
import type { Path } from './reading/source.ts'

type SchemaNode = z.core.JSONSchema.BaseSchema

/** The profile as JSON Schema (draft 2020-12): text editors use it to help the author. */
export const profileJsonSchema = (): SchemaNode => ({
  title: 'Profilo di un’amministrazione',
  ...z.toJSONSchema(ProfileSchema, { io: 'input' }),
})

const root = profileJsonSchema()

/** The part of the schema for a path; undefined when the schema has no such path. */
export function schemaAt(path: Path): SchemaNode | undefined {
  let node: SchemaNode | undefined = root
  for (const step of path) {
    const next: unknown =
      typeof step === 'number' ? node?.items : (node?.properties?.[step] ?? node?.additionalProperties)
    node = typeof next === 'object' && !Array.isArray(next) ? (next as SchemaNode) : undefined
  }
  return node
}

/** The keys that may be written at a path. */
export const keysAt = (path: Path): readonly string[] => Object.keys(schemaAt(path)?.properties ?? {})

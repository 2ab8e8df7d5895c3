// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanRecord } from '../model.ts'
import { type Field, sameValue } from './fields.ts'
import { type Draft, kinds } from './kinds.ts'
import type { NewProposal } from './model.ts'

/** A field that would change. */
export type FieldChange = { readonly field: Field; readonly stored: unknown; readonly proposed: unknown }

/** What accepting a proposal would do to the plan. */
export type Comparison = {
  readonly difference: 'new' | 'same' | 'changed'
  /** In the order of the fields; for a new record, every field with a value. */
  readonly changes: readonly FieldChange[]
  /** The record as it would be stored. */
  readonly result: PlanRecord
}

/** Compares a proposal with what is stored, field by field. An empty entry is not a change. */
export function compareProposal({ kind, record, whole }: NewProposal, stored: Draft): Comparison {
  const { list, identity, fields } = kinds[kind]
  const known = list(stored).find((other) => identity(other) === identity(record))
  const result = whole ? record : { ...known, ...record }
  const changes = fields
    .filter((field) => !sameValue(field, known?.[field.name], result[field.name]))
    .map((field) => ({ field, stored: known?.[field.name], proposed: result[field.name] }))
  const saysNothing = kind === 'entry' && !known && changes.every(({ field }) => field.name === 'code')
  if (changes.length === 0 || saysNothing) return { difference: 'same', changes: [], result }
  return { difference: known ? 'changed' : 'new', changes, result }
}

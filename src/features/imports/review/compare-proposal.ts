// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanRecord } from '../model.ts'
import { type Field, sameValue } from './fields.ts'
import { type Draft, kinds } from './kinds.ts'
import type { NewProposal } from './model.ts'

/** A field whose value would change. */
export type FieldChange = {
  readonly field: Field
  readonly stored: unknown
  readonly proposed: unknown
  /** Something is said there now, and nothing would be. */
  readonly removal: boolean
}

/** What accepting a proposal would change in the plan. */
export type Comparison = {
  readonly difference: 'new' | 'same' | 'changed'
  /** In the order of the fields. For a new record, every field with a value. */
  readonly changes: readonly FieldChange[]
  /** The record as it would be stored. */
  readonly result: PlanRecord
  /** Which of the stored records with the same identity it is about: 0 is the first, and is meant also where there is none. */
  readonly occurrence: number
}

/**
 * Compares proposals with the stored records, field by field. A field that the file cannot say anything of stays as it
 * is, and so does one that says the same, to the letter. Where the file has as many records of an identity as the plan,
 * the first is compared with the first, the second with the second.
 */
export function compareProposals(proposals: readonly NewProposal[], stored: Draft): readonly Comparison[] {
  const keyOf = ({ kind, record }: NewProposal) => `${kind} ${kinds[kind].identity(record)}`
  const asked = Map.groupBy(proposals, keyOf)
  return proposals.map((proposal) => {
    const alike = asked.get(keyOf(proposal)) ?? []
    const known = storedAlike(proposal, stored)
    return compare(proposal, known, alike.length === known.length ? alike.indexOf(proposal) : 0)
  })
}

/** Compares one proposal by itself. */
export const compareProposal = (proposal: NewProposal, stored: Draft, occurrence = 0): Comparison =>
  compare(proposal, storedAlike(proposal, stored), occurrence)

const storedAlike = ({ kind, record }: NewProposal, stored: Draft): readonly PlanRecord[] => {
  const { list, identity } = kinds[kind]
  return list(stored).filter((other) => identity(other) === identity(record))
}

function compare({ kind, record, carries }: NewProposal, alike: readonly PlanRecord[], occurrence: number): Comparison {
  const { fields } = kinds[kind]
  const known = alike[occurrence]
  const told = fields.filter(({ name }) => carries.includes(name))
  const changes = told
    .filter((field) => !sameValue(field, known?.[field.name], record[field.name]))
    .map((field) => {
      const [before, proposed] = [known?.[field.name], record[field.name]]
      return { field, stored: before, proposed, removal: known !== undefined && sameValue(field, proposed, undefined) }
    })
  const replaced = changes.map(({ field }) => field.name)
  const result = Object.fromEntries([
    ...Object.entries(known ?? {}).filter(([name]) => !replaced.includes(name)),
    ...replaced.filter((name) => record[name] !== undefined).map((name) => [name, record[name]] as const),
  ])
  const saysNothing = kind === 'entry' && !known && changes.every(({ field }) => field.name === 'code')
  if (changes.length === 0 || saysNothing) return { difference: 'same', changes: [], result, occurrence }
  return { difference: known ? 'changed' : 'new', changes, result, occurrence }
}

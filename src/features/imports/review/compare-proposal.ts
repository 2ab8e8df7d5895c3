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
  /** Which of the stored records with the same identity it is about, from 0; one that is not there yet is a new one. */
  readonly occurrence: number
}

/**
 * Compares proposals with the stored records, field by field. A field that the file cannot say anything of stays as it
 * is, and so does one that says the same, to the letter. Of records of one identity, a proposal is about the one that
 * says the same, else about the first that no other proposal is about.
 */
export function compareProposals(proposals: readonly NewProposal[], stored: Draft): readonly Comparison[] {
  const groups = Map.groupBy(proposals, ({ kind, record }) => `${kind} ${kinds[kind].identity(record)}`)
  const compared = new Map(
    [...groups.values()].flatMap((alike) => {
      const [first] = alike
      const known = first ? storedAlike(first, stored) : []
      const occurrences = pair(alike, known)
      return alike.map((proposal, at) => [proposal, compare(proposal, known, occurrences[at] ?? 0)] as const)
    }),
  )
  return proposals.map((proposal) => compared.get(proposal) ?? compareProposal(proposal, stored))
}

/**
 * Which stored record each proposal of one identity is about. What is left over is a new record where our own files say
 * so, which have a row for each; in other documents it may be the same thing, said twice.
 */
function pair(alike: readonly NewProposal[], known: readonly PlanRecord[]): readonly number[] {
  const free = new Set(known.keys())
  const take = (at: number | undefined) => {
    if (at !== undefined) free.delete(at)
    return at
  }
  const same = alike.map((proposal) => take([...free].find((at) => compare(proposal, known, at).difference === 'same')))
  const rest = same.map((at) => at ?? take([...free][0]))
  let next = known.length
  return alike.map(({ kind, confidence }, index) => {
    const at = rest[index]
    if (at !== undefined) return at
    if (!kinds[kind].repeatable || confidence < 1) return 0
    next += 1
    return next - 1
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

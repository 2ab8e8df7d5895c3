// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util'
import { compareItalian } from '../../../kernel/text.ts'
import type { ComparedKind, ComparedNames, ComparedRecord, ComparedSide } from '../../records/index.ts'
import type { PlanAddress, WholePlan } from '../plan/index.ts'

/** A field that two plans say differently; undefined: they do not say it. */
export type FieldChange = {
  readonly field: string
  /** What people call it. */
  readonly label: string
  readonly before: unknown
  readonly after: unknown
  /** Both values as people read them; empty for none. */
  readonly words: { readonly before: string; readonly after: string }
}

/** A record that one plan has and the other has not, or that they say differently. */
export type PlanChange = {
  /** The name of its kind. */
  readonly kind: string
  readonly record: ComparedRecord
  /** What people call it. */
  readonly title: string
  readonly side: ComparedSide
  /** Its page, where it still is in the plan. */
  readonly page?: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Of an added record all that it says is after, of a removed one before. */
  readonly fields: readonly FieldChange[]
}

/** What plans are compared by: the kinds of records, in the order of the document, and words for what plans only name. */
export type ComparisonTerms = {
  readonly kinds: readonly ComparedKind<WholePlan>[]
  readonly names: ComparedNames
  /** The plan to whose pages the changes lead. */
  readonly where: PlanAddress
}

/**
 * What changes from one plan to another, record by record and field by field. In the order of the kinds. Of two equal
 * plans nothing; taking the changes to the first plan gives the second, whatever the order of its lists.
 */
export const comparePlans = (terms: ComparisonTerms, before: WholePlan, after: WholePlan): readonly PlanChange[] =>
  terms.kinds.flatMap((kind) => {
    const old = byKey(kind, before)
    const now = byKey(kind, after)
    const keys = [...new Set([...old.keys(), ...now.keys()])]
    const ordered = kind.sorted ? keys.toSorted(compareItalian) : keys
    return ordered.flatMap((key) => compareRecords(terms, kind, old.get(key), now.get(key)))
  })

const byKey = (kind: ComparedKind<WholePlan>, plan: WholePlan): ReadonlyMap<string, ComparedRecord> =>
  new Map(kind.recordsOf(plan).map((record) => [record.key, record]))

function compareRecords(
  { names, where }: ComparisonTerms,
  kind: ComparedKind<WholePlan>,
  before: ComparedRecord | undefined,
  after: ComparedRecord | undefined,
): PlanChange[] {
  const record = after ?? before
  if (!record) return []
  const said = [...new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after?.fields ?? {})])]
  const fields = said.flatMap((field): FieldChange[] => {
    const [old, now] = [before?.fields[field], after?.fields[field]]
    if (isDeepStrictEqual(old, now)) return []
    const declared = kind.fieldOf(field, names)
    const words = (value: unknown) => (value === undefined ? '' : (declared?.words(value, {}) ?? plainWords(value)))
    const label = declared?.label ?? field
    return [{ field, label, before: old, after: now, words: { before: words(old), after: words(now) } }]
  })
  const change = !before ? 'added' : !after ? 'removed' : 'changed'
  if (change === 'changed' && fields.length === 0) return []
  const { identity } = record
  const told = { title: kind.title(identity, names), side: kind.side(identity, names) }
  const page = after && kind.page?.(where, identity)
  return [{ kind: kind.name, record, ...told, ...(page && { page }), change, fields }]
}

/** A value of a field that is not declared any more: old versions keep it. */
const plainWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

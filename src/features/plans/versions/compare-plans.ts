// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util'
import { compareItalian } from '../../../kernel/text.ts'
import { type ComparedPart, type PartKindName, partsOf, type WholePlan } from './plan-parts.ts'

/** A field that two plans say differently; undefined: they do not say it. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** A part that one plan has and the other has not, or that they say differently. */
export type PlanChange = Pick<ComparedPart, 'kind' | 'key' | 'identity'> & {
  readonly change: 'added' | 'removed' | 'changed'
  /** Of an added part all that it says is after, of a removed one before. */
  readonly fields: readonly FieldChange[]
}

const order: readonly PartKindName[] = [
  ...(['plan', 'administration', 'facts', 'choices', 'narrative', 'office', 'role', 'entry'] as const),
  ...(['initiative', 'spending', 'measure'] as const),
]

/**
 * What changes from one plan to another, part by part and field by field: entries by the code of their line, texts by
 * name, the rest by what makes each thing itself. In the order of the document; entries by code. Of two equal plans
 * nothing; taking the changes to the first plan gives the second, whatever the order of its lists.
 */
export function comparePlans(before: WholePlan, after: WholePlan): readonly PlanChange[] {
  const old = byKey(before)
  const now = byKey(after)
  const keys = [...new Set([...old.keys(), ...now.keys()])]
  return keys
    .flatMap((key) => compareParts(old.get(key), now.get(key)))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || byCode(a, b))
}

const byKey = (plan: WholePlan): ReadonlyMap<string, ComparedPart> =>
  new Map(partsOf(plan).map((part) => [part.key, part]))

/** Other lists keep their order: new before what is gone would be as arbitrary as any. */
const byCode = (a: PlanChange, b: PlanChange): number => (a.kind === 'entry' ? compareItalian(a.key, b.key) : 0)

function compareParts(before: ComparedPart | undefined, after: ComparedPart | undefined): PlanChange[] {
  const part = after ?? before
  if (!part) return []
  const { kind, key, identity } = part
  const names = [...new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after?.fields ?? {})])]
  const fields = names
    .map((field): FieldChange => ({ field, before: before?.fields[field], after: after?.fields[field] }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after))
  const change = !before ? 'added' : !after ? 'removed' : 'changed'
  return change === 'changed' && fields.length === 0 ? [] : [{ kind, key, identity, change, fields }]
}

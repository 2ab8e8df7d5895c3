// SPDX-License-Identifier: AGPL-3.0-or-later
import { editable, type PlanState } from '../plan/lifecycle.ts'
import type { Conflict, PartKind } from './part-kind.ts'

/** The fields in which two contents of a part differ; an empty text or list says the same as none. */
export function changedFields<Content extends object>(
  { labels }: Pick<PartKind<Content>, 'labels'>,
  before: Content | undefined,
  after: Content | undefined,
): readonly (keyof Content)[] {
  const fields = Object.keys(labels) as (keyof Content)[]
  return fields.filter((field) => textOf(before?.[field]) !== textOf(after?.[field]))
}

/** A field of a part that at least one of two people changed. */
export type ConflictField<Content> = {
  readonly field: keyof Content
  /** Who changed it; `both` must be decided by a person. */
  readonly changedBy: 'mine' | 'theirs' | 'both'
}

/** The fields of a conflict, one by one; those that both left, or changed to the same, are not among them. */
export function conflictFields<Content extends object>(
  kind: Pick<PartKind<Content>, 'labels'>,
  { base, mine, theirs }: Pick<Conflict<Content>, 'base' | 'mine' | 'theirs'>,
): readonly ConflictField<Content>[] {
  const byMe = new Set(changedFields(kind, base, mine))
  const byThem = new Set(changedFields(kind, base, theirs))
  return changedFields(kind, mine, theirs).map((field) => ({
    field,
    changedBy: byMe.has(field) && byThem.has(field) ? 'both' : byMe.has(field) ? 'mine' : 'theirs',
  }))
}

/** Whose side a person keeps of a field that a conflict is about. */
export type Side = 'mine' | 'theirs'

/** What of a conflict may be kept without asking: the side of whoever alone changed the field; both: nobody's. */
export const proposedSide = <Content>({ changedBy }: ConflictField<Content>): Side | undefined =>
  changedBy === 'both' ? undefined : changedBy

/** The content that a person chose, field by field, among two sides; what is not chosen stays theirs. */
export function mergeSides<Content extends object>(
  kind: Pick<PartKind<Content>, 'labels'>,
  conflict: Pick<Conflict<Content>, 'base' | 'mine' | 'theirs'>,
  sides: { readonly [Field in keyof Content]?: Side },
): Content {
  const { mine, theirs } = conflict
  const merged: Partial<Content> = { ...theirs }
  for (const { field } of conflictFields(kind, conflict)) {
    if (sides[field] !== 'mine') continue
    if (mine?.[field] === undefined) delete merged[field]
    else merged[field] = mine[field]
  }
  return merged as Content
}

/**
 * The fields of a part that somebody may not change now: because of the plan's state, or because they are reserved to
 * whoever writes the whole plan.
 */
export function lockedFields<Content extends object>(
  { labels, progress, reserved }: Pick<PartKind<Content>, 'labels' | 'progress' | 'reserved'>,
  state: PlanState,
  writesPlan: boolean,
): ReadonlySet<keyof Content> {
  const what = editable(state)
  const fields = Object.keys(labels) as (keyof Content)[]
  return new Set(
    fields.filter(
      (field) =>
        what === 'nothing' ||
        (what === 'progress' && !progress.includes(field)) ||
        (!writesPlan && reserved.includes(field)),
    ),
  )
}

/** Fields of a content, for the journal: those that changed alone. */
export const pick = <Content extends object>(
  content: Content | undefined,
  fields: readonly (keyof Content)[],
): Readonly<Record<string, unknown>> => Object.fromEntries(fields.map((field) => [field, content?.[field] ?? null]))

const textOf = (value: unknown): string =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? ''
    : JSON.stringify(ordered(value))

/** The same value with its keys in order, at any depth: what is equal is written equally. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, ordered(member)]),
  )
}

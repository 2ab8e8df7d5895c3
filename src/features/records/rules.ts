// SPDX-License-Identifier: AGPL-3.0-or-later
import { anyField, type Fields, fieldNames } from './field.ts'
import type { Conflict } from './record-kind.ts'

/** The fields in which two contents of a record differ; an empty text or list says the same as none. */
export function changedFields<Content extends object>(
  fields: Fields<Content>,
  before: Content | undefined,
  after: Content | undefined,
): readonly (keyof Content & string)[] {
  return fieldNames(fields).filter((field) => textOf(before?.[field]) !== textOf(after?.[field]))
}

/** A field of a record that at least one of two people changed. */
export type ConflictField<Content> = {
  readonly field: keyof Content & string
  /** Who changed it; `both` must be decided by a person. */
  readonly changedBy: 'mine' | 'theirs' | 'both'
}

/** The fields of a conflict, one by one; those that both left, or changed to the same, are not among them. */
export function conflictFields<Content extends object>(
  fields: Fields<Content>,
  { base, mine, theirs }: Pick<Conflict<Content>, 'base' | 'mine' | 'theirs'>,
): readonly ConflictField<Content>[] {
  const byMe = new Set(changedFields(fields, base, mine))
  const byThem = new Set(changedFields(fields, base, theirs))
  return changedFields(fields, mine, theirs).map((field) => ({
    field,
    changedBy: byMe.has(field) && byThem.has(field) ? 'both' : byMe.has(field) ? 'mine' : 'theirs',
  }))
}

/** Whose side a person keeps of a field that a conflict is about. */
export type Side = 'mine' | 'theirs'

/** What of a conflict may be kept without asking: the side of whoever alone changed the field; both: nobody’s. */
export const proposedSide = <Content>({ changedBy }: ConflictField<Content>): Side | undefined =>
  changedBy === 'both' ? undefined : changedBy

/** The content that a person chose, field by field, among two sides; what is not chosen stays theirs. */
export function mergeSides<Content extends object>(
  fields: Fields<Content>,
  conflict: Pick<Conflict<Content>, 'base' | 'mine' | 'theirs'>,
  sides: { readonly [Field in keyof Content]?: Side },
): Content {
  const { mine, theirs } = conflict
  const merged: Partial<Content> = { ...theirs }
  for (const { field } of conflictFields(fields, conflict)) {
    if (sides[field] !== 'mine') continue
    if (mine?.[field] === undefined) delete merged[field]
    else merged[field] = mine[field]
  }
  return merged as Content
}

/** How much of a record may be changed now: all of it, the fields that tell how things go on, or nothing. */
export type Editable = 'everything' | 'progress' | 'nothing'

/** The fields that somebody may not change now. @param writesAll whether they may change what is reserved. */
export function lockedFields<Content extends object>(
  fields: Fields<Content>,
  editable: Editable,
  writesAll: boolean,
): ReadonlySet<keyof Content> {
  return new Set(
    fieldNames(fields).filter((name) => {
      const { progress, reserved } = anyField(fields, name)
      return editable === 'nothing' || (editable === 'progress' && !progress) || (!writesAll && reserved)
    }),
  )
}

/** Fields of a content, for the journal: those that changed alone. */
export const pickFields = <Content extends object>(
  content: Content | undefined,
  names: readonly (keyof Content)[],
): Readonly<Record<string, unknown>> => Object.fromEntries(names.map((name) => [name, content?.[name] ?? null]))

/** True for two values of a field that say the same. */
export const sameValue = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other)

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

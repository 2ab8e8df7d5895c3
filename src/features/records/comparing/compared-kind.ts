// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../../kernel/ids.ts'
import { anyField, type Field, type Fields } from '../field.ts'

/** What makes a record itself among those of its kind, by name: `{ code: 'CAP1.PA.01' }`. */
export type Identity = Readonly<Record<string, string | number>>

/** A record as comparisons take it out of a plan: what makes it itself, and all that it says, as canonical JSON. */
export type ComparedRecord = {
  /** The same in both plans: `entry:CAP1.PA.01`, `office:Ufficio tributi`. */
  readonly key: string
  readonly identity: Identity
  readonly fields: Readonly<Record<string, unknown>>
}

/** The side of a plan where changes are shown together: its body, its texts, a chapter. */
export type ComparedSide = {
  /** Its word in addresses. */
  readonly id: string
  readonly title: string
}

/** What people call the things that plans only name: a line by its code, a chapter by `chapter-3`. */
export type ComparedNames = ReadonlyMap<string, string>

/**
 * A kind of record as two plans are compared by it, declared by the feature that owns it.
 * @template Whole what the kind reads of a plan written out whole.
 */
export type ComparedKind<Whole> = {
  readonly name: string
  readonly side: (identity: Identity, names: ComparedNames) => ComparedSide
  readonly recordsOf: (whole: Whole) => readonly ComparedRecord[]
  /** What people call a record: `CAP1.PA.01 – Formare il personale`, `Ufficio tributi`. */
  readonly title: (identity: Identity, names: ComparedNames) => string
  /** The field of a name; undefined for one that is not declared any more. */
  readonly fieldOf: (name: string, names: ComparedNames) => Field<unknown> | undefined
  /** Its changes are sorted by key; absent: they stay in the order of the plan. */
  readonly sorted?: true
  /** The page of a record, while it is in the plan. */
  readonly page?: (where: { readonly slug: Slug; readonly triennium: Triennium }, identity: Identity) => string
}

/** Finds declared fields by name. */
export const fieldsByName =
  <Content>(fields: Fields<Content>): ((name: string) => Field<unknown> | undefined) =>
  (name) =>
    Object.hasOwn(fields, name) ? anyField(fields, name as keyof Content) : undefined

type OneSettings<Whole> = Omit<ComparedKind<Whole>, 'recordsOf' | 'title' | 'side'> & {
  readonly side: ComparedSide
  readonly title: string
  /** What the record says; undefined: the plan has none. */
  readonly find: (whole: Whole) => object | undefined
}

/** A kind that has one record in a plan. */
export const comparedOne = <Whole>({ find, side, title, ...kind }: OneSettings<Whole>): ComparedKind<Whole> => ({
  ...kind,
  side: () => side,
  title: () => title,
  recordsOf(whole) {
    const fields = find(whole)
    return fields ? [{ key: kind.name, identity: {}, fields: said(Object.entries(fields)) }] : []
  },
})

type ListSettings<Whole, Item extends object> = Omit<ComparedKind<Whole>, 'recordsOf' | 'side'> & {
  readonly side: ComparedSide | ComparedKind<Whole>['side']
  /** The fields by which the records are told apart; the rest is what they say. */
  readonly identity: readonly (keyof Item & string)[]
  readonly list: (whole: Whole) => readonly Item[] | undefined
}

/** A kind that has a list of records in a plan. Two that are told apart by nothing are told apart by their order. */
export const comparedList = <Whole, Item extends object>({
  identity,
  list,
  side,
  ...kind
}: ListSettings<Whole, Item>): ComparedKind<Whole> => ({
  ...kind,
  side: typeof side === 'function' ? side : () => side,
  recordsOf(whole) {
    const names: readonly string[] = identity
    const seen = new Map<string, number>()
    return (list(whole) ?? []).map((item) => {
      const values = Object.entries(item).filter(([, value]) => value !== undefined)
      const own = new Map(values.filter((value): value is [string, string | number] => names.includes(value[0])))
      const name = names.flatMap((field) => own.get(field) ?? []).join(' ')
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return {
        key: `${kind.name}:${name}${count === 1 ? '' : `\u0001${count}`}`,
        identity: Object.fromEntries(own),
        fields: said(values.filter(([field]) => !own.has(field))),
      }
    })
  },
})

const said = (values: readonly [string, unknown][]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(values.filter(([, value]) => value !== undefined))

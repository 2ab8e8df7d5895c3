// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../kernel/text.ts'
import type { WorkKind } from '../administrations/index.ts'
import type { WorkBody, WorkFilter, WorkItem } from './model.ts'

/** The items of one kind, in their order. */
export type WorkGroup = { readonly kind: WorkKind; readonly items: readonly WorkItem[] }

/** The amount of work in a body. */
export type BodyCount = {
  readonly body: WorkBody
  readonly total: number
  /** How much of each kind that is counted by itself, in the order of the list. */
  readonly tallies: readonly { readonly kind: WorkKind; readonly count: number }[]
}

/** The items that pass the filter, in their order. */
export const filterWork = (items: readonly WorkItem[], { kind, body }: WorkFilter): readonly WorkItem[] =>
  items.filter(({ work, body: { slug } }) => (!kind || work.kind === kind) && (!body || slug === body))

/** The items by kind, in the order of the first of each. */
export const groupByKind = (items: readonly WorkItem[]): readonly WorkGroup[] =>
  [...Map.groupBy(items, ({ work }) => work.kind)].map(([kind, found]) => ({ kind, items: found }))

/** The kinds that are counted by themselves, in the order of the list. */
export const talliedKinds = (kinds: readonly WorkKind[]): readonly WorkKind[] => kinds.filter(({ tallied }) => tallied)

/** The amount of work in each body, those with most of the first counted kind first. */
export const countByBody = (items: readonly WorkItem[], kinds: readonly WorkKind[]): readonly BodyCount[] =>
  [...Map.groupBy(items, ({ body }) => body.slug).values()]
    .flatMap((found) => {
      const [first] = found
      const count = (kind: WorkKind) => found.filter(({ work }) => work.kind === kind || work.countsAs === kind).length
      const tallies = talliedKinds(kinds).map((kind) => ({ kind, count: count(kind) }))
      return first ? [{ body: first.body, total: found.length, tallies }] : []
    })
    .toSorted((a, b) => mostUrgent(b) - mostUrgent(a) || b.total - a.total || compareItalian(a.body.name, b.body.name))

const mostUrgent = ({ tallies }: BodyCount): number => tallies[0]?.count ?? 0

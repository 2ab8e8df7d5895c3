// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../kernel/text.ts'
import type { Lateness } from '../plans/index.ts'
import { type WorkBody, type WorkFilter, type WorkItem, type WorkKind, workKinds } from './model.ts'

/** The items of one kind, in their order. */
export type WorkGroup = { readonly kind: WorkKind; readonly items: readonly WorkItem[] }

/** The amount of work in a body. */
export type BodyCount = {
  readonly body: WorkBody
  readonly total: number
  readonly late: number
  /** Entries whose national date has passed and of which nobody has said a status. */
  readonly toTell: number
  readonly due: number
}

/** The items that pass the filter, in their order. */
export const filterWork = (items: readonly WorkItem[], { kind, body }: WorkFilter): readonly WorkItem[] =>
  items.filter(({ work, body: { slug } }) => (!kind || work.kind === kind) && (!body || slug === body))

/** The items by kind, the most urgent kind first, without empty kinds. */
export function groupByKind(items: readonly WorkItem[]): readonly WorkGroup[] {
  const groups = Map.groupBy(items, ({ work }) => work.kind)
  return workKinds.flatMap((kind) => {
    const found = groups.get(kind)
    return found ? [{ kind, items: found }] : []
  })
}

/** The amount of work in each body, those with most late items first. */
export const countByBody = (items: readonly WorkItem[]): readonly BodyCount[] =>
  [...Map.groupBy(items, ({ body }) => body.slug).values()]
    .flatMap((found) => {
      const [first] = found
      const of = (kind: WorkKind) => found.filter(({ work }) => work.kind === kind).length
      // What nobody keeps may be late too.
      const passed = (lateness: Lateness) =>
        of(lateness) + found.filter(({ work }) => work.kind === 'unowned' && work.lateness === lateness).length
      const late = passed('late')
      const toTell = passed('toTell')
      return first ? [{ body: first.body, total: found.length, late, toTell, due: of('due') }] : []
    })
    .toSorted((a, b) => b.late - a.late || b.total - a.total || compareItalian(a.body.name, b.body.name))

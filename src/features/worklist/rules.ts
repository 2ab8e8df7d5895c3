// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../kernel/text.ts'
import type { WorkKind } from '../administrations/index.ts'
import type { WorkItem } from './model.ts'

/** The order of the list: by kind, then the oldest date first, then by body and code. @param kinds most urgent first. */
export const byUrgency = (kinds: readonly WorkKind[]) => {
  const first = byKindAndDate(kinds)
  return (a: WorkItem, b: WorkItem): number =>
    first(a, b) || compareItalian(a.body.name, b.body.name) || compareItalian(a.work.code ?? '', b.work.code ?? '')
}

/** The first two parts of that order, for lists of bodies that are each in order already. */
export function byKindAndDate(kinds: readonly WorkKind[]) {
  const ranks = new Map(kinds.map((kind, rank) => [kind, rank]))
  const rankOf = ({ kind }: WorkItem['work']) => ranks.get(kind) ?? kinds.length
  return ({ work: a }: WorkItem, { work: b }: WorkItem): number => {
    if (a.kind !== b.kind) return rankOf(a) - rankOf(b)
    const [one, other] = [a.date ?? '9999', b.date ?? '9999']
    return one === other ? 0 : one < other ? -1 : 1
  }
}

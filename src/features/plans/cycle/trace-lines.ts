// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLineCode } from '../../../kernel/ids.ts'
import { compareItalian } from '../../../kernel/text.ts'
import { diffEditions, type Edition, type Lineage, sameCycle } from '../../catalogue/index.ts'

/** In what a line of a cycle changed from an edition to the next. */
export type LineChange = 'reworded' | 'redated' | 'readdressed'

/** What became of a line from an edition to another, or where a line of the other comes from. */
export type TracedLine =
  /** In both, with the same code. */
  | { readonly kind: 'kept'; readonly code: ActionLineCode }
  | { readonly kind: 'changed'; readonly code: ActionLineCode; readonly changes: readonly LineChange[] }
  /** In the second; it goes on from lines of an earlier cycle, the nearest first. */
  | { readonly kind: 'continued'; readonly code: ActionLineCode; readonly from: readonly Lineage[] }
  /** In the second alone. */
  | { readonly kind: 'new'; readonly code: ActionLineCode }
  /** In the first alone; `lineage` tells why nothing goes on from it, where that is known. */
  | { readonly kind: 'retired'; readonly code: ActionLineCode; readonly lineage?: Lineage }

/**
 * Follows the lines of an edition into another: by their codes within a cycle, by the lineage from a cycle to the next.
 * Every line of both is told, once.
 */
export function traceLines(from: Edition, to: Edition, lineage: readonly Lineage[]): readonly TracedLine[] {
  return sameCycle(from, to) ? traceCycle(from, to) : traceLineage(from, to, lineage)
}

function traceCycle(from: Edition, to: Edition): readonly TracedLine[] {
  const diff = diffEditions(from, to)
  const redated = new Set(diff.redated.map(({ code }) => code))
  const reworded = new Set(diff.reworded)
  const readdressed = new Set(diff.readdressed)
  const added = new Set(diff.new)
  const changesOf = (code: ActionLineCode): readonly LineChange[] => [
    ...(reworded.has(code) ? (['reworded'] as const) : []),
    ...(redated.has(code) ? (['redated'] as const) : []),
    ...(readdressed.has(code) ? (['readdressed'] as const) : []),
  ]
  const onward = inOrder(to).map((code): TracedLine => {
    const changes = changesOf(code)
    if (added.has(code)) return { kind: 'new', code }
    return changes.length > 0 ? { kind: 'changed', code, changes } : { kind: 'kept', code }
  })
  return [...onward, ...[...diff.retired, ...diff.unknown].map((code) => ({ kind: 'retired', code }) as const)]
}

function traceLineage(from: Edition, to: Edition, lineage: readonly Lineage[]): readonly TracedLine[] {
  const before = new Set(from.lines.map(({ code }) => code))
  const after = new Set(to.lines.map(({ code }) => code))
  const links = lineage.filter((link) => before.has(link.from)).toSorted(nearest)
  const onward = inOrder(to).map((code): TracedLine => {
    const sources = links.filter((link) => link.to.includes(code))
    return sources.length > 0 ? { kind: 'continued', code, from: sources } : { kind: 'new', code }
  })
  const retired = inOrder(from)
    .filter((code) => !links.some((link) => link.from === code && link.to.some((next) => after.has(next))))
    .map((code): TracedLine => {
      const link = links.find((known) => known.from === code)
      return { kind: 'retired', code, ...(link && { lineage: link }) }
    })
  return [...onward, ...retired]
}

const relations: readonly Lineage['relation'][] = ['sameActivity', 'similar', 'absorbed', 'none']
const certainties: readonly Lineage['certainty'][] = ['high', 'medium', 'low']

const nearest = (one: Lineage, other: Lineage): number =>
  relations.indexOf(one.relation) - relations.indexOf(other.relation) ||
  certainties.indexOf(one.certainty) - certainties.indexOf(other.certainty) ||
  compareItalian(one.from, other.from)

const inOrder = ({ lines }: Edition): readonly string[] => lines.map(({ code }) => code).toSorted(compareItalian)

/** Into which lines each line of the first edition goes on; those that are retired go on into none. */
export function onwardCodes(traced: readonly TracedLine[]): ReadonlyMap<string, readonly string[]> {
  const pairs = traced.flatMap((line): (readonly [string, string | undefined])[] => {
    if (line.kind === 'new') return []
    if (line.kind === 'retired') return [[line.code, undefined]]
    return line.kind === 'continued' ? line.from.map(({ from }) => [from, line.code]) : [[line.code, line.code]]
  })
  return new Map(
    [...Map.groupBy(pairs, ([code]) => code)].map(([code, found]) => [
      code,
      found.flatMap(([, next]) => (next === undefined ? [] : [next])),
    ]),
  )
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Finding } from './source.ts'

/** How many findings of a rule are known and wait to be mended. The numbers may only shrink, until none is left. */
const waiting: Readonly<Record<string, number>> = {}

/** Sets known findings aside. When a rule has more findings than known, all of them are returned. */
export function setKnownAside(findings: readonly Finding[], known = waiting) {
  const byRule = Map.groupBy(findings, ({ rule }) => rule)
  const isKnown = ({ rule }: Finding) => (byRule.get(rule)?.length ?? 0) <= (known[rule] ?? 0)
  return {
    findings: findings.filter((finding) => !isKnown(finding)),
    known: Object.entries(known).map(([rule, most]) => ({ rule, most, found: byRule.get(rule)?.length ?? 0 })),
  }
}

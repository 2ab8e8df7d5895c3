// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Finding } from './source.ts'

/** Findings that wait to be mended, by rule and how many: the numbers may only shrink, and are to come to nothing. */
const waiting: Readonly<Record<string, number>> = {
  door: 1,
  'inner-order': 24,
  star: 37,
}

/** Sets known findings aside: a rule with more of them than are known gives all of them back as new. */
export function setKnownAside(findings: readonly Finding[], known = waiting) {
  const byRule = Map.groupBy(findings, ({ rule }) => rule)
  const isKnown = ({ rule }: Finding) => (byRule.get(rule)?.length ?? 0) <= (known[rule] ?? 0)
  return {
    findings: findings.filter((finding) => !isKnown(finding)),
    known: Object.entries(known).map(([rule, most]) => ({ rule, most, found: byRule.get(rule)?.length ?? 0 })),
  }
}

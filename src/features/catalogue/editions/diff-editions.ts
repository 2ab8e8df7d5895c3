// SPDX-License-Identifier: AGPL-3.0-or-later

import { isDeepStrictEqual } from 'node:util'
import type { ActionLineCode } from '../../../kernel/ids.ts'
import { compareItalian } from '../../../kernel/text.ts'
import type { ActionLine, Addressees, Condition, Edition, Timing } from '../model.ts'
import { wordsOf } from '../succession/same-text.ts'

/** A line whose date moved. */
export type Redating = { readonly code: ActionLineCode; readonly from: Timing; readonly to: Timing }

/** What happened to the action lines from one edition to another, by code, in order of code. */
export type EditionDiff = {
  /** In both, unchanged. */
  readonly kept: readonly string[]
  /** With other words: the official texts where both editions have them, else the summaries. */
  readonly reworded: readonly string[]
  readonly redated: readonly Redating[]
  /** With another rule of addressees. A line that has no rule yet is not counted. */
  readonly readdressed: readonly string[]
  /** Only in the first. Retired, never deleted. */
  readonly retired: readonly string[]
  /** Only in the first, while the second is known in part: it may have them, nobody knows. */
  readonly unknown: readonly string[]
  /** Only in the second. */
  readonly new: readonly string[]
}

/** Compares the lines of two editions of one cycle, whose codes are stable; a line may have changed in many ways. */
export function diffEditions(a: Pick<Edition, 'lines'>, b: Pick<Edition, 'lines' | 'complete'>): EditionDiff {
  const before = new Map(a.lines.map((line) => [line.code, line]))
  const after = new Map(b.lines.map((line) => [line.code, line]))
  const pairs = [...before.values()].flatMap((from) => {
    const to = after.get(from.code)
    return to ? [{ code: from.code, from, to }] : []
  })
  const reworded = pairs.filter(({ from, to }) => isReworded(from, to)).map(({ code }) => code)
  const readdressed = pairs.filter(({ from, to }) => isReaddressed(from, to)).map(({ code }) => code)
  const redated = pairs
    .filter(({ from, to }) => !isDeepStrictEqual(from.timing, to.timing))
    .map(({ code, from, to }) => ({ code, from: from.timing, to: to.timing }))
  const gone = inOrder([...before.keys()].filter((code) => !after.has(code)))
  const changed = new Set([...reworded, ...readdressed, ...redated.map(({ code }) => code)])
  return {
    kept: inOrder(pairs.map(({ code }) => code).filter((code) => !changed.has(code))),
    reworded: inOrder(reworded),
    redated: redated.sort((one, other) => compareItalian(one.code, other.code)),
    readdressed: inOrder(readdressed),
    retired: b.complete ? gone : [],
    unknown: b.complete ? [] : gone,
    new: inOrder([...after.keys()].filter((code) => !before.has(code))),
  }
}

const inOrder = (codes: string[]): string[] => codes.sort(compareItalian)

function isReworded(from: ActionLine, to: ActionLine): boolean {
  const [one, other] =
    from.officialText && to.officialText ? [from.officialText, to.officialText] : [from.summary, to.summary]
  return one !== undefined && other !== undefined && wordsOf(one) !== wordsOf(other)
}

function isReaddressed({ addressees: from }: ActionLine, { addressees: to }: ActionLine): boolean {
  return from !== undefined && to !== undefined && !isDeepStrictEqual(normalised(from), normalised(to))
}

/** The order of kinds and conditions does not matter, and an explicit «no» equals an absent value. */
const normalised = (addressees: Addressees) => {
  const { kinds, exceptKinds = [], operators = false, conditions = [], unless = [], population } = addressees
  const { voluntary = false, sampleOnly = false } = addressees
  return {
    kinds: kinds && new Set(kinds),
    exceptKinds: new Set(exceptKinds),
    operators,
    conditions: new Set(conditions.map(conditionKey)),
    unless: new Set(unless.map(({ fact, is }) => `${fact} ${is}`)),
    population: { min: population?.min, max: population?.max },
    voluntary,
    sampleOnly,
  }
}

const conditionKey = ({ fact, or = [], is, onlyFor = [], exceptFor = [] }: Condition): string =>
  [[fact, ...or], [String(is)], onlyFor, exceptFor].map((part) => part.toSorted(compareItalian).join(' ')).join(' / ')

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Catalogue, Edition } from '../../catalogue/index.ts'
import type { FoundEntry } from '../recognisers/recogniser.ts'
import { writeCode } from '../values/codes.ts'
import { readTiming } from '../values/timing.ts'
import { isLegacy, sameTiming } from './match-lines.ts'

/**
 * The edition of the national plan that a plan is based on: the one with its codes and dates that its text names most.
 * Undefined when there is no sign of any.
 */
export function recogniseEdition(
  found: readonly FoundEntry[],
  text: string,
  catalogue: Catalogue,
): Edition | undefined {
  const scored = catalogue
    .ids()
    .map((id) => catalogue.edition(id))
    .map((edition) => ({ edition, score: codeScore(found, edition) + mentionScore(text, edition) }))
    .filter(({ score }) => score > 0)
  return scored.sort((a, b) => b.score - a.score)[0]?.edition
}

/** Up to 3 points: the share of codes that the edition has, and the share of those with the same date. */
function codeScore(found: readonly FoundEntry[], edition: Edition): number {
  if (found.length === 0) return 0
  const legacy = isLegacy(edition)
  const lines = new Map(edition.lines.map((line) => [line.code, line]))
  let score = 0
  for (const { printed, timing } of found) {
    const line =
      printed.chapter === undefined ? undefined : lines.get(writeCode(printed.chapter, printed.number, legacy))
    const read = readTiming(timing ?? '')
    if (line !== undefined)
      score += (printed.legacy === legacy ? 1.5 : 0.5) + (read && sameTiming(read, line.timing) ? 1.5 : 0)
  }
  return score / found.length
}

/**
 * Up to 1.3 points: how often the text names the edition's years among all mentions of a triennium, and whether it
 * names the update.
 */
function mentionScore(text: string, { id, triennium: { from, to } }: Edition): number {
  const all = text.match(/20\d\d\s?[-–/_]\s?(?:20)?\d\d(?!\d)/g) ?? []
  const own = all.filter((words) => new RegExp(`^${from}\\D+(?:20)?${String(to).slice(2)}$`).test(words))
  const update = /update-(\d{4})/.exec(id)?.[1]
  const named = update !== undefined && new RegExp(`aggiornamento\\s+${update}`, 'i').test(text)
  const share = all.length === 0 ? 0 : own.length / all.length
  return update === undefined ? share : named ? share + 0.3 : share * 0.95
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Edition } from '../model.ts'

/**
 * Gives an edition the words of Timone that it does not say itself, by code, from the one that it follows: the rule, the
 * title and the summary of lines, the titles of institutional lines and of expected results. Dates and targets are
 * always its own.
 */
export function inheritWords(edition: Edition, former: Edition): Edition {
  const [lines, institutional, results] = [
    byCode(former.lines),
    byCode(former.institutionalLines),
    byCode(former.results),
  ]
  return {
    ...edition,
    lines: edition.lines.map((line) => fill(line, lines.get(line.code), ['addressees', 'title', 'summary'])),
    institutionalLines: edition.institutionalLines.map((line) => fill(line, institutional.get(line.code), ['title'])),
    results: edition.results.map((result) => fill(result, results.get(result.code), ['title'])),
  }
}

const byCode = <T extends { readonly code: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.code, record]))

/** The record with those of the parts that it lacks and the former one has. */
function fill<T extends object>(record: T, former: T | undefined, parts: readonly (keyof T)[]): T {
  if (!former) return record
  const lacking = parts.filter((part) => record[part] === undefined && former[part] !== undefined)
  return { ...record, ...Object.fromEntries(lacking.map((part) => [part, former[part]])) }
}

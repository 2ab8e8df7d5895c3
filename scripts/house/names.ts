// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Finding, Source } from './source.ts'

/** Words that fit anything, and so say nothing. */
const vague = new Set(
  `lib libs util utils utility utilities helper helpers shared common commons misc miscellaneous stuff thing things manager
  managers handler handlers generic various everything`.split(/\s+/),
)

/** Finds folders and files whose names have a word that says nothing. */
export function checkNames(sources: readonly Source[]): Finding[] {
  return sources.flatMap(({ path }) => {
    const word = path.split(/[/.-]/).find((part) => vague.has(part.toLowerCase()))
    return word ? [{ rule: 'name', path, line: 1, message: `«${word}» names nothing: say what is inside` }] : []
  })
}

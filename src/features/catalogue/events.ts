// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLineCode } from '../../kernel/ids.ts'
import { plural } from '../../kernel/text.ts'
import { declareAccessEvents } from '../audit/index.ts'
import { editionName } from './line-words.ts'

/** What the access journal tells about the editions of the national plan. */
type CatalogueEvents = {
  /** Rule, title, summary or legal date of these lines were written or confirmed by hand; `reset`: what was written went. */
  readonly linesCompleted: {
    readonly edition: string
    readonly lines: readonly ActionLineCode[]
    readonly reset?: readonly ActionLineCode[]
  }
}

/** The events that are recorded about the editions, with their words. */
export const catalogueEvents = declareAccessEvents<CatalogueEvents>({
  linesCompleted: {
    label: 'Edizioni del piano nazionale completate',
    words: ({ edition, lines, reset = [] }) => ({
      summary:
        lines.length > 0
          ? `Ha scritto o confermato ${plural(lines.length, 'linea', 'linee')} dell’edizione ${editionName(edition)}`
          : `Ha riportato com’era ${plural(reset.length, 'linea', 'linee')} dell’edizione ${editionName(edition)}`,
      facts: [
        ['Linee', lines.join(', ') || undefined],
        ['Riportate com’erano', reset.join(', ') || undefined],
      ],
    }),
  },
})

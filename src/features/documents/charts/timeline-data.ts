// SPDX-License-Identifier: AGPL-3.0-or-later
import { titleOf } from '../../catalogue/index.ts'
import { formatDateOrWords, shownStatus, type TailoredLine } from '../../plans/index.ts'
import { gridOf, textCell } from '../content/content.ts'
import { statusWords, timingWords } from '../content/line-words.ts'
import type { Table } from '../model.ts'

/** The data of a timeline as a table, one row for each line. */
export const timelineData = (lines: readonly TailoredLine[], figure: string, caption: string): Table =>
  gridOf(
    {
      id: `${figure}-dati`,
      caption: `Dati della figura: ${caption}`,
      columns: [
        { heading: 'Codice', width: 14, cell: ({ line }) => textCell(line.code) },
        { heading: 'Linea d’azione', width: 36, cell: ({ line }) => textCell(titleOf(line)) },
        { heading: 'Tempi', width: 20, cell: (line) => timingWords(line).flatMap(textCell) },
        { heading: 'Stato', width: 14, cell: (line) => textCell(statusWords(shownStatus(line))) },
        { heading: 'Prevista dall’ente', width: 16, cell: ({ entry }) => textCell(formatDateOrWords(entry?.planned)) },
        {
          heading: 'Completata dall’ente',
          width: 16,
          cell: ({ entry }) => textCell(formatDateOrWords(entry?.completed)),
        },
      ],
    },
    lines,
  )

// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate } from '../../../kernel/dates.ts'
import { plural } from '../../../kernel/text.ts'
import { titleOf } from '../../catalogue/index.ts'
import { type Lateness, latenessOf, measureChapters, measureProgress, shownStatus } from '../../plans/index.ts'
import { statusByChapterChart } from '../charts/status-chart.ts'
import { gridOf, paragraph, textCell } from '../content/content.ts'
import { statusWords, timingWords } from '../content/line-words.ts'
import type { Block, Section } from '../model.ts'
import type { DocumentSource } from './source.ts'

/** The whole plan at a glance: how many lines concern the body, their statuses, and which are late. */
export function overview({ tailored, options }: DocumentSource): Section {
  const lines = tailored.chapters.flatMap((chapter) => chapter.lines)
  const { standings } = measureProgress(lines, options.today)
  const chapters = measureChapters(tailored, options.today).filter(({ progress }) => progress.standings.applies > 0)
  return {
    id: 'quadro',
    title: 'Quadro d’insieme',
    blocks: [
      paragraph(
        `Il piano nazionale rivolge alle amministrazioni ${plural(lines.length, 'linea d’azione', 'linee d’azione')}: `,
        `${plural(standings.applies, 'si applica', 'si applicano')} all’ente, `,
        `${plural(standings['to-verify'], 'è', 'sono')} da verificare, `,
        `${plural(standings['to-choose'], 'è', 'sono')} a scelta, `,
        `${plural(standings['does-not-apply'], 'non si applica', 'non si applicano')}.`,
      ),
      ...(chapters.length > 0 ? [statusByChapterChart(chapters)] : []),
      ...passedLines(lines, 'late', options.today),
      ...passedLines(lines, 'toTell', options.today),
    ],
    sections: [],
  }
}

const passedTables = {
  late: ['quadro-ritardi', 'Linee in ritardo al'],
  toTell: ['quadro-da-indicare', 'Linee con la data passata e lo stato da indicare al'],
} as const satisfies Record<Lateness, readonly [id: string, caption: string]>

function passedLines(
  lines: DocumentSource['tailored']['chapters'][number]['lines'],
  lateness: Lateness,
  today: string,
): readonly Block[] {
  const late = lines.filter((line) => latenessOf(line, today) === lateness)
  const [id, caption] = passedTables[lateness]
  if (late.length === 0) return []
  return [
    gridOf(
      {
        id,
        caption: `${caption} ${formatDate(today)}`,
        columns: [
          { heading: 'Codice', width: 16, cell: ({ line }) => textCell(line.code) },
          { heading: 'Linea d’azione', width: 44, cell: ({ line }) => textCell(titleOf(line)) },
          { heading: 'Tempi', width: 22, cell: (line) => timingWords(line).flatMap(textCell) },
          {
            heading: 'Stato',
            width: 18,
            cell: (line) => textCell(statusWords(shownStatus(line), line.entry?.statusLabel)),
          },
        ],
      },
      late,
    ),
  ]
}

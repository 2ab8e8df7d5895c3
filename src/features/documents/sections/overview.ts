// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate } from '../../../kernel/dates.ts'
import { plural } from '../../../kernel/text.ts'
import { formatTiming, titleOf } from '../../catalogue/index.ts'
import { isLate, measureChapters, measureProgress } from '../../plans/index.ts'
import { statusByChapterChart } from '../charts/status-chart.ts'
import { gridOf, paragraph, textCell } from '../content.ts'
import { statusWords } from '../line-words.ts'
import type { Block, Section } from '../model.ts'
import type { DocumentSource } from './source.ts'

/** The whole plan at a glance: how many lines concern the body, their statuses, and which are late. */
export function overview({ tailored, options }: DocumentSource): Section {
  const lines = tailored.chapters.flatMap((chapter) => chapter.lines)
  const { total, verdicts } = measureProgress(lines, options.today)
  const chapters = measureChapters(tailored, options.today).filter(({ progress }) => progress.total > 0)
  return {
    id: 'quadro',
    title: 'Quadro d’insieme',
    blocks: [
      paragraph(
        `Il piano nazionale rivolge alle amministrazioni ${plural(total, 'linea d’azione', 'linee d’azione')}: `,
        `${plural(verdicts.applies, 'si applica', 'si applicano')} all’ente, `,
        `${plural(verdicts['to-verify'], 'è', 'sono')} da verificare, `,
        `${plural(verdicts['does-not-apply'], 'non si applica', 'non si applicano')}.`,
      ),
      ...(chapters.length > 0 ? [statusByChapterChart(chapters)] : []),
      ...lateLines(lines, options.today),
    ],
    sections: [],
  }
}

function lateLines(lines: DocumentSource['tailored']['chapters'][number]['lines'], today: string): readonly Block[] {
  const late = lines.filter((line) => isLate(line, today))
  if (late.length === 0) return []
  return [
    gridOf(
      {
        id: 'quadro-ritardi',
        caption: `Linee in ritardo al ${formatDate(today)}`,
        columns: [
          { heading: 'Codice', width: 16, cell: ({ line }) => textCell(line.code) },
          { heading: 'Linea d’azione', width: 44, cell: ({ line }) => textCell(titleOf(line)) },
          { heading: 'Tempi', width: 22, cell: ({ line }) => textCell(formatTiming(line.timing)) },
          {
            heading: 'Stato',
            width: 18,
            cell: ({ status, entry }) => textCell(statusWords(status, entry?.statusLabel)),
          },
        ],
      },
      late,
    ),
  ]
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { slug } from '../../../kernel/text.ts'
import { type Edition, formatTiming, titleOf } from '../../catalogue/index.ts'
import {
  entryContentFields,
  formatDateOrWords,
  latenessLabel,
  latenessOf,
  shownStatus,
  standingOf,
  type TailoredLine,
} from '../../plans/index.ts'
import { gridOf, paragraph, strong, textCell } from '../content/content.ts'
import { applicabilityWords, legalTimingWords, statusWords } from '../content/line-words.ts'
import { recordCells } from '../content/record-cells.ts'
import { textWidth } from '../layout/fit-columns.ts'
import type { Cell, DocumentOptions, Table } from '../model.ts'
import { dutyCell, labelled, requirementCell } from './line-cells.ts'

/** The heading of the last column: what is called so needs no label in it. */
const remarks = 'Note'

/** The lines of an objective as one wide table. */
export const lineTable = (
  objective: Edition['objectives'][number],
  lines: readonly TailoredLine[],
  { today }: DocumentOptions,
): Table =>
  gridOf(
    {
      id: `${slug(objective.code)}-linee`,
      caption: `${objective.code}: linee d’azione`,
      width: textWidth.landscape,
      columns: [
        { heading: 'Codice e tempi', width: 12, cell: (tailored) => codeCell(tailored, today) },
        { heading: 'Linea d’azione', width: 27, cell: lineCell },
        { heading: 'Ufficio', width: 11, cell: ({ entry }) => (entry?.offices ?? []).flatMap(textCell) },
        { heading: 'Attività', width: 32, cell: dutyCell },
        { heading: 'Data prevista', width: 9, cell: ({ entry }) => textCell(formatDateOrWords(entry?.planned)) },
        { heading: 'Stato e completamento', width: 12, cell: stateCell },
        { heading: remarks, width: 17, cell: remarksCell },
      ],
    },
    lines,
  )

const codeCell = (tailored: TailoredLine, today: string): Cell => {
  const { line } = tailored
  const lateness = latenessOf(tailored, today)
  const changed = line.replanned ? ', data aggiornata da AgID' : ''
  return [
    paragraph(strong(line.code)),
    ...textCell(line.results.join(', ')),
    paragraph(`${formatTiming(line.timing)}${changed}${lateness ? `, ${latenessLabel[lateness].toLowerCase()}` : ''}`),
    ...legalTimingWords(tailored).flatMap(textCell),
  ]
}

const lineCell = ({ line }: TailoredLine): Cell => {
  const title = titleOf(line)
  return [...(title === '' ? [] : [paragraph(strong(title))]), ...requirementCell(line)]
}

const stateCell = (tailored: TailoredLine): Cell => [
  ...textCell(statusWords(shownStatus(tailored), tailored.entry?.statusLabel)),
  ...textCell(formatDateOrWords(tailored.entry?.completed)),
]

/** What has no column of its own, and why the line is doubtful, or binds by law whatever the plan leaves free. */
const remarksCell = (tailored: TailoredLine): Cell => {
  const { applicability, entry } = tailored
  const doubtful = applicability.verdict !== 'applies' || standingOf(tailored) !== 'applies'
  const compelled = applicability.law?.some((duty) => duty.line?.compels) ?? false
  return [
    ...labelled('Si applica', doubtful || compelled ? textCell(applicabilityWords(tailored)) : []),
    ...recordCells(entryContentFields, entry, {
      activity: [],
      status: [],
      offices: [],
      planned: [],
      completed: [],
    }).flatMap(([heading, cell]) => (heading === remarks ? cell : labelled(heading, cell))),
  ]
}
